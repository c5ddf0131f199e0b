import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Contract } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import { relationName } from '../../parts/relation';
import { ContractForm } from './ContractForm';
import { ContractRows } from './ContractRows';
import { MasterPage } from './MasterPage';
import styles from './master.module.css';
import { contractsQuery, rulesQuery } from './masterQueries';
import { RecordList } from './RecordList';
import { RecordSearch } from './RecordSearch';

function Rules() {
  const words = useWords();
  const { t } = words;
  const rules = useQuery(rulesQuery);
  return (
    <section className={`panel ${styles.rules}`}>
      <header>
        <h2>{t('master.rules')}</h2>
      </header>
      {rules.data?.length === 0 && <p className="quiet">{t('master.noRules')}</p>}
      <ul>
        {rules.data?.map((rule) => {
          const from = rule.from ?? t('master.always');
          return (
            <li key={`${rule.relation}${from}`}>
              <b>{relationName(rule.relation, words)}</b>
              <span>{rule.required ? t('master.rule.yes', { from }) : t('master.rule.no', { from })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Contracts, and which relations need one. */
export function ContractList() {
  const { t } = useWords();
  const session = useSession();
  const [{ q }, put] = useQueryState(['q'] as const);
  const [form, setForm] = useState<{ contract: Contract | undefined }>();
  const list = useInfiniteQuery(contractsQuery(undefined, useSettled(q ?? '', 200)));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const edits = may(session, 'MASTER_EDIT');
  const actions = (
    <>
      <RecordSearch q={q} onChange={(text) => put({ q: text }, true)} />
      {edits && (
        <Button type="primary" onClick={() => setForm({ contract: undefined })}>
          {t('master.addContract')}
        </Button>
      )}
    </>
  );
  return (
    <MasterPage actions={actions}>
      <Rules />
      <RecordList list={list} empty={rows.length === 0}>
        <ContractRows rows={rows} onEdit={edits ? (contract) => setForm({ contract }) : undefined} />
      </RecordList>
      <ContractForm open={form !== undefined} contract={form?.contract} onClose={() => setForm(undefined)} />
    </MasterPage>
  );
}
