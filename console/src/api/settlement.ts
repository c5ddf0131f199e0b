/** An order in one relation, line by line, as `contract.ts` describes the rest. */

import type { Amount, Hold, Instant, Party, SettlementState } from './contract';

export interface Line {
  id: string;
  kind: 'CHARGE' | 'MODIFIER' | 'MINIMUM' | 'REVERSAL';
  category: string;
  categoryName: string;
  item?: number | null;
  tierId?: string | null;
  tierName?: string | null;
  amount: Amount;
  quantity?: string | null;
  formula: string;
  sentence: string;
  reversed: boolean;
  reverses?: string | null;
  revision: number;
  reason?: string | null;
  shares?: { handler: string; amount: Amount }[];
  postedAt?: Instant | null;
  tax?: LineTax | null;
}

export interface LineTax {
  category: string;
  taxpayer: string;
  percent: string;
  net: Amount;
  tax: Amount;
}

export interface Settlement {
  relation: string;
  payer: Party;
  payee: Party;
  state: SettlementState;
  book: { id: string; version: number } | null;
  currency: string;
  total: Amount | null;
  tax?: Amount | null;
  holds: Hold[];
  lines: Line[];
}
