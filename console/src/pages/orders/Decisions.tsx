import type { Hold, OrderDetail } from '../../api/contract';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { ProblemNote } from '../../parts/ProblemNote';
import { QuoteForm, RegionForm, ReleaseForm } from './DecisionForms';
import { formOf } from './decision';
import styles from './order.module.css';
import { useDecide } from './useDecide';

interface Waiting {
  relation: string;
  hold: Hold;
}

/** Each hold once: the same question may hold several relations, and one answer frees them all. */
export function waitingIn(order: OrderDetail): Waiting[] {
  const all = order.settlements.flatMap(({ relation, holds }) => holds.map((hold) => ({ relation, hold })));
  const seen = new Set<string>();
  return all.filter(({ relation, hold }) => {
    const perRelation = hold.reason === 'REGION_UNKNOWN' ? '' : relation;
    const key = `${hold.reason}|${perRelation}|${hold.category ?? ''}|${hold.item ?? ''}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function Form({ waiting, order }: { waiting: Waiting; order: OrderDetail }) {
  const { t } = useWords();
  const decide = useDecide(order.orderNo);
  const { hold, relation } = waiting;
  const shared = { hold, currency: order.currency, pending: decide.isPending };
  const kind = formOf(hold);
  return (
    <>
      {kind === 'QUOTE' && (
        <QuoteForm
          {...shared}
          onDecide={(amount, reason) =>
            decide.mutate({
              kind: 'QUOTE',
              relation,
              category: hold.category ?? '',
              ...(hold.item === null || hold.item === undefined ? {} : { item: hold.item }),
              amount,
              reason,
            })
          }
        />
      )}
      {kind === 'REGION' && (
        <RegionForm
          {...shared}
          onDecide={(region, reason) => decide.mutate({ kind: 'REGION', region, reason })}
        />
      )}
      {kind === 'RELEASE' && (
        <ReleaseForm
          {...shared}
          onDecide={(reason) => decide.mutate({ kind: 'RELEASE', relation, reason })}
        />
      )}
      {kind === 'TIER' && <p className="quiet">{t('decide.otherTier')}</p>}
      {kind === 'NONE' && <p className="quiet">{t('decide.elsewhere')}</p>}
      {decide.isError && <ProblemNote error={decide.error} />}
    </>
  );
}

export function Decisions({ order }: { order: OrderDetail }) {
  const { t, word } = useWords();
  const waiting = waitingIn(order);
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section className={`panel ${styles.decisions}`}>
      <header>
        <Icon name="warn" />
        <h2>{t('order.waiting')}</h2>
      </header>
      {waiting.map((each) => (
        <div
          key={`${each.relation}${each.hold.reason}${each.hold.category}${each.hold.item}`}
          className={styles.decision}
        >
          <p>
            <b>{word('hold', each.hold.reason)}</b> {each.hold.sentence}
          </p>
          <Form waiting={each} order={order} />
        </div>
      ))}
    </section>
  );
}
