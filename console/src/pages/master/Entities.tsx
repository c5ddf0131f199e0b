import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { ProblemNote } from '../../parts/ProblemNote';
import { MasterPage } from './MasterPage';
import styles from './master.module.css';
import { entitiesQuery } from './masterQueries';
import { RecordForm } from './RecordForm';
import { RegionNames } from './RegionNames';

/** The legal entities whose books orders are in. */
export function Entities() {
  const { t } = useWords();
  const edits = may(useSession(), 'MASTER_EDIT');
  const [adding, setAdding] = useState(false);
  const entities = useQuery(entitiesQuery);
  const actions = edits && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('master.add')}
    </Button>
  );
  return (
    <MasterPage actions={actions}>
      <p className={`quiet ${styles.note}`}>{t('master.entitiesNote')}</p>
      {entities.isError && <ProblemNote error={entities.error} onRetry={() => void entities.refetch()} />}
      <section className={`panel ${styles.list}`} aria-busy={entities.isFetching}>
        {entities.isPending && <Bones rows={3} />}
        <ul className={styles.cards}>
          {entities.data?.map(({ id, name, regions }) => (
            <li key={id} className={styles.card}>
              <span>
                <b>{name}</b>
                <span className="mono quiet">{id}</span>
              </span>
              <span>
                <RegionNames codes={regions} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <RecordForm
        open={adding}
        title={t('master.add')}
        kind="legal-entities"
        fields={[
          { name: 'id', label: t('recordField.id'), kind: 'text', required: true },
          { name: 'name', label: t('recordField.name'), kind: 'text', required: true },
          { name: 'regions', label: t('recordField.regions'), kind: 'regions' },
        ]}
        initial={{}}
        onClose={() => setAdding(false)}
        onRecorded={() => setAdding(false)}
      />
    </MasterPage>
  );
}
