import { lazy, Suspense, useState } from 'react';
import type { EarnedOrder } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Icon } from '../../parts/Icon';
import { StateTag } from '../../parts/StateTag';
import type { Payee } from '../../parts/why/WhyOrder';
import { day, hourMinute, monthDay } from '../../time/format';
import { shortPlace } from '../board/place';
import styles from './earnings.module.css';

const WhyOrder = lazy(async () => ({ default: (await import('../../parts/why/WhyOrder')).WhyOrder }));

interface EarnedRowProps {
  order: EarnedOrder;
  currency: string;
  payee: Payee;
}

/** An order with its sentence; opened, the whole explanation. */
export function EarnedRow({ order, currency, payee }: EarnedRowProps) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const [open, setOpen] = useState(false);
  const today = day(order.at, zone) === day(Date.now(), zone);
  return (
    <li className={styles.earned}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.line}>
          <time dateTime={order.at} className="num quiet">
            {today ? hourMinute(order.at, zone) : monthDay(order.at, zone)}
          </time>
          <b>{[order.place && shortPlace(order.place), order.service].filter(Boolean).join(' ')}</b>
          <Amount value={order.amount} currency={currency} strong />
        </span>
        <span className={styles.second}>
          <span className={styles.sentence}>{order.sentence}</span>
          <StateTag state={order.state} hold={order.hold} />
          <span className={open ? styles.turned : ''}>
            <Icon name="down" size={14} />
          </span>
        </span>
        <span className="visually-hidden">{t('earnings.open', { orderNo: order.orderNo })}</span>
      </button>
      {open && (
        <div className={styles.why}>
          <Suspense fallback={<Bones rows={5} />}>
            <WhyOrder orderNo={order.orderNo} payee={payee} />
          </Suspense>
        </div>
      )}
    </li>
  );
}
