import type { BoardRegion } from '../../api/contract';

export const measures = ['amount', 'orders', 'held'] as const;
export type Measure = (typeof measures)[number];

/** The figure by which a region is coloured and ranked, as a decimal. */
export function measured(region: BoardRegion, measure: Measure): string {
  return measure === 'amount' ? region.amount : String(region[measure]);
}
