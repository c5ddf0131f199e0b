import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Contract, MasterParty } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { ContractForm } from './ContractForm';
import { ContractRows } from './ContractRows';
import { History } from './History';
import styles from './master.module.css';
import { contractsQuery, partyQuery } from './masterQueries';
import { partyPath } from './Parties';
import { PartyForm } from './PartyForm';
import { RecordList } from './RecordList';
import { RegionNames } from './RegionNames';

function Today({ party }: { party: MasterParty }) {
  const { t, word } = useWords();
  const rows = [
    [t('recordField.kind'), word('kind', party.kind)],
    [t('recordField.type'), party.type],
    [t('recordField.mode'), party.mode],
    [t('recordField.grade'), party.grade],
    [t('recordField.taxpayer'), word('taxpayer', party.taxpayer)],
    [t('recordField.costCentre'), party.costCentre],
  ] as const;
  return (
    <section className="panel">
      <header>
        <h2>{t('master.today')}</h2>
      </header>
      <dl className={styles.facts}>
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <div>
          <dt>{t('recordField.regions')}</dt>
          <dd>
            <RegionNames codes={party.regions ?? []} />
          </dd>
        </div>
        {party.partnerId && (
          <div>
            <dt>{t('recordField.partnerId')}</dt>
            <dd>
              <Link to={partyPath(party.partnerId)}>{party.partnerId}</Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Contracts({ id, edits }: { id: string; edits: boolean }) {
  const { t } = useWords();
  const [form, setForm] = useState<{ contract: Contract | undefined }>();
  const list = useInfiniteQuery(contractsQuery(id, undefined));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <header className={styles.between}>
        <h2>{t('master.contracts')}</h2>
        {edits && (
          <Button size="small" onClick={() => setForm({ contract: undefined })}>
            {t('master.addContract')}
          </Button>
        )}
      </header>
      <RecordList list={list} empty={rows.length === 0} emptyTitle={t('master.noContracts')}>
        <ContractRows rows={rows} onEdit={edits ? (contract) => setForm({ contract }) : undefined} />
      </RecordList>
      <ContractForm
        open={form !== undefined}
        contract={form?.contract}
        party={id}
        onClose={() => setForm(undefined)}
      />
    </>
  );
}

/** One counterparty: as it is today, its contracts, and what was said of it from when on. */
export function PartyPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const edits = may(useSession(), 'MASTER_EDIT');
  const [editing, setEditing] = useState(false);
  const found = useQuery(partyQuery(id));
  return (
    <div className={pageStyles.page}>
      <PageHeader back="/master" title={found.data?.today.name ?? id} note={id}>
        {edits && found.data !== undefined && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('master.edit')}
          </Button>
        )}
      </PageHeader>
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <section className="panel">
          <Bones rows={8} />
        </section>
      )}
      {found.data !== undefined && (
        <>
          <div className={styles.columns}>
            <Today party={found.data.today} />
            <History versions={found.data.versions} />
          </div>
          <Contracts id={id} edits={edits} />
          <PartyForm
            open={editing}
            party={found.data.today}
            onClose={() => setEditing(false)}
            onRecorded={() => setEditing(false)}
          />
        </>
      )}
    </div>
  );
}
