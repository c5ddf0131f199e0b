import type { Board } from '../../api/contract';
import { useWords } from '../../i18n';
import { compare, percentOf, sum } from '../../money/decimal';
import { count } from '../../money/format';
import { Amount } from '../../parts/Amount';
import { Empty } from '../../parts/Empty';
import styles from './lists.module.css';

const shown = 7;

/** What part of today's money each tier is: one bar and a list. */
export function TierMix({ board }: { board: Board }) {
  const { t } = useWords();
  const tiers = board.tiers.toSorted((a, b) => compare(b.amount, a.amount));
  const whole = sum(tiers.map(({ amount }) => amount));
  const share = (amount: string) => percentOf(amount, whole) ?? '0.0';
  return (
    <section className={`panel ${styles.tiers}`}>
      <header>
        <h2>{t('board.tiers')}</h2>
      </header>
      {tiers.length === 0 ? (
        <Empty title={t('board.rankEmpty')} />
      ) : (
        <>
          <div className={styles.mix} aria-hidden="true">
            {tiers.map((tier, index) => (
              <i
                key={tier.tierId}
                data-step={Math.min(index, shown - 1)}
                style={{ width: `${share(tier.amount)}%` }}
              />
            ))}
          </div>
          <ul className={styles.tierList}>
            {tiers.slice(0, shown).map((tier, index) => (
              <li key={tier.tierId}>
                <i aria-hidden="true" data-step={index} />
                <span className={styles.tierName} title={tier.name}>
                  {tier.name}
                </span>
                <span className="num right quiet">{count(tier.orders)}</span>
                <Amount value={tier.amount} currency={board.currency} />
                <span className="num right">{share(tier.amount)}%</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
