import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Table, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ImportRun } from '../../api/contract';
import { change, get } from '../../api/http';
import { useSession } from '../../api/queries';
import { useWords, type Words } from '../../i18n';
import { count } from '../../money/format';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { ScrollBox } from '../../parts/ScrollBox';
import { shortMoment } from '../../time/format';
import { accepted, contentTypeOf, fileSize } from './files';
import { ImportState } from './ImportState';
import styles from './imports.module.css';

const watchMs = 1_000;

function useUpload() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (file: File) =>
      change<{ id: string }>('POST', '/imports', file, {
        query: { name: file.name },
        contentType: contentTypeOf(file.name) ?? 'application/octet-stream',
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      navigate(`/imports/${id}`);
    },
  });
}

function DropZone() {
  const { t } = useWords();
  const upload = useUpload();
  const [refused, setRefused] = useState<string>();
  return (
    <div className={styles.drop}>
      <Upload.Dragger
        accept={accepted}
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          const known = contentTypeOf(file.name) !== null;
          setRefused(known ? undefined : file.name);
          if (known) {
            upload.mutate(file);
          }
          return false;
        }}
      >
        <div className={styles.dropText}>
          <Icon name="imports" size={26} />
          <b>
            {upload.isPending ? t('imports.sending', { name: upload.variables.name }) : t('imports.drop')}
          </b>
          <span className="quiet">{t('imports.dropHint')}</span>
        </div>
      </Upload.Dragger>
      {refused !== undefined && (
        <p role="alert" className={styles.refused}>
          {t('imports.badType', { name: refused })}
        </p>
      )}
      {upload.isError && <ProblemNote error={upload.error} />}
    </div>
  );
}

function columnsOf({ t }: Words, zone: string): TableColumnsType<ImportRun> {
  const numbers = ['rows', 'accepted', 'repeated', 'stale', 'rejected'] as const;
  return [
    {
      title: t('imports.column.name'),
      render: (_, run) => <Link to={`/imports/${run.id}`}>{run.name}</Link>,
    },
    { title: t('imports.column.state'), width: 160, render: (_, run) => <ImportState run={run} /> },
    ...numbers.map((name) => ({
      title: t(`imports.column.${name}`),
      align: 'right' as const,
      width: 92,
      className: 'num',
      render: (_: unknown, run: ImportRun) => (
        <span className={name === 'rejected' && run.rejected > 0 ? styles.rejectedInk : ''}>
          {count(run[name])}
        </span>
      ),
    })),
    {
      title: t('imports.column.size'),
      align: 'right',
      width: 92,
      className: 'num',
      render: (_, run) => fileSize(run.bytes),
    },
    {
      title: t('imports.column.started'),
      width: 120,
      className: 'num',
      render: (_, run) => shortMoment(run.startedAt, zone),
    },
  ];
}

export function Imports() {
  const words = useWords();
  const { t } = words;
  const { zone } = useSession().tenant;
  const runs = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => get<ImportRun[]>('/imports', {}, signal),
    refetchInterval: ({ state }) => (state.data?.some((run) => run.state === 'RUNNING') ? watchMs : false),
  });
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t('imports.title')} note={t('imports.note')} />
      <DropZone />
      {runs.isError && <ProblemNote error={runs.error} onRetry={() => void runs.refetch()} />}
      <section className="panel">
        {runs.isPending && <Bones rows={4} />}
        {runs.data?.length === 0 && (
          <Empty title={t('imports.empty')}>
            <p>{t('imports.emptyHint')}</p>
          </Empty>
        )}
        {runs.data !== undefined && runs.data.length > 0 && (
          <ScrollBox label={t('imports.title')}>
            <Table
              size="small"
              rowKey="id"
              columns={columnsOf(words, zone)}
              dataSource={runs.data}
              pagination={false}
            />
          </ScrollBox>
        )}
      </section>
    </div>
  );
}
