import { describe, expect, it } from 'vitest';
import { search } from '../../api/http';
import type { AccountBalance, AccountDay, LedgerEntry } from '../../api/ledger';
import { wordsFor } from '../../i18n/words';
import { groupsOf, partiesFound, sided } from './balances';
import { isCutOff, postingDays, rowsAtOnce, wholeDays } from './days';
import { countsAt, entryText, seenFrom } from './entries';
import { knownAt, knownDay, wallTime } from './moment';
import { proposedNumber, reversalNumber, type VoucherInput, voucherBody, voucherFaults } from './voucher';

function balance(account: string, kind: AccountBalance['kind'], debit: string, credit: string) {
  const common = { entity: 'HQ', name: account, currency: 'CNY' };
  const net = debit === '0.00' ? `-${credit}` : debit;
  return { ...common, account, kind, debit, credit, balance: net };
}

describe('a trial balance', () => {
  it('goes from assets to memorandum, with a sum for each kind that is there', () => {
    const groups = groupsOf([
      balance('MEMO_COST', 'MEMORANDUM', '5.00', '0.00'),
      balance('PAYABLE', 'LIABILITY', '0.00', '30.10'),
      balance('REBATE_ACCRUAL', 'LIABILITY', '0.00', '0.20'),
      balance('CASH', 'ASSET', '7.00', '0.00'),
    ]);
    expect(groups.map(({ kind, debit, credit }) => [kind, debit, credit])).toEqual([
      ['ASSET', '7.00', '0.00'],
      ['LIABILITY', '0.00', '30.30'],
      ['MEMORANDUM', '5.00', '0.00'],
    ]);
    expect(groups[1]?.balance).toBe('-30.30');
  });

  it.each([
    ['-3467.86', 'cr', '3467.86'],
    ['150.00', 'dr', '150.00'],
    ['0.00', null, '0.00'],
  ] as const)('shows %s on the side %s', (amount, side, shown) => {
    expect(sided(amount)).toEqual({ side, amount: shown });
  });

  it('finds a party by its name or number, in any case', () => {
    const one = { ...balance('PAYABLE', 'LIABILITY', '0.00', '1.00'), party: 'P-SH', partyName: '上海静安' };
    const other = { ...one, party: 'P-BJ', partyName: '北京朝阳' };
    expect(partiesFound([one, other], ' p-sh')).toEqual([one]);
    expect(partiesFound([one, other], '朝阳')).toEqual([other]);
    expect(partiesFound([one, other], '')).toHaveLength(2);
  });
});

describe('a moment of the books', () => {
  const zone = 'Asia/Shanghai';

  it('stands in the address as an instant and in the picker as the wall clock', () => {
    const known = knownAt('2026-11-28 14:02:11', zone);
    expect(known).toBe('2026-11-28T14:02:11+08:00');
    expect(wallTime(known, zone)).toBe('2026-11-28 14:02:11');
    expect(knownDay('2026-11-27T16:00:00Z', zone)).toBe('2026-11-28');
    expect(wallTime('yesterday', zone)).toBeNull();
    expect(wallTime(undefined, zone)).toBeNull();
  });

  it('is kept by a link, and what is not set is left out', () => {
    const moment = { on: '2026-11-20', known: '2026-11-28T14:02:11+08:00', party: undefined };
    expect(search(moment)).toBe('?on=2026-11-20&known=2026-11-28T14%3A02%3A11%2B08%3A00');
    expect(search({ on: undefined, known: '' })).toBe('');
  });
});

function moved(postedOn: string, happenedOn: string, debit: string, credit: string): AccountDay {
  return { postedOn, happenedOn, debit, credit, currency: 'CNY' };
}

describe('the days of an account', () => {
  const rows = [
    moved('2026-11-21', '2026-11-21', '0.00', '10.00'),
    moved('2026-11-21', '2026-11-10', '0.00', '7.00'),
    moved('2026-11-20', '2026-11-20', '3.00', '0.00'),
  ];

  it('are one row for each day of posting, with the days that it belongs to', () => {
    expect(postingDays(rows, { currency: 'CNY', on: undefined, known: undefined })).toEqual([
      { postedOn: '2026-11-21', debit: '0.00', credit: '17.00', from: '2026-11-10', until: '2026-11-21' },
      { postedOn: '2026-11-20', debit: '3.00', credit: '0.00', from: '2026-11-20', until: '2026-11-20' },
    ]);
  });

  it.each([
    [{ on: '2026-11-20' }, ['7.00', '0.00']],
    [{ known: '2026-11-20' }, ['0.00']],
    [{ on: '2026-11-09' }, []],
    [{ currency: 'USD' }, []],
  ])('at %j hold the credits %j', (shown, credits) => {
    const all = { currency: undefined, on: undefined, known: undefined, ...shown };
    expect(postingDays(rows, all).map(({ credit }) => credit)).toEqual(credits);
  });

  it('of a full answer leave the last day to the next, which begins with it', () => {
    const full = Array.from({ length: rowsAtOnce }, (_, row) =>
      moved(row < 150 ? '2026-11-21' : '2026-11-20', '2026-11-01', '1.00', '0.00'),
    );
    const { rows: whole, next } = wholeDays(full);
    expect(whole).toHaveLength(150);
    expect(next).toBe('2026-11-21');
    expect(wholeDays(rows)).toEqual({ rows });
  });

  it('that fill an answer alone say that they are cut off', () => {
    const full = Array.from({ length: rowsAtOnce }, () => moved('2026-11-21', '2026-11-01', '1.00', '0.00'));
    expect(wholeDays(full).next).toBe('2026-11-21');
    expect(isCutOff(full, '2026-11-21')).toBe(true);
    expect(isCutOff(rows, '2026-11-21')).toBe(false);
  });
});

const entry: LedgerEntry = {
  source: 'ORDER',
  document: 'H06',
  sequence: 1,
  line: 1,
  entity: 'HQ',
  debit: { account: 'EXPENSE', name: '服务成本', party: 'P1' },
  credit: { account: 'PAYABLE', name: '应付', party: 'P1' },
  amount: '180.00',
  currency: 'CNY',
  happenedOn: '2026-11-20',
  postedAt: '2026-11-21T06:00:00Z',
  text: 'labour 高级档',
  by: 'demo',
};

describe('an entry', () => {
  const payable = { account: 'PAYABLE', party: 'P1', entity: 'HQ', currency: 'CNY' };

  it('is seen from either of its accounts, and from no other', () => {
    expect(seenFrom([entry], payable)).toEqual([{ entry, side: 'credit', opposite: entry.debit }]);
    expect(seenFrom([entry], { ...payable, account: 'EXPENSE' })[0]?.side).toBe('debit');
    expect(seenFrom([entry], { ...payable, party: '' })).toEqual([]);
    expect(seenFrom([entry], { ...payable, entity: 'EAST' })).toEqual([]);
    expect(seenFrom([entry], { ...payable, currency: 'USD' })).toEqual([]);
  });

  it.each([
    [undefined, undefined, true],
    ['2026-11-19', undefined, false],
    ['2026-11-20', undefined, true],
    [undefined, '2026-11-21T14:00:00+08:00', true],
    [undefined, '2026-11-21T13:59:59+08:00', false],
  ])('on %s, known at %s counts: %s', (on, known, expected) => {
    expect(countsAt(entry, on, known)).toBe(expected);
  });

  it('says what it is for in the words of the reader', () => {
    expect(entryText(entry, wordsFor('zh'))).toBe('人工 高级档');
    expect(entryText({ source: 'VOUCHER', text: 'PENALTY 迟到 两次' }, wordsFor('zh'))).toBe(
      '罚款 迟到 两次',
    );
    expect(entryText({ source: 'REBATE', text: '月度量返' }, wordsFor('zh'))).toBe('月度量返');
  });
});

const input: VoucherInput = {
  number: 'V-1',
  kind: 'REWARD',
  party: 'P1',
  amount: '1,200.5',
  happenedOn: '2026-11-28',
  orderNo: ' ',
  reason: ' 夜间抢修 ',
};

describe('a voucher', () => {
  it('is sent in plain decimals, without an order where none is named', () => {
    expect(voucherBody(input)).toEqual({
      number: 'V-1',
      kind: 'REWARD',
      party: 'P1',
      amount: '1200.50',
      happenedOn: '2026-11-28',
      orderNo: undefined,
      reason: '夜间抢修',
    });
    expect(voucherFaults(input, '1200.50')).toEqual({});
  });

  it.each([
    [{ amount: '0' }, { amount: 'badAmount' }],
    [{ amount: '-5' }, { amount: 'badAmount' }],
    [{ amount: '1200.51' }, { amount: 'overLimit' }],
    [{ number: 'V 1' }, { number: 'badNumber' }],
    [{ number: 'V-' }, { number: 'badNumber' }],
    [{ reason: ' ' }, { reason: 'reasonMissing' }],
    [
      { kind: undefined, party: undefined, happenedOn: undefined },
      { kind: 'chooseKind', party: 'partyMissing', happenedOn: 'dayMissing' },
    ],
  ])('with %j has the faults %j', (changed, faults) => {
    expect(voucherFaults({ ...input, ...changed }, '1200.50')).toEqual(faults);
  });

  it('gets a number that sorts by the time of the day', () => {
    expect(proposedNumber('2026-11-28', '00:00:00')).toBe('V-20261128-0000');
    expect(proposedNumber('2026-11-28', '23:59:59')).toBe('V-20261128-1UNZ');
    expect(proposedNumber('2026-11-28', '09:00:00') < proposedNumber('2026-11-28', '10:00:00')).toBe(true);
  });

  it('is taken back by one beside it, as far as a number may be long', () => {
    expect(reversalNumber('V-1', 'V-2')).toBe('V-1-R');
    expect(reversalNumber('x'.repeat(63), 'V-2')).toBe('V-2');
  });
});
