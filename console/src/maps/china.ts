import map from './china-echarts-4.9.0.json';

export interface Feature {
  type: string;
  id: string;
  properties: { id: string; name: string; cp: number[] };
  geometry: unknown;
}

/**
 * The province-level map of Apache ECharts 4.9.0; its licence and notice stand beside it. The charts decode outlines
 * in place, so that everybody gets a copy of his own.
 */
export function china(): typeof map {
  return structuredClone(map);
}

/** The outline of a province by its six-digit code of GB/T 2260. */
export function featureOf(code: string): Feature | undefined {
  const features = map.features as unknown as Feature[];
  const found = features.find(({ id }) => id === code);
  return found === undefined ? undefined : structuredClone(found);
}
