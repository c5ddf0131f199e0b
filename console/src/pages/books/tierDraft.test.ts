import { describe, expect, it } from 'vitest';
import { chargeOf, draftOf, emptyTier, type TierInput, tierId } from './tierDraft';

const blank = emptyTier('labour', 20);
const premium: TierInput = {
  ...blank,
  services: ['安装', '维修'],
  amount: '150',
  regions: ['核心城市'],
  name: '高级档',
  respond: { count: '2', unit: 'h' },
  finish: { count: '24', unit: 'h' },
};

describe('the wizard writes a tier', () => {
  it('in the words of a price book', () => {
    expect(draftOf(premium, new Set())).toEqual({
      tier: {
        tier: '高级档',
        name: '高级档',
        category: 'labour',
        priority: 20,
        when: { service: ['安装', '维修'], region: ['核心城市'] },
        charge: { flat: '150.00' },
        promise: { respond: '2 h', finish: '24 h' },
      },
    });
  });

  it('without conditions and promise when nothing is said of them', () => {
    const drafted = draftOf({ ...blank, amount: '1', name: 'A' }, new Set());
    expect(drafted).toEqual({
      tier: { tier: 'A', name: 'A', category: 'labour', priority: 20, charge: { flat: '1.00' } },
    });
  });

  it('with closed lists as books write them', () => {
    const drafted = draftOf(
      { ...premium, more: { ...premium.more, stage: ['AFTER_SALES'], partnerType: ['BOUTIQUE'] } },
      new Set(),
    );
    expect(drafted).toMatchObject({ tier: { when: { stage: ['after-sales'], partnerType: ['BOUTIQUE'] } } });
  });

  it('that may be chosen by a person only where that is said', () => {
    expect(draftOf(premium, new Set())).not.toHaveProperty('tier.mayBeForced');
    expect(draftOf({ ...premium, mayBeForced: true }, new Set())).toHaveProperty('tier.mayBeForced', true);
  });

  it('or says what is missing', () => {
    expect(draftOf(blank, new Set())).toEqual({ missing: ['amount', 'name'] });
    expect(draftOf({ ...premium, priority: 'x' }, new Set())).toEqual({ missing: ['priority'] });
    expect(draftOf({ ...premium, respond: { count: '0', unit: 'h' } }, new Set())).toEqual({
      missing: ['promise'],
    });
  });
});

describe('a charge', () => {
  it.each([
    [
      { kind: 'distance', start: '30', first: '3', perKm: '2.5' },
      { distance: { start: '30.00', first: '3 km', perKm: '2.50' } },
    ],
    [{ kind: 'quote', quoteFrom: '100', quoteTo: '2000' }, { quote: { from: '100.00', to: '2000.00' } }],
    [
      {
        kind: 'steps',
        stepMode: 'volume',
        steps: [
          { upTo: '10', price: '5' },
          { upTo: '', price: '4' },
        ],
      },
      { volume: [{ upTo: '10', price: '5.00' }, { price: '4.00' }] },
    ],
    [
      {
        kind: 'steps',
        steps: [
          { upTo: '', price: '5' },
          { upTo: '', price: '4' },
        ],
      },
      null,
    ],
    [{ kind: 'distance', start: '30', first: 'x', perKm: '2.5' }, null],
    [{ kind: 'flat', amount: '1.234' }, null],
  ] as [Partial<TierInput>, unknown][])('%j is %j', (typed, expected) => {
    expect(chargeOf({ ...blank, ...typed })).toEqual(expected);
  });
});

it.each([
  ['高级档', [], '高级档'],
  ['高级档', ['高级档'], '高级档-2'],
  ['高级档', ['高级档', '高级档-2'], '高级档-3'],
  ['VIP 上门（夜间）', [], 'VIP-上门-夜间'],
  ['！！', [], 'tier'],
])('a tier called %j among %j gets the id %s', (name, taken, expected) => {
  expect(tierId(name, new Set(taken))).toBe(expected);
});
