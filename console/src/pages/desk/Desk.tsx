import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import type { OrderSummary } from '../../api/contract';
import { type OrderFilters, ordersPage, useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { StateTag } from '../../parts/StateTag';
import { day, shortMoment } from '../../time/format';
import { shortPlace } from '../board/place';
import { orderPath } from '../orders/OrderTable';
import styles from './desk.module.css';

type View = 'open' | 'held' | 'done';

const pageSize = 50;
const readAgainMs = 10_000;

function filtersOf(view: View, today: string): OrderFilters {
  const filters: Record<View, OrderFilters> = {
    open: { status: 'OPEN' },
    held: { state: 'ON_HOLD' },
    done: { status: 'COMPLETED', from: today, until: today },
  };
  return filters[view];
}

function Row({ order }: { order: OrderSummary }) {
  const { word } = useWords();
  const { zone } = useSession().tenant;
  return (
    <li>
      <Link to={orderPath(order.orderNo)} className={styles.row}>
        <span className={styles.where}>
          <b>{order.region ? shortPlace(order.region.path) : (order.address ?? order.orderNo)}</b>
          <span className={styles.service}>{order.service}</span>
          <span className="quiet">{word('class', order.customerClass)}</span>
        </span>
        <span className={styles.whoDoes}>
          {order.counterparty?.name ?? '—'}{' '}
          <span className="quiet">{order.handlers.map(({ name }) => name).join('、')}</span>
        </span>
        <span className="num quiet">{order.createdAt ? shortMoment(order.createdAt, zone) : ''}</span>
        <span>
          <StateTag state={order.state} hold={order.holds[0]?.reason} />
        </span>
        <Amount value={order.amount} currency={order.currency} />
        <Icon name="right" size={14} />
      </Link>
    </li>
  );
}

function Nothing({ view }: { view: View }) {
  const { t } = useWords();
  const titles: Record<View, string> = {
    open: t('desk.empty'),
    held: t('desk.emptyHeld'),
    done: t('desk.emptyDone'),
  };
  return <Empty title={titles[view]}>{view === 'open' && <p>{t('desk.emptyHint')}</p>}</Empty>;
}

/** The front line's day: what is open, what waits, what was done. */
export function Desk() {
  const { t } = useWords();
  const session = useSession();
  const [state, put] = useQueryState(['view'] as const);
  const view: View = state.view === 'held' || state.view === 'done' ? state.view : 'open';
  const orders = useInfiniteQuery({
    queryKey: ['orders', 'desk', view],
    queryFn: ({ pageParam, signal }) =>
      ordersPage(filtersOf(view, day(Date.now(), session.tenant.zone)), pageParam, pageSize, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: readAgainMs,
  });
  const rows = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t('desk.title')}>
        <div className={styles.views}>
          <Segmented<View>
            aria-label={t('desk.view')}
            value={view}
            onChange={(value) => put({ view: value === 'open' ? undefined : value })}
            options={[
              { value: 'open', label: t('desk.open') },
              { value: 'held', label: t('desk.heldView') },
              { value: 'done', label: t('desk.doneToday') },
            ]}
          />
        </div>
        {may(session, 'ORDER_CREATE') && (
          <Link to="/desk/new">
            <Button type="primary" tabIndex={-1} icon={<Icon name="plus" size={14} />}>
              {t('desk.new')}
            </Button>
          </Link>
        )}
      </PageHeader>
      {orders.isError && <ProblemNote error={orders.error} onRetry={() => void orders.refetch()} />}
      <section className="panel">
        {orders.isPending && <Bones rows={10} />}
        {orders.isSuccess && rows.length === 0 && <Nothing view={view} />}
        <ul className={styles.rows}>
          {rows.map((order) => (
            <Row key={order.orderNo} order={order} />
          ))}
        </ul>
        {orders.hasNextPage && (
          <footer className={styles.end}>
            <Button loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </footer>
        )}
      </section>
    </div>
  );
}
