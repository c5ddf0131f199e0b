import type { EntrySide, LedgerEntry } from '../../api/ledger';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { usePhone } from '../../theme/preferences';
import { entryKey, entryText } from './entries';
import styles from './ledger.module.css';

/** An account and whose it is: 应付 上海静安家电服务. */
export function SideName({ side }: { side: EntrySide }) {
  return (
    <span>
      {side.name}
      {side.party && <span className="quiet"> {side.partyName ?? side.party}</span>}
    </span>
  );
}

function Rows({ entries }: { entries: LedgerEntry[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <table className={`${styles.table} ${styles.document}`}>
      <thead>
        <tr>
          <th scope="col">{t('ledger.line')}</th>
          <th scope="col">{t('ledger.text')}</th>
          <th scope="col">{t('ledger.debit')}</th>
          <th scope="col">{t('ledger.credit')}</th>
          <th scope="col">{t('ledger.belongsTo')}</th>
          <th scope="col">{t('ledger.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <tr key={entryKey(entry, index)}>
            <td className="num">{entry.line ?? '—'}</td>
            <td>{entryText(entry, words)}</td>
            <td>
              <SideName side={entry.debit} />
            </td>
            <td>
              <SideName side={entry.credit} />
            </td>
            <td className="num">{entry.happenedOn}</td>
            <td>
              <Amount value={entry.amount} currency={entry.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ entries }: { entries: LedgerEntry[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <ul className={styles.entryCards}>
      {entries.map((entry, index) => (
        <li key={entryKey(entry, index)}>
          <p>
            <span>
              <span className="quiet">{t('ledger.dr')} </span>
              <SideName side={entry.debit} />
            </span>
            <Amount value={entry.amount} currency={entry.currency} />
          </p>
          <p>
            <span>
              <span className="quiet">{t('ledger.cr')} </span>
              <SideName side={entry.credit} />
            </span>
          </p>
          <p className="quiet">
            {[
              entry.line ? t('ledger.lineNo', { line: entry.line }) : '',
              entryText(entry, words),
              entry.happenedOn,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The entries of one document; narrow where there is no room for columns. */
export function EntryTable({ entries, narrow = false }: { entries: LedgerEntry[]; narrow?: boolean }) {
  const phone = usePhone();
  return phone || narrow ? <Cards entries={entries} /> : <Rows entries={entries} />;
}
