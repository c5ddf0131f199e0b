import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n';
import { Icon } from './Icon';
import styles from './page.module.css';

interface PageHeaderProps {
  title: ReactNode;
  note?: ReactNode;
  back?: string;
  children?: ReactNode;
}

/** Title, a quiet note beside it, and the page's actions. */
export function PageHeader({ title, note, back, children }: PageHeaderProps) {
  const { t } = useWords();
  return (
    <header className={styles.header}>
      {back !== undefined && (
        <Link to={back} className={styles.back} aria-label={t('action.back')}>
          <Icon name="left" size={18} />
        </Link>
      )}
      <h1>{title}</h1>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <span className={styles.gap} />
      {children}
    </header>
  );
}
