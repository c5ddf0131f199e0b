import { Segmented, Tooltip } from 'antd';
import { lazy, Suspense } from 'react';
import type { Board } from '../../api/contract';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Icon } from '../../parts/Icon';
import type { PutBoardState } from './BoardHeader';
import { type Measure, measures } from './measure';
import { RegionTable } from './RegionTable';
import styles from './regions.module.css';

/** On its way with the page, not only once the figures are there. */
const loading = import('./RegionMap');
const RegionMap = lazy(async () => ({ default: (await loading).RegionMap }));

interface RegionPanelProps {
  board: Board;
  by: string | undefined;
  put: PutBoardState;
  onUp: (() => void) | undefined;
}

export function RegionPanel({ board, by, put, onUp }: RegionPanelProps) {
  const { t } = useWords();
  const measure: Measure = measures.find((each) => each === by) ?? 'amount';
  const drill = (code: string) => put({ region: code });
  const number = document.querySelector('meta[name="map-approval-number"]')?.getAttribute('content') ?? '';
  return (
    <section className={`panel ${styles.regions}`}>
      <header>
        <h2>
          {onUp !== undefined && (
            <button
              type="button"
              className={`bare ${styles.up}`}
              onClick={onUp}
              aria-label={t('action.back')}
            >
              <Icon name="left" size={15} />
            </button>
          )}
          {board.region?.name ?? t('board.nation')}
        </h2>
        <Tooltip title={t('board.mapHint')}>
          <span className={`quiet ${styles.onlyWide}`}>{t('board.mapBy')}</span>
        </Tooltip>
        <Segmented<Measure>
          size="small"
          aria-label={t('board.mapBy')}
          value={measure}
          onChange={(value) => put({ by: value === 'amount' ? undefined : value })}
          options={[
            { value: 'amount', label: t('board.byAmount') },
            { value: 'orders', label: t('board.byOrders') },
            { value: 'held', label: t('board.byHeld') },
          ]}
        />
      </header>
      <div className={`${styles.regionBody} ${board.region === null ? '' : styles.drilled}`}>
        <div className={styles.mapBox}>
          <Suspense fallback={<Bones rows={6} />}>
            <RegionMap board={board} measure={measure} onDrill={drill} />
          </Suspense>
          <small className={styles.approval}>
            {number === '' ? t('board.noApproval') : t('board.approval', { number })}
          </small>
        </div>
        <RegionTable board={board} measure={measure} onDrill={drill} />
      </div>
    </section>
  );
}
