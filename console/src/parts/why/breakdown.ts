import type { Line } from '../../api/contract';
import { add } from '../../money/decimal';

export interface CategorySum {
  category: string;
  name: string;
  amount: string;
}

/** Lines that count: neither taken back nor the taking back itself. */
export function standing(lines: readonly Line[]): Line[] {
  return lines.filter((line) => !line.reversed && line.kind !== 'REVERSAL');
}

/** The sums by fee category of what stands, in the order in which the categories first appear. */
export function byCategory(lines: readonly Line[]): CategorySum[] {
  const sums = new Map<string, CategorySum>();
  for (const { category, categoryName, amount } of standing(lines)) {
    const before = sums.get(category);
    sums.set(category, { category, name: categoryName, amount: add(before?.amount ?? '0.00', amount) });
  }
  return [...sums.values()];
}
