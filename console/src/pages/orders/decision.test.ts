import { describe, expect, it } from 'vitest';
import { formOf, quoteFault } from './decision';

const hold = { min: '100.00', max: '2000.00' };

describe('a quote', () => {
  it.each([
    ['680', '1000.00', null],
    ['100', null, null],
    ['2000.00', null, null],
    ['99.99', null, 'range'],
    ['2000.01', null, 'range'],
    ['1000.01', '1000.00', 'limit'],
    ['abc', '1000.00', 'bad'],
    ['', null, 'bad'],
  ] as const)('of %j under the limit %s has the fault %s', (typed, limit, fault) => {
    expect(quoteFault(typed, hold, limit)).toBe(fault);
  });
});

it.each([
  ['QUOTE', 'QUOTE'],
  ['REGION_UNKNOWN', 'REGION'],
  ['OVER_LIMIT', 'RELEASE'],
  ['TIER_NOT_ALLOWED', 'TIER'],
  ['NO_TIER', 'NONE'],
] as const)('a hold %s is answered by %s', (reason, form) => {
  expect(formOf({ reason })).toBe(form);
});
