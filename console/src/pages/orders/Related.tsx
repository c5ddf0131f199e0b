import { Link } from 'react-router';
import type { OrderDetail } from '../../api/contract';
import { useWords } from '../../i18n';
import { StateTag } from '../../parts/StateTag';
import { orderPath } from './OrderTable';
import styles from './order.module.css';

export function Related({ order }: { order: OrderDetail }) {
  const { t, word } = useWords();
  if (order.related.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <header>
        <h2>{t('order.related')}</h2>
      </header>
      <ul className={styles.related}>
        {order.related.map((each) => (
          <li key={each.orderNo}>
            <span className="quiet">{word('related', each.kind)}</span>
            <Link to={orderPath(each.orderNo)}>{each.orderNo}</Link>
            <StateTag state={each.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
