import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** Says what is missing and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{title}</p>
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}
