/** Master records, as `contract.ts` describes the rest. */

import type { CounterpartyEntry, Instant } from './contract';

export interface MasterParty extends CounterpartyEntry {
  taxpayer?: string | null;
  costCentre?: string | null;
}

/** One version of what is said of somebody; `from` is null for always. */
export interface RecordVersion<Content> {
  number: number;
  from?: string | null;
  until?: string | null;
  counts: boolean;
  content: Content;
  reason: string;
  by: string;
  recordedAt: Instant;
}

export interface PartyDetail {
  today: MasterParty;
  versions: RecordVersion<MasterParty>[];
}

export interface Customer {
  id: string;
  name: string;
  customerClass?: string | null;
}

export interface CustomerDetail {
  today: Customer;
  versions: RecordVersion<Customer>[];
}

export interface Contract {
  contractNo: string;
  party: string;
  partyName: string;
  relation: string;
  from: string;
  to?: string | null;
  regions: string[];
  services: string[];
  taxpayer?: string | null;
}

export interface ContractRule {
  relation: string;
  from?: string | null;
  required: boolean;
  reason: string;
  by: string;
  recordedAt: Instant;
}

export interface LegalEntity {
  id: string;
  name: string;
  regions: string[];
}

/** A page of a list by number. */
export interface RecordPage<Item> {
  items: Item[];
  next?: string | null;
}

export type RecordKind =
  | 'counterparties'
  | 'customers'
  | 'contracts'
  | 'contract-rules'
  | 'legal-entities'
  | 'outside-measures';

export interface RowMistake {
  column: string;
  value: string;
  reason: string;
  allowed: string;
}

export interface Difference {
  field: string;
  before?: string | null;
  after?: string | null;
}

export interface RowResult {
  row: number;
  id?: string | null;
  outcome: 'CREATED' | 'CHANGED' | 'EXISTS' | 'REFUSED';
  differences: Difference[];
  problems: RowMistake[];
}

export interface RecordsAnswer {
  dryRun: boolean;
  created: number;
  changed: number;
  existing: number;
  refused: number;
  results: RowResult[];
}
