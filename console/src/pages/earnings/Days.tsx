import { Tooltip } from 'antd';
import type { Earnings } from '../../api/contract';
import { useWords } from '../../i18n';
import { compare, percentOf, sign } from '../../money/decimal';
import { money } from '../../money/format';
import styles from './earnings.module.css';

/** One bar a day; the figures stand in a list for those who do not see the bars. */
export function Days({ earnings }: { earnings: Earnings }) {
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
          return (
            <Tooltip key={date} title={label}>
              <li>
                <span className="visually-hidden">{label}</span>
                <i aria-hidden="true" style={{ height }} />
                <span aria-hidden="true" className="num">
                  {Number(date.slice(8))}
                </span>
              </li>
            </Tooltip>
          );
        })}
      </ol>
    </section>
  );
}
