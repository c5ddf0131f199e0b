import type { OrderFacts } from '../../api/contract';

export type Pasted = { facts: OrderFacts } | { fault: string };

/** Reads the JSON of one order as people paste it: with or without its number, alone or as the only one of a list. */
export function readPasted(text: string): Pasted {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof one !== 'object' || one === null || Array.isArray(one)) {
    return { fault: Array.isArray(value) ? `[${value.length}]` : String(value) };
  }
  return { facts: one as OrderFacts };
}
