import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { Earnings } from '../../api/contract';
import { get } from '../../api/http';
import { useSession } from '../../api/queries';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { money } from '../../money/format';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { PartySelect } from '../../parts/PartySelect';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { RollingNumber } from '../../parts/RollingNumber';
import type { Payee } from '../../parts/why/WhyOrder';
import { day, daysBefore } from '../../time/format';
import { Days } from './Days';
import { EarnedRow } from './EarnedRow';
import styles from './earnings.module.css';
import { lastMonth } from './period';
import { Rebates } from './Rebates';

const readAgainMs = 15_000;

interface Asked {
  handler: string | undefined;
  counterparty: string | undefined;
  from: string | undefined;
  until: string | undefined;
}

function useEarnings(asked: Asked, enabled: boolean) {
  return useInfiniteQuery({
    enabled,
    queryKey: ['earnings', asked],
    queryFn: ({ pageParam, signal }) => get<Earnings>('/earnings', { ...asked, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: readAgainMs,
  });
}

function Totals({ earnings }: { earnings: Earnings }) {
  const { t } = useWords();
  const rows = [
    [t('earnings.today'), earnings.today],
    [t('earnings.month'), earnings.month],
  ] as const;
  return (
    <dl className={`panel ${styles.totals}`}>
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <RollingNumber text={money(amount, earnings.currency)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface PeriodProps {
  from: string | undefined;
  until: string | undefined;
  put: (change: { from?: string | undefined; until?: string | undefined }) => void;
}

function Period({ from, until, put }: PeriodProps) {
  const { t } = useWords();
  const today = day(Date.now(), useSession().tenant.zone);
  const last = lastMonth(today);
  const oneDay = from !== undefined && from === until;
  return (
    <>
      <DatePicker
        className={styles.day ?? ''}
        aria-label={t('earnings.pickDay')}
        placeholder={t('earnings.pickDay')}
        format="MM-DD"
        value={oneDay ? dayjs(from) : null}
        disabledDate={(date) => date.format('YYYY-MM-DD') > today}
        onChange={(date) => {
          const chosen = date?.format('YYYY-MM-DD');
          put({ from: chosen, until: chosen });
        }}
      />
      <Segmented
        aria-label={t('earnings.period')}
        value={oneDay ? '' : from === last.from ? 'last' : 'this'}
        onChange={(chosen) => put(chosen === 'last' ? last : { from: undefined, until: undefined })}
        options={[
          { value: 'this', label: t('earnings.thisMonth') },
          { value: 'last', label: t('earnings.lastMonth') },
        ]}
      />
    </>
  );
}

interface EarnedOrdersProps {
  earnings: ReturnType<typeof useEarnings>;
  currency: string;
  payee: Payee;
  children: ReactNode;
}

function EarnedOrders({ earnings, currency, payee, children }: EarnedOrdersProps) {
  const { t } = useWords();
  const rows = earnings.data?.pages.flatMap(({ orders }) => orders) ?? [];
  return (
    <section className={`panel ${styles.orders}`}>
      <header>
        <h2>{t('earnings.orders')}</h2>
        {children}
      </header>
      {rows.length === 0 && (
        <Empty title={t('earnings.empty')}>
          <p>{t('earnings.emptyHint')}</p>
        </Empty>
      )}
      <ul>
        {rows.map((order) => (
          <EarnedRow key={order.orderNo} order={order} currency={currency} payee={payee} />
        ))}
      </ul>
      {earnings.hasNextPage && (
        <footer className={styles.end}>
          <Button loading={earnings.isFetchingNextPage} onClick={() => void earnings.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </footer>
      )}
    </section>
  );
}

/** What a person earned, phone first: two sums, the days, each order with its reason. */
export function MyEarnings() {
  const { t } = useWords();
  const session = useSession();
  const [state, put] = useQueryState(['handler', 'counterparty', 'from', 'until'] as const);
  const own = session.user.role === 'ENGINEER' || session.user.role === 'PARTNER';
  const whose = { handler: state.handler, counterparty: state.counterparty };
  const known = own || state.handler !== undefined || state.counterparty !== undefined;
  // The server takes the day after the last; without days it tells the present month, which the two sums are of.
  const until = state.until === undefined ? undefined : daysBefore(state.until, -1);
  const totals = useEarnings({ ...whose, from: undefined, until: undefined }, known);
  const earnings = useEarnings({ ...whose, from: state.from, until }, known);
  const sums = totals.data?.pages[0];
  const payee = session.user.role === 'PARTNER' || state.counterparty !== undefined ? 'partner' : 'engineer';
  const first = earnings.data?.pages[0];
  return (
    <div className={`${pageStyles.page} ${styles.page}`}>
      <PageHeader title={t('earnings.title')} note={own ? session.user.name : undefined}>
        {!own && (
          <PartySelect
            kind="ENGINEER"
            className={styles.person ?? ''}
            hint={t('earnings.choose')}
            value={state.handler}
            onChange={(handler) => put({ handler })}
          />
        )}
      </PageHeader>
      {earnings.isError && <ProblemNote error={earnings.error} onRetry={() => void earnings.refetch()} />}
      {!known && (
        <section className="panel">
          <Empty title={t('earnings.choose')}>
            <p>{t('earnings.chooseHint')}</p>
          </Empty>
        </section>
      )}
      {known && earnings.isPending && (
        <section className="panel">
          <Bones rows={9} />
        </section>
      )}
      {first !== undefined && (
        <>
          {sums !== undefined && <Totals earnings={sums} />}
          <Rebates party={state.handler ?? state.counterparty} payee={payee} on={state.from} />
          <Days earnings={first} />
          <EarnedOrders earnings={earnings} currency={first.currency} payee={payee}>
            <Period from={state.from} until={state.until} put={put} />
          </EarnedOrders>
        </>
      )}
    </div>
  );
}
