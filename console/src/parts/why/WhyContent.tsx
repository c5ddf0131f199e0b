import { useState } from 'react';
import type { ExplainedCategory, ExplainedModifier, Explanation, Settlement } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { sum } from '../../money/decimal';
import { day, moment } from '../../time/format';
import { Amount } from '../Amount';
import { Icon } from '../Icon';
import { StateTag } from '../StateTag';
import { byCategory } from './breakdown';
import styles from './why.module.css';

function Headline({ settlement }: { settlement: Settlement }) {
  const groups = byCategory(settlement.lines);
  return (
    <p className={styles.headline}>
      {settlement.total === null ? (
        <StateTag state={settlement.state} hold={settlement.holds[0]?.reason} />
      ) : (
        <Amount value={settlement.total} currency={settlement.currency} strong />
      )}
      {groups.map((group, index) => (
        <span key={group.category}>
          {settlement.total === null && index === 0 ? '' : index === 0 ? '= ' : '+ '}
          {group.name} <Amount value={group.amount} currency={settlement.currency} />
        </span>
      ))}
    </p>
  );
}

const losersShown = 3;

function Losers({ category }: { category: ExplainedCategory }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { losers } = category;
  if (losers.length === 0) {
    return null;
  }
  const shown = all ? losers : losers.slice(0, losersShown);
  return (
    <div className={styles.losers}>
      <h3>{t('why.others')}</h3>
      <ul>
        {shown.map((loser) => (
          <li key={loser.tierId}>
            <b>{t('why.not', { tier: loser.tierName })}</b>
            <span>{loser.reason}</span>
          </li>
        ))}
      </ul>
      {losers.length > losersShown && (
        <button type="button" className={styles.fold} onClick={() => setAll(!all)}>
          {all ? t('why.fewerLosers') : t('why.moreLosers', { count: losers.length - losersShown })}
        </button>
      )}
    </div>
  );
}

/** What the winning tier itself comes to, before surcharges and discounts; absent while it waits. */
function chargeOf({ lines, winner }: ExplainedCategory): string | null {
  const own = lines.filter(({ label }) => label === winner?.tierName);
  const shown = own.length > 0 ? own : lines;
  return shown.length === 0 ? null : sum(shown.map(({ amount }) => amount));
}

function Category({ category, currency }: { category: ExplainedCategory; currency: string }) {
  const { t } = useWords();
  return (
    <section className={styles.category}>
      <header>
        <span className={styles.categoryName}>
          {category.name}
          {category.item !== null &&
            category.item !== undefined &&
            category.item > 0 &&
            ` #${category.item + 1}`}
        </span>
        <b>{category.winner?.tierName ?? t('why.notMatched')}</b>
        <Amount value={chargeOf(category)} currency={currency} />
      </header>
      {category.formula !== '' && <p className={`${styles.formula} num`}>{category.formula}</p>}
      {category.winner !== null && category.winner.conditions.length > 0 && (
        <ul className={styles.conditions}>
          {category.winner.conditions.map((condition) => (
            <li key={condition.dimension + condition.text}>
              <Icon name="tick" size={13} />
              {condition.text}
            </li>
          ))}
        </ul>
      )}
      {category.forced && <p className={styles.sentence}>{category.forced}</p>}
      <Losers category={category} />
    </section>
  );
}

function Modifiers({ modifiers, currency }: { modifiers: ExplainedModifier[]; currency: string }) {
  const { t } = useWords();
  if (modifiers.length === 0) {
    return null;
  }
  return (
    <section className={styles.category}>
      <header>
        <span className={styles.categoryName}>{t('why.modifiers')}</span>
      </header>
      <ul className={styles.modifiers}>
        {modifiers.map((modifier) => (
          <li key={modifier.name} className={modifier.applied ? '' : styles.off}>
            <span>{modifier.name}</span>
            <span className="num">
              {modifier.applied ? modifier.formula : (modifier.reason ?? t('why.notApplied'))}
            </span>
            {modifier.applied && <Amount value={modifier.amount} currency={currency} signed />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ explanation }: { explanation: Explanation }) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const { book, pricingTime, rounding } = explanation;
  const pieces = [
    book &&
      `${t('why.book', { book: book.id, version: book.version })}（${t('why.validFrom', { date: day(book.validFrom, zone) })}）`,
    pricingTime && t('why.pricedAt', { time: moment(pricingTime, zone) }),
    rounding,
  ].filter(Boolean);
  return <footer className={styles.source}>{pieces.join(' · ')}</footer>;
}

/** A category whose tier found nothing to charge, such as parts in an order without any, says nothing about it. */
function isOfThisOrder({ winner, lines, formula, losers }: ExplainedCategory): boolean {
  return lines.length > 0 || formula !== '' || (winner === null && losers.length > 0);
}

/** Why this amount: the sum and its parts, the winning tier with its reasons, why others lost, and where it stands. */
export function WhyContent({
  explanation,
  settlement,
}: {
  explanation: Explanation;
  settlement: Settlement;
}) {
  const { currency } = settlement;
  return (
    <article className={styles.why}>
      <Headline settlement={settlement} />
      <p className={styles.sentence}>{explanation.sentence}</p>
      {settlement.holds.map((hold) => (
        <p key={hold.reason + (hold.category ?? '')} className={styles.holdSentence}>
          {hold.sentence}
        </p>
      ))}
      {explanation.categories.filter(isOfThisOrder).map((category) => (
        <Category
          key={`${category.category}${category.item ?? ''}`}
          category={category}
          currency={currency}
        />
      ))}
      <Modifiers modifiers={explanation.modifiers} currency={currency} />
      {explanation.promise.map((promise) => (
        <p key={promise} className={styles.sentence}>
          {promise}
        </p>
      ))}
      <Source explanation={explanation} />
    </article>
  );
}
