import type { OrderFilters } from '../../api/queries';

export const filterNames = [
  'q',
  'state',
  'status',
  'hold',
  'service',
  'region',
  'counterparty',
  'handler',
  'promise',
  'from',
  'until',
] as const;

export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

export const holdReasons = [
  'QUOTE',
  'NO_TIER',
  'REGION_UNKNOWN',
  'PAYEE_UNKNOWN',
  'NO_CONTRACT',
  'NO_BOOK',
  'NO_LIST_PRICE',
  'FACT_MISSING',
  'OUT_OF_RANGE',
  'OVER_LIMIT',
  'EXPRESSION',
  'CONTRADICTION',
  'TIER_NOT_ALLOWED',
] as const;

export const states = ['ESTIMATED', 'ON_HOLD', 'SETTLED', 'VOIDED'] as const;
/** How an order stands to its promised time; what a board counts as late is overdue. */
export const promises = ['OVERDUE', 'BROKEN', 'KEPT'] as const;
export const statuses = ['OPEN', 'COMPLETED', 'VERIFIED', 'CANCELLED'] as const;

/** How many filters are set besides the search text. */
export function filtersSet(filters: Filters): number {
  return filterNames.filter((name) => name !== 'q' && filters[name] !== undefined).length;
}

export function asQuery(filters: Filters): OrderFilters {
  return filters;
}

/** All of them removed: what "clear" puts into the address. */
export const noFilters: Partial<Record<FilterName, undefined>> = Object.fromEntries(
  filterNames.map((name) => [name, undefined]),
);
