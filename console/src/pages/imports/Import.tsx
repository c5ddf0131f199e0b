import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImportRun, Page, RejectedRow } from '../../api/contract';
import { get } from '../../api/http';
import { useSession } from '../../api/queries';
import { useWords, type Words } from '../../i18n';
import { count } from '../../money/format';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { ScrollBox } from '../../parts/ScrollBox';
import { day } from '../../time/format';
import { csvOf } from './files';
import { ImportState } from './ImportState';
import styles from './imports.module.css';

const watchMs = 700;

function rejectedPage(id: string, cursor: string | undefined, signal?: AbortSignal) {
  return get<Page<RejectedRow>>(`/imports/${id}/rejected`, { cursor, limit: 200 }, signal);
}

async function allRejected(id: string): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await rejectedPage(id, cursor);
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function columnsOf({ t }: Words): TableColumnsType<RejectedRow> {
  return [
    {
      title: t('imports.column.row'),
      width: 80,
      align: 'right',
      className: 'num',
      render: (_, each) => count(each.row),
    },
    {
      title: t('imports.column.field'),
      width: 160,
      render: (_, each) => <span className="mono">{each.column ?? '—'}</span>,
    },
    {
      title: t('imports.column.value'),
      width: 240,
      render: (_, each) => <span className={`mono ${styles.value}`}>{each.value ?? '—'}</span>,
    },
    { title: t('imports.column.reason'), dataIndex: 'reason' },
    {
      title: t('imports.column.allowed'),
      render: (_, each) => <span className="quiet">{each.allowed ?? ''}</span>,
    },
  ];
}

function Rejected({ run }: { run: ImportRun }) {
  const words = useWords();
  const { t } = words;
  const { zone } = useSession().tenant;
  const [saving, setSaving] = useState(false);
  const rejected = useInfiniteQuery({
    queryKey: ['imports', run.id, 'rejected', run.rejected],
    queryFn: ({ pageParam, signal }) => rejectedPage(run.id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = rejected.data?.pages.flatMap(({ items }) => items) ?? [];
  const download = async () => {
    setSaving(true);
    try {
      const all = await allRejected(run.id);
      const body = all.map((each) => [
        String(each.row),
        each.column ?? '',
        each.value ?? '',
        each.reason,
        each.allowed ?? '',
      ]);
      const head = (['row', 'field', 'value', 'reason', 'allowed'] as const).map((name) =>
        t(`imports.column.${name}`),
      );
      save(`${run.name}-${day(run.startedAt, zone)}-rejected.csv`, csvOf([head, ...body]));
    } finally {
      setSaving(false);
    }
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('imports.rejectedTitle')}</h2>
        {rows.length > 0 && <span className={`quiet ${styles.onlyWide}`}>{t('imports.rejectedHint')}</span>}
        {rows.length > 0 && (
          <Button size="small" loading={saving} onClick={() => void download()}>
            {t('action.download')}
          </Button>
        )}
      </header>
      {rejected.isError && <ProblemNote error={rejected.error} onRetry={() => void rejected.refetch()} />}
      {rejected.isPending && <Bones rows={4} />}
      {rejected.isSuccess && rows.length === 0 && <Empty title={t('imports.rejectedNone')} />}
      {rows.length > 0 && (
        <ScrollBox label={t('imports.rejectedTitle')}>
          <Table
            size="small"
            rowKey={(each) => `${each.row}${each.column ?? ''}`}
            columns={columnsOf(words)}
            dataSource={rows}
            pagination={false}
          />
        </ScrollBox>
      )}
      {rejected.hasNextPage && (
        <footer className={styles.end}>
          <Button loading={rejected.isFetchingNextPage} onClick={() => void rejected.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </footer>
      )}
    </section>
  );
}

function Counts({ run }: { run: ImportRun }) {
  const { t } = useWords();
  const names = ['rows', 'accepted', 'repeated', 'stale', 'rejected'] as const;
  return (
    <dl className={`panel ${styles.counts}`}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`imports.column.${name}`)}</dt>
          <dd className={`num ${name === 'rejected' && run.rejected > 0 ? styles.rejectedInk : ''}`}>
            {count(run[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function tookSeconds(run: ImportRun): string | null {
  return run.finishedAt ? ((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000).toFixed(1) : null;
}

/** One import: progress while it runs, then the counts and every rejected row. */
export function Import() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const run = useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<ImportRun>(`/imports/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? watchMs : false),
  });
  const { data } = run;
  const took = data === undefined ? null : tookSeconds(data);
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back="/imports"
        title={data?.name ?? id}
        note={took === null ? data?.format : `${data?.format} · ${t('imports.took', { seconds: took })}`}
      >
        {data !== undefined && <ImportState run={data} />}
        {data !== undefined && data.accepted > 0 && <Link to="/orders">{t('imports.seeOrders')}</Link>}
      </PageHeader>
      {run.isError && <ProblemNote error={run.error} onRetry={() => void run.refetch()} />}
      {data?.problem && (
        <p role="alert" className={styles.problem}>
          {data.problem}
        </p>
      )}
      {data !== undefined && <Counts run={data} />}
      {data !== undefined && data.state !== 'RUNNING' && <Rejected run={data} />}
    </div>
  );
}
