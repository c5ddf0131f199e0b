/**
 * The shapes that travel between console and server. Amounts are decimal strings in major units ("233.50");
 * times are ISO-8601 instants with an offset. The names are those of `schema.d.ts`, which is generated from the server's
 * OpenAPI document; `agreement.test.ts` holds both together. Here stands besides which fields are always there.
 */

import type { Permission, Role } from './roles';
import type { Settlement } from './settlement';

export type Amount = string;
export type Instant = string;
export type { Permission, Role } from './roles';
export type { Line, LineTax, Settlement } from './settlement';

export interface Session {
  user: { id: string; name: string; username: string; role: Role };
  tenant: { id: string; name: string; demo: boolean; zone: string; currency: string };
  permissions: Permission[];
  scope: {
    kind: 'TENANT' | 'REGION' | 'COUNTERPARTY' | 'SELF';
    regions: string[];
    counterparties: string[];
    label: string;
  };
  quoteLimit: Amount | null;
}

export interface Demo {
  company: string;
  people: { username: string; password: string; name: string; role: Role; description: string }[];
  note: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Orders in a list; those that came in before the day since which they are here are archived. */
export interface OrderPage extends Page<OrderSummary> {
  hereSince?: string | null;
}

export interface Region {
  code: string;
  name: string;
  level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  children: boolean;
  path?: string;
}

export interface RegionRef {
  code: string;
  path: string;
}

export interface ServiceNode {
  path: string;
  name: string;
  children: ServiceNode[];
}

export type CounterpartyKind = 'PARTNER' | 'ENGINEER' | 'DEPARTMENT';

export interface CounterpartyEntry {
  id: string;
  kind: CounterpartyKind;
  name: string;
  type?: string | null;
  mode?: string | null;
  grade?: string | null;
  regions?: string[];
  partnerId?: string | null;
}

export interface OrderPreset {
  id: string;
  name: string;
  description?: string | null;
  service: string;
  stage?: Stage | null;
  [fact: string]: unknown;
}

export interface Template {
  id: string;
  name: string;
  description: string;
  orderPresets: OrderPreset[];
}

export type Stage = 'PRE_SALES' | 'IN_SALES' | 'AFTER_SALES';
export type OrderStatus = 'OPEN' | 'COMPLETED' | 'VERIFIED' | 'CANCELLED';
export type SettlementState = 'ESTIMATED' | 'ON_HOLD' | 'SETTLED' | 'VOIDED';
export type RelatedKind = 'FOLLOW_UP' | 'REWORK' | 'RETURN' | 'EXCHANGE';

export interface ItemFacts {
  service?: string;
  brand?: string;
  product?: string;
  quantity?: string;
  warranty?: 'IN' | 'OUT';
  measures?: Record<string, string>;
  attributes?: Record<string, string>;
}

export interface OrderFacts extends ItemFacts {
  orderNo?: string;
  revision?: number;
  updatedAt?: Instant;
  status?: OrderStatus;
  stage?: Stage;
  caseNo?: string;
  visitId?: string;
  related?: { orderNo: string; kind: RelatedKind };
  items?: ItemFacts[];
  complexity?: string;
  urgency?: string;
  channel?: string;
  promotion?: string;
  parts?: { number: string; quantity: string; amount?: Amount }[];
  customer?: { id?: string; class?: string };
  counterparty?: { id?: string; kind?: CounterpartyKind; type?: string; mode?: string; grade?: string };
  onBehalfOf?: { id: string };
  handlers?: { id: string; share?: string }[];
  address?: string;
  region?: string;
  distanceMetres?: number;
  durationSeconds?: number;
  createdAt?: Instant;
  acceptedAt?: Instant;
  arrivedAt?: Instant;
  completedAt?: Instant;
  verifiedAt?: Instant;
  cancelledAt?: Instant;
  collected?: { amount: Amount; method: string; by: string };
}

export interface Party {
  kind: string;
  id: string;
  name: string;
}

export type HoldReason =
  | 'QUOTE'
  | 'NO_TIER'
  | 'REGION_UNKNOWN'
  | 'PAYEE_UNKNOWN'
  | 'NO_CONTRACT'
  | 'NO_BOOK'
  | 'NO_LIST_PRICE'
  | 'FACT_MISSING'
  | 'OUT_OF_RANGE'
  | 'OVER_LIMIT'
  | 'EXPRESSION'
  | 'CONTRADICTION'
  | 'TIER_NOT_ALLOWED';

export interface Hold {
  reason: HoldReason;
  relation?: string | null;
  category?: string | null;
  item?: number | null;
  sentence: string;
  candidates?: RegionRef[];
  min?: Amount | null;
  max?: Amount | null;
}

export interface OrderSummary {
  orderNo: string;
  revision: number;
  service: string;
  region: RegionRef | null;
  address?: string | null;
  customerClass?: string | null;
  counterparty?: { id: string; name: string } | null;
  handlers: { id: string; name: string }[];
  status: OrderStatus;
  stage?: Stage | null;
  state: SettlementState;
  holds: Hold[];
  tierName?: string | null;
  amount: Amount | null;
  currency: string;
  createdAt?: Instant | null;
  completedAt?: Instant | null;
  postedAt?: Instant | null;
  elapsedSeconds?: number | null;
}

export type ActionKind =
  | 'ASSIGN'
  | 'ACCEPT'
  | 'ARRIVE'
  | 'COMPLETE'
  | 'CANCEL'
  | 'RETURN'
  | 'EXCHANGE'
  | 'REWORK';

export interface ServicePromise {
  respondWithin?: string | null;
  finishWithin?: string | null;
  respondDue?: Instant | null;
  finishDue?: Instant | null;
  respondTook?: string | null;
  finishTook?: string | null;
  respond?: string | null;
  finish?: string | null;
  kept: boolean | null;
}

export interface OrderDetail extends OrderSummary {
  facts: OrderFacts;
  timeline: { at: Instant; kind: string; text: string; by?: string | null }[];
  settlements: Settlement[];
  margin: { party: string; income: Amount | null; cost: Amount; margin: Amount | null }[];
  promise: ServicePromise | null;
  related: { orderNo: string; kind: RelatedKind; state: SettlementState }[];
  caseNo?: string | null;
  actions: ActionKind[];
  tierMayBeChosen: boolean;
}

export interface Explanation {
  relation?: string;
  sentence: string;
  pricingTime: Instant | null;
  book: { id: string; version: number; validFrom: Instant } | null;
  categories: ExplainedCategory[];
  modifiers: ExplainedModifier[];
  promise: string[];
  rounding?: string | null;
}

export interface ExplainedCategory {
  category: string;
  name: string;
  item?: number | null;
  winner: { tierId: string; tierName: string; conditions: { dimension: string; text: string }[] } | null;
  forced?: string | null;
  formula: string;
  losers: { tierId: string; tierName: string; reason: string; dimension: string }[];
  lines: ExplainedLine[];
}

export interface ExplainedLine {
  label?: string | null;
  amount: Amount;
  formula: string;
  sentence: string;
}

export interface ExplainedModifier {
  name: string;
  applied: boolean;
  reason?: string | null;
  amount?: Amount | null;
  formula?: string | null;
}

export type Decision =
  | { kind: 'QUOTE'; relation: string; category: string; item?: number; amount: Amount; reason: string }
  | { kind: 'REGION'; region: string; reason: string }
  | { kind: 'RELEASE'; relation: string; reason: string }
  | { kind: 'FORCE'; relation: string; category: string; item?: number; tier: string; reason: string }
  | { kind: 'UNFORCE'; relation: string; category: string; item?: number; reason: string };

export interface Action {
  action: ActionKind;
  at?: Instant;
  counterparty?: string;
  handlers?: string[];
  distanceMetres?: number;
  parts?: { number: string; quantity: string }[];
  note?: string;
}

export interface PriceCheck {
  settlements: Settlement[];
  explanations: Explanation[];
  promise: ServicePromise | null;
  region: RegionRef | null;
}

export interface BookVersion {
  version: number;
  validFrom: Instant;
  validUntil?: Instant | null;
  recordedAt: Instant;
  publishedBy?: string | null;
  state: 'CURRENT' | 'FUTURE' | 'PAST';
  note?: string | null;
}

export interface BookEntry {
  id: string;
  name: string;
  relation: string;
  currency: string;
  versions: BookVersion[];
}

export interface BookProblem {
  code: string;
  line?: number | null;
  column?: number | null;
  message: string;
  allowed?: string | null;
}

export interface Finding {
  id?: string;
  kind: string;
  severity: 'ERROR' | 'WARNING';
  /** A person may accept it by its id, as gaps are. */
  acceptable: boolean;
  message: string;
  tiers: string[];
  example?: { facts?: OrderFacts } | null;
  exampleSentence?: string | null;
}

export interface BookCheck {
  ok: boolean;
  problems: BookProblem[];
  findings: Finding[];
}

/** Of the orders examined, those that the tier would price or no longer would. */
export interface Impact {
  days: number;
  examined: number;
  orders: number;
  before: Amount;
  after: Amount;
  difference: Amount;
  byRegion: { region: string; name?: string; orders: number; difference: Amount }[];
}

export interface TierDraft {
  yaml: string;
  problems: BookProblem[];
  findings: Finding[];
  impact: Impact | null;
  example: { facts: OrderFacts; sentence: string; amount: Amount | null } | null;
}

export interface BoardSums {
  orders: number;
  amount: Amount;
  income: Amount | null;
  margin: Amount | null;
  held: number;
  open: number;
  late: number;
}

export interface BoardRegion {
  code: string;
  name: string;
  orders: number;
  amount: Amount;
  held: number;
}

export interface BoardHour {
  hour: number;
  orders: number;
  amount: Amount;
  lastWeekAmount: Amount;
}

export interface Ranked {
  id: string;
  name: string;
  orders: number;
  amount: Amount;
}

export interface BoardEvent {
  at: Instant;
  orderNo: string;
  region: RegionRef | null;
  tierName?: string | null;
  amount: Amount | null;
  state: SettlementState;
  hold?: string | null;
  handler?: string | null;
  counterparty?: string | null;
  elapsedSeconds?: number | null;
}

export interface Board {
  asOf: Instant;
  region: { code: string; name: string; parent?: string | null } | null;
  currency: string;
  today: BoardSums;
  lastWeek: BoardSums;
  regions: BoardRegion[];
  hours: BoardHour[];
  partners: Ranked[];
  engineers: Ranked[];
  tiers: { tierId: string; name: string; orders: number; amount: Amount }[];
  holds: { reason: HoldReason; count: number }[];
  recent: BoardEvent[];
}

export interface BoardPatch {
  today?: BoardSums;
  regions?: BoardRegion[];
  hours?: BoardHour[];
}

/** One rebate of one counterparty in one period. */
export interface Rebate {
  rebate: string;
  name: string;
  relation: string;
  payee: { id: string; name: string } | null;
  from: string;
  accrued: Amount;
  currency: string;
  sentence: string;
  next: string | null;
}

export interface Earnings {
  currency: string;
  today: Amount;
  month: Amount;
  days: { date: string; amount: Amount; orders: number }[];
  orders: EarnedOrder[];
  next: string | null;
}

export interface EarnedOrder {
  orderNo: string;
  at: Instant;
  place: string;
  service: string;
  amount: Amount | null;
  state: SettlementState;
  hold?: string | null;
  sentence: string;
}

export interface ImportRun {
  id: string;
  name: string;
  format: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  rows: number;
  accepted: number;
  repeated: number;
  stale: number;
  rejected: number;
  bytes: number;
  bytesRead: number;
  startedAt: Instant;
  finishedAt?: Instant | null;
  problem?: string | null;
}

export interface RejectedRow {
  row: number;
  column?: string | null;
  value?: string | null;
  reason: string;
  allowed?: string | null;
}

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  field?: string;
  value?: string;
  allowed?: string;
  at?: string;
  errors?: { field?: string; value?: string; message: string }[];
}
