import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Contract } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import { ContractForm } from './ContractForm';
import { ContractRows } from './ContractRows';
import { MasterPage } from './MasterPage';
import { contractsQuery } from './masterQueries';
import { RecordList } from './RecordList';
import { RecordSearch } from './RecordSearch';
import { Rules } from './Rules';

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
