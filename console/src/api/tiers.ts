import type { Amount, Hold } from './contract';
import type { Settlement } from './settlement';

/** The tiers that a person may choose for an order, and what each would make of it. */
export interface TierChoices {
  limit: Amount | null;
  places: TierPlace[];
}

interface TierRef {
  tierId: string;
  tierName: string;
}

/** A category of a relation, for one item or the whole order. */
export interface TierPlace {
  relation: string;
  category: string;
  categoryName: string;
  item?: number | null;
  service?: string | null;
  now: TierRef | null;
  best: TierRef | null;
  chosen: (TierRef & { by: string; reason: string }) | null;
  currency: string;
  amount: Amount | null;
  options: TierOption[];
  takenBack: ComesTo | null;
}

export interface TierOption extends TierRef {
  comesTo: ComesTo;
}

/** What a relation would come to; neither amount nor difference while it would wait. */
export interface ComesTo {
  state: Settlement['state'] | 'NOT_APPLICABLE';
  amount: Amount | null;
  difference: Amount | null;
  holds: Hold[];
  withinLimit: boolean;
}
