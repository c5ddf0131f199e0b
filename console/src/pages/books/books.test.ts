import { describe, expect, it } from 'vitest';
import type { BookVersion } from '../../api/contract';
import { wordsFor } from '../../i18n/words';
import { bookDifference } from './bookDifference';
import { type BookDocument, regionsNamed } from './bookDocument';
import {
  describeCharge,
  describeConditions,
  describeEffect,
  describePromise,
  describeRebate,
  type Speech,
} from './describe';
import { lineStart } from './sourceText';
import { timeLine } from './timeline';

const book: BookDocument = {
  book: 'home-service',
  name: '家电服务',
  relation: 'headquarters→partner',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  validFrom: '2026-01-01',
  groups: { 核心城市: ['310000', '440300'] },
  measures: { storageDays: { name: '存放天数', unit: '天' } },
  calendars: { office: { name: '客服' } },
  categories: { labour: { name: '人工', per: 'item', required: true } },
  tiers: [
    {
      tier: 'standard',
      name: '标准档',
      category: 'labour',
      priority: 10,
      when: { service: ['安装', '维修'] },
      charge: { flat: '100.00' },
    },
  ],
  modifiers: [{ modifier: 'urgent', name: '加急', on: 'labour', when: { urgency: 'URGENT' }, percent: 20 }],
  priceLists: { parts: { 'CAP-35': '48.00', 'PIPE-1M': { price: '65.00', unit: '米' } } },
};

const speech: Speech = {
  words: wordsFor('zh'),
  book,
  regionName: (code) => ({ '310000': '上海市', '440300': '深圳市' })[code] ?? code,
};

describe('a book in words', () => {
  it.each([
    [{ flat: '100.00' }, '¥100.00'],
    [{ quote: { from: 100, to: 2000 } }, '报价 ¥100.00 – ¥2,000.00'],
    [
      { distance: { start: '30.00', first: '3 km', perKm: '2.50' } },
      '起步 ¥30.00（3 公里内），之后 ¥2.50 / 公里',
    ],
    [{ package: { size: 7, price: '5.00', free: 3 }, of: 'storageDays' }, '每 7 天 ¥5.00，免 3'],
    [
      { percent: 60, of: { relation: 'headquarters→partner', category: 'labour' } },
      '总部 → 合作商 人工的 60%',
    ],
    [{ perUnit: '5.00', of: 'storageDays', minimum: '10.00' }, '¥5.00 / 天，最低 ¥10.00'],
    [
      {
        graduated: [
          { upTo: 10, price: '5' },
          { price: '4', flat: '1' },
        ],
      },
      '阶梯（分段）：至 10 ¥5.00，以上 ¥4.00 +¥1.00',
    ],
    [{ volume: { steps: [{ price: '3' }] } }, '阶梯（整体）：以上 ¥3.00'],
    [{ priceList: 'parts' }, '价目表「parts」'],
    [{ sum: [{ flat: '1' }, { flat: '2' }], maximum: '9' }, '¥1.00 + ¥2.00 之和，最高 ¥9.00'],
  ])('charges %j as %s', (charge, expected) => {
    expect(describeCharge(charge, speech)).toBe(expected);
  });

  it.each([
    [{ service: ['安装', '维修'] }, '服务 安装、维修'],
    [{ region: { not: ['310000'] } }, '地区 除 上海市'],
    [{ customerClass: 'KEY_ACCOUNT' }, '客户分层 大客户'],
    [{ stage: 'after-sales' }, '阶段 售后'],
    [{ status: ['cancelled'], arrived: true }, '状态 已取消 已到达'],
    [{ related: { kind: 'rework', withinDays: 30, sameHandler: true } }, '返修 · 30 天内 · 同一工程师'],
    [{ completed: { hours: '22:00-06:00' } }, '完成于 22:00–06:00'],
    [{ created: { from: '2026-11-01', until: '2026-11-12' } }, '创建自 2026-11-01 至 2026-11-12 前'],
    [{ distance: { gt: '3 km', lte: '20 km' } }, '里程 > 3 km ≤ 20 km'],
    [{ measures: { storageDays: { gte: 3 } } }, '存放天数 ≥ 3'],
    [
      { arrived: { calendar: 'office', is: ['holiday', 'after-hours'] } },
      '到达时是「客服」的节假日、工作日的非工作时间',
    ],
    [{ promise: 'broken' }, '承诺未守约'],
    [{ promise: { respond: 'kept', finish: 'broken' } }, '响应承诺已守约 · 完成承诺未守约'],
  ])('asks %j as %s', (when, expected) => {
    const text = describeConditions(when, speech).map(({ label, text: words }) => `${label} ${words}`.trim());
    expect(text.join(' ')).toBe(expected);
  });

  it('promises and changes in words', () => {
    expect(describePromise({ respond: '2 h', finish: '24 h' }, speech)).toBe('2 小时响应 · 24 小时完成');
    expect(describePromise({ respond: '2 h', calendar: 'office' }, speech)).toBe('2 小时响应 · 按「客服」');
    expect(describePromise(undefined, speech)).toBe('');
    expect(describeEffect({ modifier: 'u', on: 'labour', percent: 20 }, speech)).toBe('+20%');
    expect(describeEffect({ modifier: 'd', on: 'labour', percent: '-10' }, speech)).toBe('−10%');
    expect(describeEffect({ modifier: 'n', on: 'labour', amount: '30.00', per: 'order' }, speech)).toBe(
      '+¥30.00 / 工单',
    );
    expect(describeEffect({ modifier: 'm', on: 'labour', minimum: 50 }, speech)).toBe('最低 ¥50.00');
    expect(
      describeEffect(
        { modifier: 'd', on: 'labour', percent: -10, bounds: { most: '50.00' }, exclusive: '折扣' },
        speech,
      ),
    ).toBe('−10% · 至多 ¥50.00 / 工单 · 「折扣」取最高一项');
  });

  it('names the regions to look up once, not the groups', () => {
    const tiers = [
      {
        ...(book.tiers?.[0] as NonNullable<BookDocument['tiers']>[number]),
        when: { region: { in: '核心城市', not: '110000' } },
      },
    ];
    expect(regionsNamed({ ...book, tiers })).toEqual(['110000', '310000', '440300']);
  });
});

describe('what counts over a period', () => {
  it('says what counts over a period', () => {
    const counting = {
      ...speech,
      book: { ...book, counters: { n: { name: '安装量', period: 'month' } } },
    };
    expect(describeEffect({ modifier: 'm', on: 'labour', maximum: 50, counter: 'n' }, counting)).toBe(
      '最高 ¥50.00，每月累计（安装量）',
    );
    expect(describeCharge({ flat: 1, counter: 'n' }, counting)).toBe('¥1.00，每月累计（安装量）');
    const volume = [{ upTo: 100, percent: 0 }, { percent: '5' }];
    expect(describeRebate({ rebate: 'r', on: 'labour', period: 'month', volume }, counting)).toBe(
      '每月按工单数返利 · 阶梯（整体）：至 100 0%，以上 5%',
    );
    const measure = { outside: 'satisfaction', name: '满意度', unit: '分' };
    expect(describeRebate({ rebate: 'r', on: 'labour', period: 'month', measure, volume }, counting)).toBe(
      '每月按满意度返利 · 阶梯（整体）：至 100 0%，以上 5%',
    );
    const unnamed = { outside: 'nps' };
    expect(
      describeRebate({ rebate: 'r', on: 'labour', period: 'year', measure: unnamed, volume }, counting),
    ).toContain('按nps返利');
  });
});

describe('two versions of a book', () => {
  it('that are the same differ in nothing', () => {
    expect(bookDifference(book, structuredClone(book), speech)).toEqual([]);
  });

  it('differ in a price, a new tier and a list price', () => {
    const after = structuredClone(book);
    const first = after.tiers?.[0];
    if (first !== undefined) {
      first.charge = { flat: '110.00' };
      after.tiers?.push({
        ...first,
        tier: 'vip',
        name: '贵宾档',
        priority: 30,
        promise: { respond: '30 min' },
      });
    }
    after.priceLists = { parts: { 'CAP-35': '50.00' } };
    const found = bookDifference(book, after, speech);
    expect(found.map(({ change, name }) => `${change} ${name}`)).toEqual([
      'changed 标准档',
      'added 贵宾档',
      'changed CAP-35',
      'removed PIPE-1M',
    ]);
    expect(found[0]?.fields).toEqual([{ field: 'charge', before: '¥100.00', after: '¥110.00' }]);
  });

  it('differ in whether a person may choose a tier', () => {
    const after = structuredClone(book);
    const first = after.tiers?.[0];
    if (first !== undefined) {
      first.mayBeForced = true;
    }
    expect(bookDifference(book, after, speech).flatMap(({ fields }) => fields)).toEqual([
      { field: 'mayBeForced', before: null, after: '允许人工指定' },
    ]);
  });
});

describe('the time line of versions', () => {
  const now = Date.parse('2026-11-23T00:00:00Z');
  const version = (number: number, validFrom: string, validUntil: string | null): BookVersion => ({
    version: number,
    validFrom,
    validUntil,
    recordedAt: validFrom,
    state: 'PAST',
  });

  it('places versions one after the other and marks now between', () => {
    const line = timeLine(
      [version(1, '2026-01-01T00:00:00Z', '2026-11-16T00:00:00Z'), version(2, '2026-11-16T00:00:00Z', null)],
      now,
    );
    const [first, second] = line.spans;
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.left ?? -1);
    expect(second?.open).toBe(true);
    expect(line.now).toBeGreaterThan(second?.left ?? 100);
  });

  it('cuts what lies before its beginning', () => {
    const line = timeLine(
      [version(1, '2019-01-01T00:00:00Z', '2020-01-01T00:00:00Z'), version(2, '2020-01-01T00:00:00Z', null)],
      now,
    );
    expect(line.spans.map(({ version: number }) => number)).toEqual([2]);
    expect(line.spans[0]).toMatchObject({ left: 0, width: 100 });
  });
});

it.each([
  [1, 0],
  [2, 3],
  [3, 4],
  [9, 7],
])('line %i of a text begins at %i', (line, at) => {
  expect(lineStart('ab\n\nfoo', line)).toBe(at);
});
