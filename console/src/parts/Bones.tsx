import { useWords } from '../i18n';
import styles from './parts.module.css';

/** A skeleton of text rows, in the place of what is loading. */
export function Bones({ rows = 4, height }: { rows?: number; height?: number }) {
  const { t } = useWords();
  const widths = ['92%', '74%', '84%', '61%', '88%', '70%'];
  return (
    <div
      className={styles.bones}
      role="status"
      style={height === undefined ? undefined : { minHeight: height }}
    >
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} style={{ width: widths[row % widths.length] }} />
      ))}
    </div>
  );
}
