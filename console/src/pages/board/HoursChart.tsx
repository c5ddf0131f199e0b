import { useMemo } from 'react';
import type { Board, BoardHour } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { money, plot, shortMoney } from '../../money/format';
import { Chart } from '../../parts/chart/Chart';
import { tip } from '../../parts/chart/tip';
import { useScheme } from '../../theme/preferences';
import { type Palette, paletteOf } from '../../theme/tokens';
import { day, hourMinute } from '../../time/format';
import styles from './lists.module.css';

const wholeDay = Array.from({ length: 24 }, (_, hour) => hour);

function line(name: string, data: (number | null)[], colour: string, today: boolean) {
  return {
    name,
    type: 'line',
    data,
    smooth: 0.25,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: false,
    lineStyle: { width: today ? 2.2 : 1.4, color: colour, type: today ? 'solid' : [4, 3] },
    itemStyle: { color: colour },
    ...(today ? { areaStyle: { color: colour, opacity: 0.09 } } : {}),
  };
}

function axes(palette: Palette, short: (value: number) => string) {
  const label = { color: palette.ink3, fontSize: 11 };
  return {
    xAxis: {
      type: 'category',
      data: wholeDay.map(String),
      boundaryGap: false,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...label, interval: 3, alignMinLabel: 'left' },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, formatter: short },
    },
  };
}

function lastHour(board: Board, zone: string): number {
  const current = day(board.asOf, zone) === day(Date.now(), zone);
  return current ? Number(hourMinute(board.asOf, zone).slice(0, 2)) : 23;
}

function useHoursOption(board: Board) {
  const { t, language } = useWords();
  const palette = paletteOf(useScheme());
  const { zone } = useSession().tenant;
  const { hours, currency } = board;
  const until = lastHour(board, zone);
  return useMemo(() => {
    const of = new Map<number, BoardHour>(hours.map((each) => [each.hour, each]));
    const exact = (hour: number, key: 'amount' | 'lastWeekAmount') => of.get(hour)?.[key] ?? '0.00';
    return {
      animationDuration: 300,
      grid: {
        left: 8,
        right: 14,
        top: 12,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: palette.raised,
        borderColor: palette.line,
        textStyle: { color: palette.ink, fontSize: 12 },
        axisPointer: { lineStyle: { color: palette.lineStrong } },
        formatter: (hits: { dataIndex: number }[]) => {
          const hour = hits[0]?.dataIndex ?? 0;
          const today = hour > until ? '—' : money(exact(hour, 'amount'), currency);
          return tip(t('board.hourLabel', { hour }), [
            [t('board.hoursToday'), today],
            [t('board.hoursLastWeek'), money(exact(hour, 'lastWeekAmount'), currency)],
          ]);
        },
      },
      ...axes(palette, (value) =>
        value === 0
          ? '0'
          : shortMoney(String(Math.round(value)), currency, language).replace(/\.0+(?=\D|$)/, ''),
      ),
      series: [
        line(
          t('board.hoursLastWeek'),
          wholeDay.map((hour) => plot(exact(hour, 'lastWeekAmount'))),
          palette.compare,
          false,
        ),
        line(
          t('board.hoursToday'),
          wholeDay.map((hour) => (hour > until ? null : plot(exact(hour, 'amount')))),
          palette.accent,
          true,
        ),
      ],
    };
  }, [hours, currency, palette, t, language, until]);
}

export function HoursChart({ board }: { board: Board }) {
  const { t } = useWords();
  const { hours, currency } = board;
  const option = useHoursOption(board);
  return (
    <>
      <Chart option={option} label={t('board.hours')} className={styles.hoursChart} />
      <table className="visually-hidden">
        <caption>{t('board.hours')}</caption>
        <tbody>
          {hours.map((each) => (
            <tr key={each.hour}>
              <th scope="row">{t('board.hourLabel', { hour: each.hour })}</th>
              <td>{money(each.amount, currency)}</td>
              <td>{money(each.lastWeekAmount, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
