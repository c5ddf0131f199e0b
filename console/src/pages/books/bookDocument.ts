/** A price book as the server writes it in JSON: the same words as in its YAML. Figures may come as text or number. */

export type Figure = string | number;
export type Values = string | number | boolean | (string | number | boolean)[];
export type Sides = { in?: Values; not?: Values };
export type Bounds = { gt?: Figure; gte?: Figure; lt?: Figure; lte?: Figure };
export type Conditions = Record<string, unknown>;

export interface StepEntry {
  upTo?: Figure;
  price?: Figure;
  percent?: Figure;
  flat?: Figure;
}

export interface TierEntry {
  tier: string;
  name?: string;
  category: string;
  priority: number;
  when?: Conditions;
  charge: Record<string, unknown>;
  promise?: { respond?: string; finish?: string; calendar?: string };
  unless?: Conditions;
  /** Whether a person may choose it for an order that does not meet what it asks. */
  mayBeForced?: boolean | string;
  validFrom?: string;
  validUntil?: string;
}

export interface ModifierEntry {
  modifier: string;
  name?: string;
  on: Values;
  when?: Conditions;
  percent?: Figure;
  amount?: Figure;
  minimum?: Figure;
  maximum?: Figure;
  per?: string;
  bounds?: { least?: Figure; most?: Figure; per?: string };
  exclusive?: string;
  priority?: number;
  counter?: string;
}

/** What no order carries, reported of each counterparty and period. */
export interface OutsideMeasure {
  outside: string;
  name?: string;
  unit?: string;
}

/** What counterparties get back over a period. */
export interface RebateEntry {
  rebate: string;
  name?: string;
  on: Values;
  when?: Conditions;
  period: string;
  /** A word for what orders carry; what is reported beside them has a name of its own. */
  measure?: string | OutsideMeasure;
  of?: string;
  volume?: StepEntry[];
  graduated?: StepEntry[];
}

export interface CategoryEntry {
  name?: string;
  per: string;
  required?: boolean | string;
}

export type ListPrice = Figure | { price: Figure; unit?: string; from?: string; until?: string };

export interface BookDocument {
  book: string;
  name?: string;
  relation: string;
  currency: string;
  zone: string;
  pricedAt?: string;
  finalAt?: string;
  validFrom: string;
  groups?: Record<string, Values>;
  measures?: Record<string, { name?: string; unit?: string }>;
  categories?: Record<string, CategoryEntry>;
  tiers?: TierEntry[];
  modifierGroups?: Record<string, { name?: string; apply: string; per?: string }>;
  modifiers?: ModifierEntry[];
  counters?: Record<string, { name?: string; period: string }>;
  calendars?: Record<string, { name?: string }>;
  rebates?: RebateEntry[];
  priceLists?: Record<string, Record<string, ListPrice | ListPrice[]>>;
}

/** One value or a list of them, as a list of texts. */
export function list(values: Values | undefined): string[] {
  return values === undefined ? [] : (Array.isArray(values) ? values : [values]).map(String);
}

/** A flag of a book, which may come as true or as the text "true". */
export function flag(value: unknown): boolean {
  return String(value) === 'true';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a condition includes and excludes, however it is written. */
export function sides(value: unknown): { included: string[]; excluded: string[] } {
  if (isRecord(value)) {
    const { in: included, not } = value as Sides;
    return { included: list(included), excluded: list(not) };
  }
  return { included: list(value as Values), excluded: [] };
}

/** Every region named in the conditions and groups of a book, for looking up names. */
export function regionsNamed(book: BookDocument): string[] {
  const entries = [...(book.tiers ?? []), ...(book.modifiers ?? []), ...(book.rebates ?? [])];
  const conditions = entries.flatMap(({ when }) => {
    const { included, excluded } = sides(when?.region);
    return [...included, ...excluded];
  });
  const groups = Object.values(book.groups ?? {}).flatMap(list);
  return [...new Set([...conditions, ...groups])].filter((code) => /^\d{6}$/.test(code));
}
