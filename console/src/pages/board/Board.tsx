import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useQueryState } from '../../app/useQueryState';
import { Bones } from '../../parts/Bones';
import { ProblemNote } from '../../parts/ProblemNote';
import { usePhone } from '../../theme/preferences';
import { BoardHeader } from './BoardHeader';
import styles from './board.module.css';
import { boardQuery } from './boardQuery';
import { Holds } from './Holds';
import { Hours } from './Hours';
import { Ranking } from './Ranking';
import { Recent } from './Recent';
import { RegionPanel } from './RegionPanel';
import { Sums } from './Sums';
import { TierMix } from './TierMix';
import { useBoardStream } from './useBoardStream';

function useEscape(act: (() => void) | undefined) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const busy = document.querySelector(
        '.ant-modal-wrap, .ant-drawer-open, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
      );
      if (event.key === 'Escape' && busy === null) {
        act?.();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [act]);
}

function BoardBones() {
  return (
    <div className={styles.grid} aria-busy="true">
      {['sums', 'map', 'side', 'hours', 'rank', 'tiers'].map((area) => (
        <section key={area} className="panel" style={{ gridArea: area }}>
          <Bones rows={area === 'sums' ? 2 : 5} />
        </section>
      ))}
    </div>
  );
}

export function Board() {
  const [state, put] = useQueryState(['region', 'date', 'by', 'full', 'rank'] as const);
  const phone = usePhone();
  const view = { region: state.region, date: state.date };
  const board = useQuery(boardQuery(view));
  const live = useBoardStream(view, state.date === undefined);
  const { data } = board;
  const parent = data?.region?.parent ?? undefined;
  const up = data?.region ? () => put({ region: parent }) : undefined;
  useEscape(up);
  return (
    <div className={`${styles.page} ${state.full === '1' ? styles.fullPage : ''}`}>
      <BoardHeader board={data} state={state} put={put} live={live} />
      {board.isError && <ProblemNote error={board.error} onRetry={() => void board.refetch()} />}
      {data === undefined && board.isPending && <BoardBones />}
      {data !== undefined && (
        <div className={styles.grid}>
          <Sums board={data} date={state.date} />
          {phone && <Recent board={data} />}
          {phone && <Holds board={data} />}
          <RegionPanel board={data} by={state.by} put={put} onUp={up} />
          {!phone && (
            <div className={styles.side}>
              <Recent board={data} />
              <Holds board={data} />
            </div>
          )}
          <Hours board={data} />
          <Ranking board={data} who={state.rank} put={put} />
          <TierMix board={data} />
        </div>
      )}
    </div>
  );
}
