import type { OrderFacts, OrderPreset } from '../../api/contract';

const presetWords = new Set(['id', 'name', 'description', 'facts']);

/** The facts that a preset fills in: all of it but its own name. */
export function factsOfPreset(preset: OrderPreset): OrderFacts {
  const own = Object.entries(preset).filter(([key, value]) => !presetWords.has(key) && value !== null);
  const nested = typeof preset.facts === 'object' && preset.facts !== null ? preset.facts : {};
  return { ...Object.fromEntries(own), ...nested } as OrderFacts;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') {
    return true;
  }
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** Without the fields that are empty: an absent fact is absent, not an empty text. */
export function pruned(facts: OrderFacts): OrderFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value))) as OrderFacts;
}

/** Whether there is enough to ask for a price. */
export function isPriceable(facts: OrderFacts): boolean {
  return !isEmpty(facts.service) || (facts.items ?? []).some((item) => !isEmpty(item.service));
}
