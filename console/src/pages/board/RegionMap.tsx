import { registerMap } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import type { Board, BoardRegion } from '../../api/contract';
import { useWords } from '../../i18n';
import { china, type Feature, featureOf } from '../../maps/china';
import { count, money, shortMoney } from '../../money/format';
import { Chart } from '../../parts/chart/Chart';
import { tip } from '../../parts/chart/tip';
import { useScheme } from '../../theme/preferences';
import { type Palette, paletteOf } from '../../theme/tokens';
import { classOf, lowerBounds, rampStep } from './classes';
import { type Measure, measured } from './measure';
import styles from './regions.module.css';

type Outline = Parameters<typeof registerMap>[1];

registerMap('china', china() as unknown as Outline);

const provincesMade = new Set<string>();

/** The outline of one province as a map of its own, made once. */
function provinceMap(province: Feature): string {
  const { id } = province.properties;
  if (!provincesMade.has(id)) {
    provincesMade.add(id);
    registerMap(id, {
      type: 'FeatureCollection',
      features: [province],
      UTF8Encoding: true,
    } as unknown as Outline);
  }
  return id;
}

interface RegionMapProps {
  board: Board;
  measure: Measure;
  onDrill: (code: string) => void;
}

function colour(region: BoardRegion, measure: Measure, bounds: string[], palette: Palette): string {
  const index = classOf(measured(region, measure), bounds);
  if (index < 0) {
    return palette.land;
  }
  return measure === 'held'
    ? `${palette.held}${['38', '60', '8c', 'b8', 'e6'][rampStep(index, bounds.length)]}`
    : (palette.ramp[rampStep(index, bounds.length)] ?? palette.land);
}

/** The name under which the map knows a province of the board: both carry the same six digits. */
function mapName(region: BoardRegion): string {
  return featureOf(region.code)?.properties.name ?? region.name;
}

function useTooltip(board: Board): (name: string) => string {
  const { t } = useWords();
  const { regions, currency } = board;
  return useCallback(
    (name) => {
      const region = regions.find((each) => mapName(each) === name);
      return tip(region?.name ?? name, [
        [t('board.column.amount'), money(region?.amount ?? '0.00', currency)],
        [t('board.column.orders'), count(region?.orders ?? 0)],
        [t('board.column.held'), count(region?.held ?? 0)],
      ]);
    },
    [regions, currency, t],
  );
}

function useMapOption(board: Board, measure: Measure, mapKey: string) {
  const palette = paletteOf(useScheme());
  const tooltip = useTooltip(board);
  const figures = board.regions;
  return useMemo(() => {
    const bounds = lowerBounds(figures.map((region) => measured(region, measure)));
    const regions = figures.map((region) => ({
      name: mapName(region),
      itemStyle: { areaColor: colour(region, measure, bounds, palette), borderColor: palette.coast },
    }));
    const southSea = { name: '南海诸岛', itemStyle: { areaColor: palette.ink3, borderColor: palette.ink3 } };
    const nation = mapKey === 'china';
    const option = {
      animation: false,
      tooltip: {
        trigger: 'item',
        confine: true,
        backgroundColor: palette.raised,
        borderColor: palette.line,
        textStyle: { color: palette.ink, fontSize: 12 },
        formatter: (hit: { name: string }) => tooltip(hit.name),
      },
      geo: {
        map: mapKey,
        nameProperty: 'name',
        roam: false,
        silent: !nation,
        aspectScale: 0.78,
        preserveAspect: 'contain',
        left: nation ? 10 : 24,
        right: nation ? 10 : 24,
        top: nation ? 8 : 24,
        bottom: nation ? 8 : 36,
        itemStyle: { areaColor: palette.land, borderColor: palette.lineStrong, borderWidth: 0.8 },
        label: { show: false },
        emphasis: {
          label: { show: false },
          itemStyle: { areaColor: 'inherit', borderColor: palette.ink, borderWidth: 1.2 },
        },
        regions: nation ? [...regions, southSea] : [],
        ...(nation
          ? {}
          : { itemStyle: { areaColor: palette.ramp[1], borderColor: palette.accent, borderWidth: 1 } }),
      },
    };
    return { option, bounds };
  }, [figures, measure, mapKey, palette, tooltip]);
}

function Legend({ bounds, measure, currency }: { bounds: string[]; measure: Measure; currency: string }) {
  const { language } = useWords();
  const palette = paletteOf(useScheme());
  if (bounds.length === 0) {
    return null;
  }
  const text = (bound: string) =>
    measure === 'amount' ? shortMoney(bound, currency, language) : count(bound);
  const held = ['38', '60', '8c', 'b8', 'e6'];
  return (
    <ol className={styles.legend} aria-hidden="true">
      {bounds.map((bound, index) => {
        const step = rampStep(index, bounds.length);
        const background = measure === 'held' ? `${palette.held}${held[step]}` : palette.ramp[step];
        return (
          <li key={bound}>
            <i style={{ background }} />
            <span className="num">≥ {text(bound)}</span>
          </li>
        );
      })}
    </ol>
  );
}

export function RegionMap({ board, measure, onDrill }: RegionMapProps) {
  const { t } = useWords();
  const province = board.region === null ? undefined : featureOf(`${board.region.code.slice(0, 2)}0000`);
  const mapKey = province === undefined ? 'china' : provinceMap(province);
  const { option, bounds } = useMapOption(board, measure, mapKey);
  const names = { amount: t('board.byAmount'), orders: t('board.byOrders'), held: t('board.byHeld') };
  const label = t('board.mapLabel', {
    region: board.region?.name ?? t('board.nation'),
    measure: names[measure],
  });
  const pick = (name: string) => {
    const region = board.regions.find((each) => mapName(each) === name);
    if (board.region === null && region !== undefined) {
      onDrill(region.code);
    }
  };
  return (
    <>
      <Chart key={mapKey} option={option} label={label} onPick={pick} className={styles.map} />
      {board.region === null && <Legend bounds={bounds} measure={measure} currency={board.currency} />}
    </>
  );
}
