import type { UseQueryResult } from '@tanstack/react-query';
import type { Explanation, OrderFacts, PriceCheck, Settlement } from '../../api/contract';
import { useWords } from '../../i18n';
import { duration } from '../../time/format';
import { Amount } from '../Amount';
import { isPriceable } from '../facts/facts';
import { Icon } from '../Icon';
import { ProblemNote } from '../ProblemNote';
import { relationName } from '../relation';
import { StateTag } from '../StateTag';
import { byCategory } from '../why/breakdown';
import { WhyAmount } from '../why/WhyAmount';
import styles from './price.module.css';

export function explanationOf(check: PriceCheck, settlement: Settlement): Explanation | undefined {
  const named = check.explanations.find(({ relation }) => relation === settlement.relation);
  return named ?? check.explanations[check.settlements.indexOf(settlement)];
}

function Row({ check, settlement }: { check: PriceCheck; settlement: Settlement }) {
  const words = useWords();
  const explanation = explanationOf(check, settlement);
  const held = settlement.holds[0];
  return (
    <li>
      <header>
        <span>{relationName(settlement.relation, words)}</span>
        {held !== undefined && <StateTag state="ON_HOLD" hold={held.reason} />}
        <span className={styles.total}>
          {explanation === undefined ? (
            <Amount value={settlement.total} currency={settlement.currency} strong />
          ) : (
            <WhyAmount
              strong
              question={{ explanation, settlement }}
              value={settlement.total}
              currency={settlement.currency}
              hold={held?.reason}
            />
          )}
        </span>
      </header>
      {settlement.holds.map((hold) => (
        <p key={hold.reason + (hold.category ?? '')} className={styles.held}>
          {hold.sentence}
        </p>
      ))}
      {explanation !== undefined && settlement.holds.length === 0 && <p>{explanation.sentence}</p>}
      <p className={styles.parts}>
        {byCategory(settlement.lines).map((group) => (
          <span key={group.category}>
            {group.name} <Amount value={group.amount} currency={settlement.currency} />
          </span>
        ))}
      </p>
    </li>
  );
}

function PromiseLine({ check }: { check: PriceCheck }) {
  const { t, language } = useWords();
  const { promise } = check;
  const pieces = [
    promise?.respondWithin && t('price.respond', { time: duration(promise.respondWithin, language) }),
    promise?.finishWithin && t('price.finish', { time: duration(promise.finishWithin, language) }),
  ].filter(Boolean);
  return (
    <p className={styles.promise}>
      <Icon name="clock" />
      {pieces.length === 0 ? <span className="quiet">{t('price.noPromise')}</span> : pieces.join(' · ')}
    </p>
  );
}

interface PricePanelProps {
  facts: OrderFacts;
  check: UseQueryResult<PriceCheck>;
}

/** Price, promise and reason, before anything is saved. */
export function PricePanel({ facts, check }: PricePanelProps) {
  const { t } = useWords();
  const { data } = check;
  const shown = isPriceable(facts) ? data : undefined;
  const stale = check.isFetching && check.isPlaceholderData;
  return (
    <section className={`panel ${styles.panel}`} aria-live="polite" aria-busy={check.isFetching}>
      <header>
        <h2>{t('price.title')}</h2>
        {stale && <span className="quiet">{t('price.updating')}</span>}
      </header>
      {check.isError && isPriceable(facts) && (
        <div className={styles.body}>
          <ProblemNote error={check.error} onRetry={() => void check.refetch()} />
        </div>
      )}
      {shown === undefined && !check.isError && <p className={styles.start}>{t('price.start')}</p>}
      {shown !== undefined && !check.isError && (
        <div className={`${styles.body} ${stale ? styles.stale : ''}`}>
          <PromiseLine check={shown} />
          {shown.region !== null && (
            <p className={styles.promise}>
              <Icon name="pin" />
              {shown.region.path}
            </p>
          )}
          <ul className={styles.rows}>
            {shown.settlements.map((settlement) => (
              <Row key={settlement.relation + settlement.payee.id} check={shown} settlement={settlement} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
