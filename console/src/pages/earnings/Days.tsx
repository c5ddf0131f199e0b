import { Tooltip } from 'antd';
import type { Earnings } from '../../api/contract';
import { useWords } from '../../i18n';
import { compare, percentOf, sign } from '../../money/decimal';
import { money } from '../../money/format';
import styles from './earnings.module.css';

interface DaysProps {
  earnings: Earnings;
  chosen: string | undefined;
  put: (change: { from?: string | undefined; until?: string | undefined }) => void;
}

/** One bar a day; a tap shows that day alone, another the whole period again. */
export function Days({ earnings, chosen, put }: DaysProps) {
  const { t } = useWords();
  const { days, currency } = earnings;
  const top = days.reduce((most, { amount }) => (compare(amount, most) > 0 ? amount : most), '0.00');
  if (days.length < 2 || sign(top) === 0) {
    return null;
  }
  return (
    <section className={`panel ${styles.days}`}>
      <h2 className="visually-hidden">{t('earnings.days')}</h2>
      <ol>
        {days.map(({ date, amount, orders }) => {
          const label = t('earnings.day', { date, amount: money(amount, currency), count: orders });
          const height = sign(amount) > 0 ? `${percentOf(amount, top)}%` : '0';
          const pressed = date === chosen;
          return (
            <li key={date}>
              <Tooltip title={label}>
                <button
                  type="button"
                  aria-label={label}
                  aria-pressed={pressed}
                  onClick={() =>
                    put(pressed ? { from: undefined, until: undefined } : { from: date, until: date })
                  }
                >
                  <i style={{ height }} />
                  <span className="num">{Number(date.slice(8))}</span>
                </button>
              </Tooltip>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
