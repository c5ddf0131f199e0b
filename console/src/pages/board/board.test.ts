import { describe, expect, it } from 'vitest';
import type { Board, BoardEvent } from '../../api/contract';
import { classOf, lowerBounds, rampStep } from './classes';
import { recentKept, withEvents, withSums } from './patch';
import { shortPlace } from './place';

const sums = { orders: 0, amount: '0.00', income: null, margin: null, held: 0, open: 0, late: 0 };

const empty: Board = {
  asOf: '2026-11-23T14:00:00+08:00',
  region: null,
  currency: 'CNY',
  today: sums,
  lastWeek: sums,
  regions: [{ code: '310000', name: '上海市', orders: 1, amount: '150.00', held: 0 }],
  hours: [],
  partners: [],
  engineers: [],
  tiers: [],
  holds: [],
  recent: [],
};

function event(orderNo: string, amount: string | null = '100.00'): BoardEvent {
  return {
    at: '2026-11-23T14:00:00+08:00',
    orderNo,
    region: null,
    amount,
    state: amount === null ? 'ON_HOLD' : 'SETTLED',
  };
}

describe('the live board', () => {
  it('replaces the regions that changed and adds new ones', () => {
    const board = withSums(empty, {
      today: { ...sums, orders: 3 },
      regions: [
        { code: '310000', name: '上海市', orders: 2, amount: '300.00', held: 0 },
        { code: '440000', name: '广东省', orders: 1, amount: '150.00', held: 0 },
      ],
      hours: [
        { hour: 14, orders: 1, amount: '1.00', lastWeekAmount: '0.00' },
        { hour: 13, orders: 1, amount: '1.00', lastWeekAmount: '0.00' },
      ],
    });
    expect(board.today.orders).toBe(3);
    expect(board.regions.map(({ code, orders }) => [code, orders])).toEqual([
      ['310000', 2],
      ['440000', 1],
    ]);
    expect(board.hours.map(({ hour }) => hour)).toEqual([13, 14]);
  });

  it('keeps what a message does not mention', () => {
    expect(withSums(empty, {})).toEqual(empty);
  });

  it('shows the newest order on top and each order once', () => {
    const first = withEvents(empty, [event('A', null), event('B')]);
    expect(first.recent.map(({ orderNo }) => orderNo)).toEqual(['B', 'A']);
    const second = withEvents(first, [event('A', '680.00')]);
    expect(second.recent.map(({ orderNo, amount }) => [orderNo, amount])).toEqual([
      ['A', '680.00'],
      ['B', '100.00'],
    ]);
  });

  it('lets old rows fall off', () => {
    const many = Array.from({ length: recentKept + 5 }, (_, index) => event(`O${index}`));
    expect(withEvents(empty, many).recent).toHaveLength(recentKept);
    expect(withEvents(empty, many).recent[0]?.orderNo).toBe(`O${recentKept + 4}`);
  });
});

describe('the colours of the map', () => {
  it('put about as many regions into each class', () => {
    const bounds = lowerBounds(['10', '20', '30', '40', '50', '60', '70', '80', '90', '1000000']);
    expect(bounds).toEqual(['10', '30', '50', '70', '90']);
    expect(classOf('1000000', bounds)).toBe(4);
    expect(classOf('29.99', bounds)).toBe(0);
  });

  it('leave regions without orders blank', () => {
    expect(classOf('0.00', ['1'])).toBe(-1);
    expect(lowerBounds(['0', '0.00'])).toEqual([]);
  });

  it('make no more classes than there are different values, the top one darkest', () => {
    expect(lowerBounds(['5', '5', '7'])).toEqual(['5', '7']);
    expect(rampStep(1, 2)).toBe(4);
    expect(rampStep(0, 2)).toBe(0);
    expect(rampStep(0, 1)).toBe(4);
  });
});

describe('places in short', () => {
  it.each([
    ['广东省/深圳市/南山区', '深圳·南山'],
    ['北京市/市辖区/朝阳区', '北京·朝阳'],
    ['上海市/上海市/静安区', '上海·静安'],
    ['上海市', '上海'],
    ['新疆维吾尔自治区/自治区直辖县级行政区划/铁门关市', '新疆·铁门关'],
    ['湖南省/长沙市/长沙县', '长沙·长沙'],
    ['河南省/洛阳市/老城区', '洛阳·老城'],
    ['广东省/东莞市', '广东·东莞'],
  ])('%s is %s', (path, expected) => {
    expect(shortPlace(path)).toBe(expected);
  });
});
