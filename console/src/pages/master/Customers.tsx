import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { search } from '../../api/http';
import type { Customer } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { ProblemNote } from '../../parts/ProblemNote';
import { usePhone } from '../../theme/preferences';
import { day } from '../../time/format';
import { History } from './History';
import { MasterPage } from './MasterPage';
import styles from './master.module.css';
import { customerQuery, customersQuery } from './masterQueries';
import { type RecordField, RecordForm } from './RecordForm';
import { RecordList } from './RecordList';
import { RecordSearch } from './RecordSearch';

const pathOf = (id: string, q: string | undefined) => `/master/customers${search({ q, id })}`;

function CustomerForm({ customer, onClose }: { customer: Customer | undefined; onClose: () => void }) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const known = customer !== undefined && customer.id !== '';
  const fields: RecordField[] = [
    { name: 'id', label: t('recordField.id'), kind: 'text', required: true, fixed: known },
    { name: 'name', label: t('recordField.name'), kind: 'text', required: true },
    { name: 'class', label: t('recordField.class'), kind: 'text' },
    { name: 'validFrom', label: t('master.from'), note: t('master.fromHint'), kind: 'day' },
    {
      name: 'reason',
      label: t('master.reason'),
      note: t('master.reasonHint'),
      kind: 'text',
      required: known,
    },
  ];
  return (
    <RecordForm
      open={customer !== undefined}
      title={known ? `${t('master.edit')} ${customer.id}` : t('master.add')}
      kind="customers"
      fields={fields}
      initial={
        known
          ? {
              id: customer.id,
              name: customer.name,
              class: customer.customerClass ?? undefined,
              validFrom: day(Date.now(), zone),
            }
          : {}
      }
      onClose={onClose}
      onRecorded={onClose}
    />
  );
}

function Inside({ id, onEdit }: { id: string; onEdit: ((customer: Customer) => void) | undefined }) {
  const { t } = useWords();
  const found = useQuery(customerQuery(id));
  return (
    <div className={styles.inside}>
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Bones rows={4} />}
      {found.data !== undefined && (
        <>
          <p>
            <b>{found.data.today.name}</b> {found.data.today.customerClass}
          </p>
          {onEdit !== undefined && (
            <Button onClick={() => onEdit(found.data.today)}>{t('master.edit')}</Button>
          )}
          <History versions={found.data.versions} />
        </>
      )}
    </div>
  );
}

function Rows({ rows, q }: { rows: Customer[]; q: string | undefined }) {
  const { t } = useWords();
  const phone = usePhone();
  if (!phone) {
    return (
      <Table
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={false}
        tableLayout="fixed"
        columns={[
          {
            title: t('recordField.id'),
            width: 180,
            render: (_, { id }) => <Link to={pathOf(id, q)}>{id}</Link>,
          },
          { title: t('recordField.name'), dataIndex: 'name', ellipsis: true },
          { title: t('recordField.class'), width: 180, dataIndex: 'customerClass' },
        ]}
      />
    );
  }
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={pathOf(row.id, q)}>
            <span>
              <b>{row.name}</b>
              <span>{row.customerClass}</span>
            </span>
            <span className="quiet mono">{row.id}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Customers with a master record. */
export function Customers() {
  const { t } = useWords();
  const edits = may(useSession(), 'MASTER_EDIT');
  const [{ q, id }, put] = useQueryState(['q', 'id'] as const);
  const [editing, setEditing] = useState<Customer>();
  const list = useInfiniteQuery(customersQuery(useSettled(q ?? '', 200)));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = (
    <>
      <RecordSearch q={q} onChange={(text) => put({ q: text }, true)} />
      {edits && (
        <Button type="primary" onClick={() => setEditing({ id: '', name: '' })}>
          {t('master.add')}
        </Button>
      )}
    </>
  );
  return (
    <MasterPage actions={actions}>
      <RecordList list={list} empty={rows.length === 0}>
        <Rows rows={rows} q={q} />
      </RecordList>
      <Drawer
        open={id !== undefined && editing === undefined}
        size={440}
        destroyOnHidden
        title={id}
        onClose={() => put({ id: undefined })}
      >
        {id !== undefined && <Inside id={id} onEdit={edits ? setEditing : undefined} />}
      </Drawer>
      <CustomerForm customer={editing} onClose={() => setEditing(undefined)} />
    </MasterPage>
  );
}
