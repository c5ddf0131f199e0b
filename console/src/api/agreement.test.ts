import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type {
  Board,
  BoardEvent,
  BookCheck,
  CounterpartyEntry,
  Demo,
  Explanation,
  Impact,
  Line,
  OrderDetail,
  OrderSummary,
  PriceCheck,
  Rebate,
  Region,
  Session,
  Settlement,
  TierDraft,
} from './contract';
import type {
  AccountBalance,
  AccountDay,
  EntrySide,
  LedgerEntry,
  TrialBalance,
  TrialBalances,
  Voucher,
  VoucherAnswer,
  VoucherFile,
} from './ledger';
import type {
  Contract,
  ContractRule,
  Customer,
  CustomerDetail,
  LegalEntity,
  MasterParty,
  PartyDetail,
  RecordsAnswer,
  RecordVersion,
  RowResult,
} from './master';
import type { components } from './schema';
import type { ComesTo, TierChoices, TierPlace } from './tiers';

type Documented = components['schemas'];

/** True when the server's document has every field that the console reads, else the names of those it lacks. */
type Agrees<Read, Stated> = [Exclude<keyof Read, keyof Stated>] extends [never]
  ? true
  : Exclude<keyof Read, keyof Stated>;

/** Does not compile once a field is renamed on one side only. */
const agreements: {
  board: Agrees<Board, Documented['BoardView']>;
  sums: Agrees<Board['today'], Documented['SumsView']>;
  event: Agrees<BoardEvent, Documented['BoardEvent']>;
  check: Agrees<BookCheck, Documented['CheckView']>;
  counterparty: Agrees<CounterpartyEntry, Documented['CounterpartyView']>;
  party: Agrees<MasterParty, Documented['CounterpartyView']>;
  partyDetail: Agrees<PartyDetail, Documented['CounterpartyDetail']>;
  partyVersion: Agrees<RecordVersion<MasterParty>, Documented['CounterpartyVersionView']>;
  customer: Agrees<Customer, Documented['CustomerView']>;
  customerDetail: Agrees<CustomerDetail, Documented['CustomerDetail']>;
  contract: Agrees<Contract, Documented['ContractView']>;
  contractRule: Agrees<ContractRule, Documented['ContractRuleView']>;
  legalEntity: Agrees<LegalEntity, Documented['LegalEntityView']>;
  recordsAnswer: Agrees<RecordsAnswer, Documented['RecordsAnswer']>;
  rowResult: Agrees<RowResult, Documented['RowResult']>;
  demo: Agrees<Demo, Documented['DemoView']>;
  explanation: Agrees<Explanation, Documented['ExplanationView']>;
  impact: Agrees<Impact, Documented['Impact']>;
  line: Agrees<Line, Documented['LineView']>;
  order: Agrees<OrderDetail, Documented['OrderDetail']>;
  summary: Agrees<OrderSummary, Documented['OrderSummary']>;
  tierChoices: Agrees<TierChoices, Documented['TierChoicesView']>;
  tierPlace: Agrees<TierPlace, Documented['PlaceView']>;
  comesTo: Agrees<ComesTo, Documented['ComesTo']>;
  priceCheck: Agrees<PriceCheck, Documented['PriceCheckAnswer']>;
  rebate: Agrees<Rebate, Documented['RebateView']>;
  region: Agrees<Region, Documented['RegionView']>;
  session: Agrees<Session, Documented['SessionView']>;
  settlement: Agrees<Settlement, Documented['SettlementView']>;
  draft: Agrees<TierDraft, Documented['TierOutcome']>;
  balance: Agrees<AccountBalance, Documented['BalanceView']>;
  accountDay: Agrees<AccountDay, Documented['DayView']>;
  entry: Agrees<LedgerEntry, Documented['EntryView']>;
  entrySide: Agrees<EntrySide, Documented['SideView']>;
  trialBalance: Agrees<TrialBalance, Documented['TrialBalance']>;
  trialBalances: Agrees<TrialBalances, Documented['TrialBalances']>;
  voucher: Agrees<Voucher, Documented['VoucherView']>;
  voucherAnswer: Agrees<VoucherAnswer, Documented['VoucherAnswer']>;
  voucherFile: Agrees<VoucherFile, Documented['FileView']>;
} = {
  board: true,
  sums: true,
  event: true,
  check: true,
  counterparty: true,
  party: true,
  partyDetail: true,
  partyVersion: true,
  customer: true,
  customerDetail: true,
  contract: true,
  contractRule: true,
  legalEntity: true,
  recordsAnswer: true,
  rowResult: true,
  demo: true,
  explanation: true,
  impact: true,
  line: true,
  order: true,
  summary: true,
  tierChoices: true,
  tierPlace: true,
  comesTo: true,
  priceCheck: true,
  rebate: true,
  region: true,
  session: true,
  settlement: true,
  draft: true,
  balance: true,
  accountDay: true,
  entry: true,
  entrySide: true,
  trialBalance: true,
  trialBalances: true,
  voucher: true,
  voucherAnswer: true,
  voucherFile: true,
};

const asked = [
  'GET /api/v1/session',
  'POST /api/v1/session',
  'DELETE /api/v1/session',
  'GET /api/v1/demo',
  'GET /api/v1/regions',
  'GET /api/v1/regions/search',
  'GET /api/v1/services',
  'GET /api/v1/counterparties',
  'GET /api/v1/counterparties/page',
  'GET /api/v1/counterparties/{id}',
  'GET /api/v1/contracts',
  'GET /api/v1/contract-rules',
  'GET /api/v1/customers',
  'GET /api/v1/customers/{id}',
  'GET /api/v1/legal-entities',
  'POST /api/v1/records/{kind}',
  'POST /api/v1/records/{kind}/file',
  'GET /api/v1/records/{kind}/file',
  'GET /api/v1/templates',
  'GET /api/v1/orders',
  'GET /api/v1/orders/{orderNo}',
  'GET /api/v1/orders/{orderNo}/explanation',
  'GET /api/v1/orders/{orderNo}/tiers',
  'POST /api/v1/orders/{orderNo}/decisions',
  'POST /api/v1/orders/{orderNo}/actions',
  'POST /api/v1/desk/orders',
  'POST /api/v1/price-check',
  'GET /api/v1/books',
  'GET /api/v1/books/{id}/versions/{version}',
  'POST /api/v1/books/check',
  'POST /api/v1/books/{id}/draft/tier',
  'POST /api/v1/books/{id}/versions',
  'GET /api/v1/board',
  'GET /api/v1/board/stream',
  'GET /api/v1/earnings',
  'GET /api/v1/rebates',
  'GET /api/v1/imports',
  'POST /api/v1/imports',
  'GET /api/v1/imports/{id}',
  'GET /api/v1/imports/{id}/rejected',
  'GET /api/v1/ledger/trial-balance',
  'GET /api/v1/ledger/balances',
  'GET /api/v1/ledger/accounts/{account}/days',
  'GET /api/v1/ledger/entries',
  'GET /api/v1/ledger/journal',
  'GET /api/v1/ledger/vouchers',
  'POST /api/v1/ledger/vouchers',
  'POST /api/v1/ledger/vouchers/{number}/reversal',
  'GET /api/v1/ledger/vouchers/{number}/files',
  'POST /api/v1/ledger/vouchers/{number}/files',
  'GET /api/v1/ledger/vouchers/{number}/files/{id}',
];

it('the server documents every field that the console reads', () => {
  expect(Object.values(agreements).every((agrees) => agrees === true)).toBe(true);
});

it.each(asked)('the server documents %s', (operation) => {
  const file = join(import.meta.dirname, '..', '..', 'openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const [method = '', path = ''] = operation.split(' ');
  expect(Object.keys(paths[path] ?? {})).toContain(method.toLowerCase());
});
