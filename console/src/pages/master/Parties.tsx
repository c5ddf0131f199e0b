import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { MasterParty } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useSettled } from '../../app/useSettled';
import { useWords, type Words } from '../../i18n';
import { usePhone } from '../../theme/preferences';
import { MasterPage } from './MasterPage';
import styles from './master.module.css';
import { partiesQuery } from './masterQueries';
import { PartyForm } from './PartyForm';
import { RecordList } from './RecordList';
import { RecordSearch } from './RecordSearch';
import { RegionNames } from './RegionNames';

export const partyKinds = ['PARTNER', 'ENGINEER', 'DEPARTMENT'] as const;

export const partyPath = (id: string) => `/master/parties/${encodeURIComponent(id)}`;

function columnsOf({ t, word }: Words): TableColumnsType<MasterParty> {
  return [
    {
      title: t('recordField.id'),
      width: 140,
      ellipsis: true,
      render: (_, { id }) => <Link to={partyPath(id)}>{id}</Link>,
    },
    { title: t('recordField.kind'), width: 88, render: (_, { kind }) => word('kind', kind) },
    { title: t('recordField.name'), dataIndex: 'name', ellipsis: true },
    { title: t('recordField.type'), width: 128, dataIndex: 'type', ellipsis: true },
    { title: t('recordField.mode'), width: 112, dataIndex: 'mode', ellipsis: true },
    { title: t('recordField.grade'), width: 72, dataIndex: 'grade' },
    {
      title: t('recordField.taxpayer'),
      width: 120,
      render: (_, { taxpayer }) => word('taxpayer', taxpayer),
    },
    {
      title: t('recordField.regions'),
      width: 200,
      ellipsis: true,
      render: (_, { regions = [] }) => <RegionNames codes={regions} />,
    },
  ];
}

function Cards({ rows }: { rows: MasterParty[] }) {
  const { word } = useWords();
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={partyPath(row.id)}>
            <span>
              <b>{row.name}</b>
              <span className="quiet">{word('kind', row.kind)}</span>
            </span>
            <span className="quiet">
              <span className="mono">{row.id}</span>
              <span>{[row.type, row.mode, row.grade].filter(Boolean).join(' · ')}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Partners, engineers and departments as they are today. */
export function Parties() {
  const words = useWords();
  const { t, word } = words;
  const phone = usePhone();
  const session = useSession();
  const navigate = useNavigate();
  const [{ kind, q }, put] = useQueryState(['kind', 'q'] as const);
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery(partiesQuery(kind, useSettled(q ?? '', 200)));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = (
    <>
      <RecordSearch q={q} onChange={(text) => put({ q: text }, true)} />
      <Select
        className={styles.kind}
        aria-label={t('recordField.kind')}
        value={kind ?? ''}
        onChange={(chosen: string) => put({ kind: chosen })}
        options={[
          { value: '', label: t('master.anyKind') },
          ...partyKinds.map((each) => ({ value: each as string, label: word('kind', each) })),
        ]}
      />
      {may(session, 'MASTER_EDIT') && (
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('master.add')}
        </Button>
      )}
    </>
  );
  return (
    <MasterPage actions={actions}>
      <RecordList list={list} empty={rows.length === 0}>
        {phone ? (
          <Cards rows={rows} />
        ) : (
          <Table
            size="small"
            rowKey="id"
            columns={columnsOf(words)}
            dataSource={rows}
            pagination={false}
            tableLayout="fixed"
          />
        )}
      </RecordList>
      <PartyForm
        open={adding}
        onClose={() => setAdding(false)}
        onRecorded={(id) => navigate(partyPath(id))}
      />
    </MasterPage>
  );
}
