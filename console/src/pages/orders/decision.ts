import type { Hold } from '../../api/contract';
import { compare } from '../../money/decimal';
import { typedAmount } from '../../money/format';

export type QuoteFault = 'bad' | 'range' | 'limit';

/** What is wrong with a typed quote, seen from the range of the tier and the limit of the person; null when nothing is. */
export function quoteFault(
  typed: string,
  hold: Pick<Hold, 'min' | 'max'>,
  limit: string | null,
): QuoteFault | null {
  const amount = typedAmount(typed);
  if (amount === null) {
    return 'bad';
  }
  const below = hold.min !== null && hold.min !== undefined && compare(amount, hold.min) < 0;
  const above = hold.max !== null && hold.max !== undefined && compare(amount, hold.max) > 0;
  if (below || above) {
    return 'range';
  }
  return limit !== null && compare(amount, limit) > 0 ? 'limit' : null;
}

export type HoldForm = 'QUOTE' | 'REGION' | 'RELEASE' | 'TIER' | 'NONE';

/** Which form answers a hold; a missing book, tier or fact is mended elsewhere. */
export function formOf(hold: Pick<Hold, 'reason'>): HoldForm {
  switch (hold.reason) {
    case 'QUOTE':
      return 'QUOTE';
    case 'REGION_UNKNOWN':
      return 'REGION';
    case 'OVER_LIMIT':
      return 'RELEASE';
    case 'TIER_NOT_ALLOWED':
      return 'TIER';
    default:
      return 'NONE';
  }
}
