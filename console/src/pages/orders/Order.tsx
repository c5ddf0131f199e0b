import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { OrderDetail } from '../../api/contract';
import { orderQuery, useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { StateTag } from '../../parts/StateTag';
import { elapsed, moment } from '../../time/format';
import { OrderActions } from '../desk/OrderActions';
import { OrderEntries } from '../ledger/OrderEntries';
import { ChooseTier } from './ChooseTier';
import { Decisions } from './Decisions';
import { Facts } from './Facts';
import { Margin } from './Margin';
import styles from './order.module.css';
import { PromiseClock } from './PromiseClock';
import { Related } from './Related';
import { Settlements } from './Settlements';
import { Timeline } from './Timeline';

/** A waiting or open order changes under other hands; it is read again at this distance. */
const readAgainMs = 15_000;

function Head({ order }: { order: OrderDetail }) {
  const { t, word, language } = useWords();
  const { zone } = useSession().tenant;
  const facts = [
    [t('orders.column.service'), order.service],
    [t('orders.column.place'), order.region?.path ?? order.address ?? '—'],
    [t('orders.column.customer'), word('class', order.customerClass) || '—'],
    [t('fact.counterparty'), order.counterparty?.name ?? '—'],
    [t('fact.handlers'), order.handlers.map(({ name }) => name).join('、') || '—'],
    [t('order.created'), order.createdAt ? moment(order.createdAt, zone) : '—'],
    [t('order.completed'), order.completedAt ? moment(order.completedAt, zone) : '—'],
    [t('order.elapsed'), order.elapsedSeconds ? elapsed(order.elapsedSeconds, language) : '—'],
  ] as const;
  return (
    <dl className={`panel ${styles.head}`}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ order }: { order: OrderDetail }) {
  const session = useSession();
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {may(session, 'HOLD_DECIDE') && <Decisions order={order} />}
        <Settlements order={order} />
        <Margin order={order} />
        {may(session, 'LEDGER_READ') && <OrderEntries orderNo={order.orderNo} />}
      </div>
      <div className={styles.side}>
        <PromiseClock order={order} />
        <Timeline order={order} />
        <Related order={order} />
        <Facts order={order} />
      </div>
    </div>
  );
}

export function Order() {
  const { t, word, language } = useWords();
  const session = useSession();
  const { orderNo = '' } = useParams();
  const order = useQuery({ ...orderQuery(orderNo, language), refetchInterval: readAgainMs });
  const { data } = order;
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back="/orders"
        title={orderNo}
        note={
          data && (
            <span className={styles.marks}>
              <StateTag state={data.state} hold={data.holds[0]?.reason} />
              <span>{word('status', data.status)}</span>
              <span>{t('order.revision', { revision: data.revision })}</span>
              {data.caseNo && <span>{t('order.case', { caseNo: data.caseNo })}</span>}
            </span>
          )
        }
      >
        {data !== undefined && <ChooseTier order={data} />}
        {data !== undefined && may(session, 'ORDER_ACT') && <OrderActions order={data} />}
      </PageHeader>
      {order.isError && <ProblemNote error={order.error} onRetry={() => void order.refetch()} />}
      {order.isPending && (
        <section className="panel">
          <Bones rows={14} />
        </section>
      )}
      {data !== undefined && <Head order={data} />}
      {data !== undefined && <Body order={data} />}
    </div>
  );
}
