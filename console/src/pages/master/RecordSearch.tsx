import { Input } from 'antd';
import { useWords } from '../../i18n';
import styles from './master.module.css';

interface Props {
  q: string | undefined;
  onChange: (q: string) => void;
}

/** Narrows a list of records to a name or number. */
export function RecordSearch({ q, onChange }: Props) {
  const { t } = useWords();
  return (
    <Input
      type="search"
      allowClear
      className={styles.search ?? ''}
      aria-label={t('master.search')}
      placeholder={t('master.search')}
      value={q ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
