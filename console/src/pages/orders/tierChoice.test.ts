import { describe, expect, it } from 'vitest';
import type { ComesTo, TierPlace } from '../../api/tiers';
import { decisionOf, offers } from './tierChoice';

const comesTo: ComesTo = {
  state: 'SETTLED',
  amount: '150.00',
  difference: '50.00',
  holds: [],
  withinLimit: true,
};

const standard = { tierId: 'standard', tierName: '标准档' };
const premium = { tierId: 'premium', tierName: '高级档' };
const added = { tierId: 'value-added', tierName: '增值服务' };

const place: TierPlace = {
  relation: 'headquarters→partner',
  category: 'labour',
  categoryName: '人工',
  item: 0,
  service: '维修',
  now: standard,
  best: standard,
  chosen: null,
  currency: 'CNY',
  amount: '100.00',
  options: [
    { ...premium, comesTo },
    { ...added, comesTo },
  ],
  takenBack: null,
};

const forced: TierPlace = {
  ...place,
  now: premium,
  chosen: { ...premium, by: 'gao', reason: '客户投诉' },
  takenBack: comesTo,
};

function names(...places: TierPlace[]) {
  return offers({ limit: null, places }).flatMap(({ picks }) =>
    picks.map(({ tierId, name }) => `${tierId ?? 'back to'} ${name}`),
  );
}

describe('what may be picked', () => {
  it('is each tier that is allowed', () => {
    expect(names(place)).toEqual(['premium 高级档', 'value-added 增值服务']);
  });
  it('is not the tier that counts already, but the end of its choice', () => {
    expect(names(forced)).toEqual(['value-added 增值服务', 'back to 标准档']);
  });
  it('is nothing where the only tier counts by itself', () => {
    const only = { ...place, now: premium, options: [{ ...premium, comesTo }] };
    expect(offers({ limit: null, places: [only] })).toEqual([]);
  });
});

describe('what is sent', () => {
  const [first] = offers({ limit: null, places: [forced] });
  it.each([
    [0, { kind: 'FORCE', tier: 'value-added' }],
    [1, { kind: 'UNFORCE' }],
  ] as const)('for pick %i names the place and the reason', (index, sent) => {
    const pick = first?.picks[index];
    expect(pick && decisionOf(pick, '登记有误')).toEqual({
      relation: 'headquarters→partner',
      category: 'labour',
      item: 0,
      reason: '登记有误',
      ...sent,
    });
  });
  it('names no item in a category of the whole order', () => {
    const [whole] = offers({ limit: null, places: [{ ...place, item: null }] });
    const pick = whole?.picks[0];
    expect(pick && decisionOf(pick, 'x')).not.toHaveProperty('item');
  });
});
