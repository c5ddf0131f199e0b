/** The ledger in double entry and its vouchers, as `contract.ts` describes the rest. */

import type { Amount, Instant } from './contract';

export type AccountKind = 'ASSET' | 'LIABILITY' | 'INCOME' | 'EXPENSE' | 'MEMORANDUM';

/** What an account holds; `balance` is debit less credit, so below zero on the credit side. */
export interface AccountBalance {
  entity: string;
  account: string;
  name: string;
  kind: AccountKind;
  party?: string | null;
  partyName?: string | null;
  debit: Amount;
  credit: Amount;
  balance: Amount;
  currency: string;
}

/** The books of one legal entity in one currency. */
export interface TrialBalance {
  entity: string;
  entityName: string;
  currency: string;
  debit: Amount;
  credit: Amount;
  balanced: boolean;
  accounts: AccountBalance[];
}

export interface TrialBalances {
  on: string;
  known: Instant;
  books: TrialBalance[];
}

export interface AccountBalances {
  on: string;
  known: Instant;
  balances: AccountBalance[];
}

/** What was posted to an account on one day, of one of the days that it belongs to. */
export interface AccountDay {
  postedOn: string;
  happenedOn: string;
  debit: Amount;
  credit: Amount;
  currency: string;
}

export interface EntrySide {
  account: string;
  name: string;
  party?: string | null;
  partyName?: string | null;
}

/** One amount from one account to another, below zero where it takes back. */
export interface LedgerEntry {
  source: 'ORDER' | 'VOUCHER' | 'REBATE';
  document: string;
  sequence: number;
  line?: number | null;
  entity: string;
  debit: EntrySide;
  credit: EntrySide;
  amount: Amount;
  currency: string;
  happenedOn: string;
  postedAt: Instant;
  text: string;
  by: string;
}

export interface LedgerEntries {
  entries: LedgerEntry[];
  next?: string | null;
}

export interface Voucher {
  number: string;
  kind: string;
  party: string;
  partyName: string;
  amount: Amount;
  currency: string;
  entity: string;
  happenedOn: string;
  orderNo?: string | null;
  reason: string;
  reverses?: string | null;
  /** The voucher that takes this one back; null while it stands. */
  reversedBy?: string | null;
  by: string;
  postedAt: Instant;
}

/** What a voucher is proven by; `id` is the SHA-256 of its content. */
export interface VoucherFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  by: string;
  addedAt: Instant;
}

export interface VoucherPage {
  vouchers: Voucher[];
  next?: string | null;
}

export interface VoucherAnswer {
  outcome: 'POSTED' | 'EXISTS';
  voucher: Voucher;
}
