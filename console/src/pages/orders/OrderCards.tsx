import { Link } from 'react-router';
import type { OrderSummary } from '../../api/contract';
import { useSession } from '../../api/queries';
import { Amount } from '../../parts/Amount';
import { StateTag } from '../../parts/StateTag';
import { shortMoment } from '../../time/format';
import { shortPlace } from '../board/place';
import { orderPath } from './OrderTable';
import styles from './orders.module.css';

/** The list for a phone: one tap leads to the order. */
export function OrderCards({ rows }: { rows: OrderSummary[] }) {
  const { zone } = useSession().tenant;
  return (
    <ul className={styles.cards}>
      {rows.map((order) => {
        const at = order.completedAt ?? order.createdAt;
        return (
          <li key={order.orderNo}>
            <Link to={orderPath(order.orderNo)}>
              <span className={styles.cardTop}>
                <b>{order.region ? shortPlace(order.region.path) : (order.address ?? order.orderNo)}</b>
                <span>{order.service}</span>
                <Amount value={order.amount} currency={order.currency} strong />
              </span>
              <span className={styles.cardEnd}>
                <span className="num quiet">{at ? shortMoment(at, zone) : ''}</span>
                <span className="quiet">{order.tierName}</span>
                <StateTag state={order.state} hold={order.holds[0]?.reason} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
