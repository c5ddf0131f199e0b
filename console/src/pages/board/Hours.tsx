import { lazy, Suspense } from 'react';
import type { Board } from '../../api/contract';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import styles from './lists.module.css';

/** On its way with the page, not only once the figures are there. */
const loading = import('./HoursChart');
const HoursChart = lazy(async () => ({ default: (await loading).HoursChart }));

export function Hours({ board }: { board: Board }) {
  const { t } = useWords();
  return (
    <section className={`panel ${styles.hours}`}>
      <header>
        <h2>{t('board.hours')}</h2>
        <span className={styles.key}>
          <i /> {t('board.hoursToday')}
        </span>
        <span className={styles.key}>
          <i className={styles.keyBefore} /> {t('board.hoursLastWeek')}
        </span>
      </header>
      <Suspense fallback={<Bones rows={4} />}>
        <HoursChart board={board} />
      </Suspense>
    </section>
  );
}
