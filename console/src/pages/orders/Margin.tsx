import type { OrderDetail } from '../../api/contract';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import styles from './order.module.css';

export function Margin({ order }: { order: OrderDetail }) {
  const { t, word } = useWords();
  if (order.margin.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <header>
        <h2>{t('order.margin')}</h2>
        <span className="quiet">{t('order.marginHint')}</span>
      </header>
      <table className={styles.margin}>
        <thead>
          <tr>
            <th scope="col">{t('order.party')}</th>
            <th scope="col">{t('order.income')}</th>
            <th scope="col">{t('order.cost')}</th>
            <th scope="col">{t('order.marginColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {order.margin.map((row) => (
            <tr key={row.party}>
              <th scope="row">{word('party', row.party)}</th>
              <td>
                <Amount value={row.income} currency={order.currency} />
              </td>
              <td>
                <Amount value={row.cost} currency={order.currency} />
              </td>
              <td>
                <Amount value={row.margin} currency={order.currency} strong />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
