import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { ordersPage, useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { count } from '../../money/format';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { usePhone } from '../../theme/preferences';
import { FilterBar, Period } from './FilterBar';
import { asQuery, type Filters, filterNames, filtersSet, noFilters } from './filters';
import { OrderCards } from './OrderCards';
import { OrderTable } from './OrderTable';
import styles from './orders.module.css';

const pageSize = 50;

function useOrders(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['orders', filters],
    queryFn: ({ pageParam, signal }) => ordersPage(asQuery(filters), pageParam, pageSize, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useWords();
  const session = useSession();
  return (
    <Empty title={filtered ? t('orders.empty') : t('orders.none')}>
      <p>{filtered ? t('orders.emptyHint') : t('orders.noneHint')}</p>
      <p className={styles.ways}>
        {filtered && <Button onClick={onClear}>{t('action.clear')}</Button>}
        {may(session, 'ORDER_CREATE') && <Link to="/desk/new">{t('nav.desk')}</Link>}
        {may(session, 'IMPORT') && <Link to="/imports">{t('nav.imports')}</Link>}
      </p>
    </Empty>
  );
}

export function Orders() {
  const { t } = useWords();
  const phone = usePhone();
  const [filters, put] = useQueryState(filterNames);
  const orders = useOrders(filters);
  const rows = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  const hereSince = orders.data?.pages.at(-1)?.hereSince;
  const filtered = filters.q !== undefined || filtersSet(filters) > 0;
  return (
    <div className={pageStyles.page}>
      <PageHeader
        title={t('orders.title')}
        note={orders.isSuccess ? t('orders.count', { count: count(rows.length) }) : undefined}
      >
        {!phone && <Period filters={filters} put={put} />}
      </PageHeader>
      <FilterBar filters={filters} put={put} />
      {orders.isError && <ProblemNote error={orders.error} onRetry={() => void orders.refetch()} />}
      <section className={`panel ${styles.list}`} aria-busy={orders.isFetching}>
        {orders.isPending && <Bones rows={12} />}
        {orders.isSuccess && rows.length === 0 && (
          <Nothing filtered={filtered} onClear={() => put(noFilters)} />
        )}
        {rows.length > 0 && (phone ? <OrderCards rows={rows} /> : <OrderTable rows={rows} />)}
        {rows.length > 0 && (
          <footer className={styles.end}>
            {orders.hasNextPage ? (
              <Button loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
                {t('action.more')}
              </Button>
            ) : (
              <span className="quiet">
                {hereSince ? t('orders.archived', { day: hereSince }) : t('common.noMore')}
              </span>
            )}
          </footer>
        )}
      </section>
    </div>
  );
}
