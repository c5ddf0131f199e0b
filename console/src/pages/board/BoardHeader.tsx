import { Button, DatePicker, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import type { Board } from '../../api/contract';
import { useSession } from '../../api/queries';
import type { QueryChange } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { day, monthDay } from '../../time/format';
import styles from './board.module.css';
import type { Liveness } from './useBoardStream';

export type BoardStateName = 'region' | 'date' | 'by' | 'full' | 'rank';
export type PutBoardState = (change: QueryChange<BoardStateName>) => void;

interface BoardHeaderProps {
  board: Board | undefined;
  state: Partial<Record<BoardStateName, string>>;
  put: PutBoardState;
  live: Liveness;
}

function Trail({ board }: { board: Board | undefined }) {
  const { t } = useWords();
  const region = board?.region;
  if (!region) {
    return null;
  }
  return (
    <nav className={styles.trail} aria-label={t('board.column.region')}>
      <Link to="/board">{t('board.nation')}</Link>
      <Icon name="right" size={12} />
      {region.parent && (
        <>
          <Link to={`/board?region=${region.parent}`}>{t('action.back')}</Link>
          <Icon name="right" size={12} />
        </>
      )}
      <b aria-current="page">{region.name}</b>
    </nav>
  );
}

function LiveMark({ live, dated }: { live: Liveness; dated: boolean }) {
  const { t } = useWords();
  if (dated) {
    return <span className={`${styles.live} quiet`}>{t('board.paused')}</span>;
  }
  const lag = live.lagSeconds === null ? '' : `${live.lagSeconds.toFixed(1)}s`;
  return (
    <Tooltip title={live.connected ? t('board.liveHint') : undefined}>
      <span role="status" className={`${styles.live} ${live.connected ? styles.on : styles.off}`}>
        <i aria-hidden="true" />
        {live.connected ? t('board.live') : t('board.reconnecting')}
        <span className="num" aria-hidden="true">
          {live.connected ? lag : ''}
        </span>
      </span>
    </Tooltip>
  );
}

function FullScreen({ full, put }: { full: boolean; put: PutBoardState }) {
  const { t } = useWords();
  const toggle = () => {
    put({ full: full ? undefined : '1' });
    const change = full ? document.exitFullscreen?.() : document.documentElement.requestFullscreen?.();
    change?.catch(() => undefined);
  };
  return (
    <Button type="text" icon={<Icon name={full ? 'unfull' : 'full'} />} onClick={toggle}>
      {full ? t('board.leaveFullScreen') : t('board.fullScreen')}
    </Button>
  );
}

export function BoardHeader({ board, state, put, live }: BoardHeaderProps) {
  const { t } = useWords();
  const { zone, name } = useSession().tenant;
  const today = board === undefined ? '' : state.date === undefined ? monthDay(board.asOf, zone) : state.date;
  return (
    <header className={styles.header}>
      <h1>{state.full === '1' ? `${name} · ${t('board.title')}` : t('board.title')}</h1>
      <span className="num quiet">
        {state.date === undefined && `${t('common.today')} `}
        {today}
      </span>
      <Trail board={board} />
      <span className={styles.gap} />
      <LiveMark live={live} dated={state.date !== undefined} />
      <DatePicker
        aria-label={t('board.date')}
        className={styles.date ?? ''}
        placeholder={t('common.today')}
        value={state.date === undefined ? null : dayjs(state.date)}
        disabledDate={(date) => date.format('YYYY-MM-DD') > day(Date.now(), zone)}
        onChange={(date) => {
          const chosen = date?.format('YYYY-MM-DD');
          put({ date: chosen === day(Date.now(), zone) ? undefined : chosen });
        }}
      />
      <FullScreen full={state.full === '1'} put={put} />
    </header>
  );
}
