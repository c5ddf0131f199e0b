import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { ProblemNote } from '../../parts/ProblemNote';
import { usePhone } from '../../theme/preferences';
import { hourMinute, monthDay } from '../../time/format';
import { DocumentLink } from './DocumentLink';
import { SideName } from './EntryTable';
import { type AccountEntry, type AccountOf, countsAt, entryKey, entryText, seenFrom } from './entries';
import styles from './ledger.module.css';
import { dayEntriesQuery } from './ledgerQueries';
import type { Moment } from './moment';

function EntryRows({ rows }: { rows: AccountEntry[] }) {
  const words = useWords();
  const { t } = words;
  const { zone } = useSession().tenant;
  return (
    <table className={`${styles.table} ${styles.entries}`}>
      <thead>
        <tr>
          <th scope="col">{t('ledger.document')}</th>
          <th scope="col">{t('ledger.text')}</th>
          <th scope="col">{t('ledger.opposite')}</th>
          <th scope="col">{t('ledger.belongsTo')}</th>
          <th scope="col">{t('ledger.debit')}</th>
          <th scope="col">{t('ledger.credit')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, side, opposite }, index) => (
          <tr key={entryKey(entry, index)}>
            <td>
              <DocumentLink entry={entry} />{' '}
              <small className="num quiet">{hourMinute(entry.postedAt, zone)}</small>
            </td>
            <td title={entry.by}>{entryText(entry, words)}</td>
            <td>
              <SideName side={opposite} />
            </td>
            <td className="num">{entry.happenedOn.slice(5)}</td>
            <td>
              <Amount value={side === 'debit' ? entry.amount : null} currency={entry.currency} />
            </td>
            <td>
              <Amount value={side === 'credit' ? entry.amount : null} currency={entry.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EntryCards({ rows }: { rows: AccountEntry[] }) {
  const words = useWords();
  const { t } = words;
  const { zone } = useSession().tenant;
  return (
    <ul className={styles.entryCards}>
      {rows.map(({ entry, side, opposite }, index) => (
        <li key={entryKey(entry, index)}>
          <p>
            <DocumentLink entry={entry} />
            <span className="nowrap">
              <span className="quiet">{t(side === 'debit' ? 'ledger.dr' : 'ledger.cr')} </span>
              <Amount value={entry.amount} currency={entry.currency} />
            </span>
          </p>
          <p>
            <span>{entryText(entry, words)}</span>
            <SideName side={opposite} />
          </p>
          <p className="num quiet">
            {monthDay(entry.postedAt, zone)} {hourMinute(entry.postedAt, zone)}
            {` · ${t('ledger.belongs')} ${entry.happenedOn.slice(5)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface DayEntriesProps {
  of: AccountOf;
  day: string;
  moment: Moment;
}

/** The entries that one account got on one day of posting, as far as the moment counts them. */
export function DayEntries({ of, day, moment }: DayEntriesProps) {
  const { t, language } = useWords();
  const phone = usePhone();
  const entries = useInfiniteQuery(dayEntriesQuery(day, of.account, of.party, language));
  const all = entries.data?.pages.flatMap((page) => page.entries) ?? [];
  const rows = seenFrom(all, of).filter(({ entry }) => countsAt(entry, moment.on, moment.known));
  return (
    <section className={styles.dayEntries} aria-label={t('ledger.openDay', { day })}>
      {entries.isError && <ProblemNote error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Bones rows={4} />}
      {entries.isSuccess && rows.length === 0 && !entries.hasNextPage && (
        <Empty title={t('ledger.noEntries')} />
      )}
      {rows.length > 0 && (phone ? <EntryCards rows={rows} /> : <EntryRows rows={rows} />)}
      {entries.hasNextPage && (
        <footer className={styles.end}>
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </footer>
      )}
    </section>
  );
}
