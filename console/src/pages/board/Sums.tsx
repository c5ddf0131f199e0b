import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { Board, BoardSums } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { growth, percentOf } from '../../money/decimal';
import { count, money, shortMoney } from '../../money/format';
import { RollingNumber } from '../../parts/RollingNumber';
import { day } from '../../time/format';
import styles from './board.module.css';

interface Cell {
  key: string;
  label: string;
  text: string;
  exact?: string | undefined;
  change: string | null;
  before: string;
  to: string;
  tone?: string | undefined;
}

function marginOf(sums: BoardSums): string | null {
  return sums.margin === null || sums.income === null ? null : percentOf(sums.margin, sums.income);
}

function changeText(change: string | null): string {
  if (change === null) {
    return '';
  }
  const down = change.startsWith('-');
  const zero = Number(change) === 0;
  return zero ? '0.0%' : `${down ? '▼' : '▲'}${change.replace('-', '')}%`;
}

function Sum({ cell }: { cell: Cell }) {
  const { t } = useWords();
  const change = changeText(cell.change);
  return (
    <Tooltip
      title={
        <>
          {cell.exact !== undefined && <div className="num">{cell.exact}</div>}
          {cell.change !== null && <div>{t('board.lastWeekWas', { value: cell.before })}</div>}
        </>
      }
    >
      <Link to={cell.to} className={styles.sum}>
        <span className={styles.sumLabel}>{cell.label}</span>
        <span className={`${styles.sumValue} ${cell.tone ?? ''}`}>
          <RollingNumber text={cell.text} />
        </span>
        <span className={`${styles.sumChange} num`}>
          {change === '' ? t('board.nothingLastWeek') : t('board.vsLastWeek', { change })}
        </span>
      </Link>
    </Tooltip>
  );
}

function useCells(board: Board, date: string | undefined): Cell[] {
  const { t, language } = useWords();
  const { zone } = useSession().tenant;
  const { today, lastWeek, currency } = board;
  const on = date ?? day(board.asOf, zone);
  const place = board.region === null ? '' : `&region=${board.region.code}`;
  const whole = (key: 'orders' | 'held' | 'open' | 'late') => ({
    text: count(today[key]),
    before: count(lastWeek[key]),
    change: growth(String(lastWeek[key]), String(today[key])),
  });
  const margin = marginOf(today);
  const marginBefore = marginOf(lastWeek);
  const ofDay = `/orders?from=${on}&until=${on}${place}`;
  return [
    { key: 'orders', label: t('board.sumOrders'), ...whole('orders'), to: ofDay },
    {
      key: 'amount',
      label: t('board.sumAmount'),
      text: shortMoney(today.amount, currency, language),
      exact: money(today.amount, currency),
      before: money(lastWeek.amount, currency),
      change: growth(lastWeek.amount, today.amount),
      to: `${ofDay}&state=SETTLED`,
    },
    {
      key: 'margin',
      label: t('board.sumMargin'),
      text: margin === null ? '—' : `${margin}%`,
      exact: today.margin === null ? t('board.marginUnknown') : money(today.margin, currency),
      before: marginBefore === null ? '—' : `${marginBefore}%`,
      change: margin === null || marginBefore === null ? null : growth(marginBefore, margin),
      to: ofDay,
    },
    {
      key: 'held',
      label: t('board.sumHeld'),
      ...whole('held'),
      to: `/orders?state=ON_HOLD${place}`,
      tone: today.held > 0 ? styles.heldInk : undefined,
    },
    { key: 'open', label: t('board.sumOpen'), ...whole('open'), to: `/orders?status=OPEN${place}` },
    {
      key: 'late',
      label: t('board.sumLate'),
      ...whole('late'),
      to: `/orders?promise=OVERDUE${place}`,
      tone: today.late > 0 ? styles.lateInk : undefined,
    },
  ];
}

export function Sums({ board, date }: { board: Board; date: string | undefined }) {
  const { t } = useWords();
  const cells = useCells(board, date);
  return (
    <section className={`panel ${styles.sums}`} aria-label={t('common.today')}>
      {cells.map((cell) => (
        <Sum key={cell.key} cell={cell} />
      ))}
    </section>
  );
}
