import { useQuery } from '@tanstack/react-query';
import type { Rebate } from '../../api/contract';
import { get } from '../../api/http';
import { useWords } from '../../i18n';
import { money } from '../../money/format';
import type { Payee } from '../../parts/why/WhyOrder';
import styles from './earnings.module.css';

const readAgainMs = 15_000;

interface RebatesProps {
  /** Who gets them; undefined for the reader himself. */
  party: string | undefined;
  payee: Payee;
  /** A day of the periods to show; undefined for today. */
  on: string | undefined;
}

/** What somebody has accrued of his rebates, and what the next step would bring. */
export function Rebates({ party, payee: kind, on }: RebatesProps) {
  const { t, language } = useWords();
  const rebates = useQuery({
    queryKey: ['rebates', party, on, language],
    queryFn: ({ signal }) => get<Rebate[]>('/rebates', { party, on, lang: language }, signal),
    refetchInterval: readAgainMs,
  });
  const own = (rebates.data ?? []).filter(
    ({ relation, payee }) => relation.endsWith(`→${kind}`) && (party === undefined || payee?.id === party),
  );
  if (own.length === 0) {
    return null;
  }
  return (
    <section className={`panel ${styles.rebates}`} aria-label={t('earnings.rebates')}>
      <ul>
        {own.map((rebate) => (
          <li
            key={`${rebate.relation} ${rebate.payee?.id} ${rebate.rebate} ${rebate.from} ${rebate.currency}`}
          >
            <div>
              <b>{rebate.name}</b>
              <b className="num">{money(rebate.accrued, rebate.currency)}</b>
            </div>
            <p>{rebate.sentence}</p>
            {rebate.next !== null && <p className={styles.next}>{rebate.next}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
