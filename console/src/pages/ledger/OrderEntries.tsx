import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { ProblemNote } from '../../parts/ProblemNote';
import { EntryTable } from './EntryTable';
import styles from './ledger.module.css';
import { documentQuery } from './ledgerQueries';

function Entries({ orderNo }: { orderNo: string }) {
  const { t, language } = useWords();
  const found = useQuery(documentQuery({ order: orderNo }, language));
  if (found.isError) {
    return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (found.data === undefined) {
    return <Bones rows={4} />;
  }
  const { entries } = found.data;
  return entries.length === 0 ? <Empty title={t('ledger.noEntries')} /> : <EntryTable entries={entries} />;
}

/** What the order means in double entry; closed until somebody asks. */
export function OrderEntries({ orderNo }: { orderNo: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className={`panel ${styles.ofOrder}`}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('ledger.ofOrder')}
          <small className="quiet">{t('ledger.ofOrderHint')}</small>
          <span className={open ? styles.turned : ''}>
            <Icon name="down" size={14} />
          </span>
        </button>
      </h2>
      {open && <Entries orderNo={orderNo} />}
    </section>
  );
}
