import { Select } from 'antd';
import type { BookEntry } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { day } from '../../time/format';
import { newestFirst } from './bookQueries';
import styles from './books.module.css';

interface VersionSelectProps {
  entry: BookEntry;
  label: string;
  value: number;
  onChange: (version: number) => void;
}

/** The versions of a book, newest first, each with the day from which it is valid. */
export function VersionSelect({ entry, label, value, onChange }: VersionSelectProps) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  return (
    <Select
      aria-label={label}
      className={styles.pick}
      value={value}
      onChange={onChange}
      options={newestFirst(entry.versions).map(({ version, validFrom }) => ({
        value: version,
        label: `${t('books.version', { version })} · ${day(validFrom, zone)}`,
      }))}
    />
  );
}
