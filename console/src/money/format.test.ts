import { describe, expect, it } from 'vitest';
import { count, money, shortMoney, signedMoney, typedAmount } from './format';

describe('money as people read it', () => {
  it.each([
    ['233.5', '¥233.50'],
    ['1234567.89', '¥1,234,567.89'],
    ['-35', '−¥35.00'],
    ['0', '¥0.00'],
    ['0.005', '¥0.005'],
  ])('writes %s as %s', (amount, expected) => {
    expect(money(amount, 'CNY')).toBe(expected);
  });

  it('shows the sign of a difference', () => {
    expect(signedMoney('37.50', 'CNY')).toBe('+¥37.50');
    expect(signedMoney('-15.00', 'CNY')).toBe('−¥15.00');
    expect(signedMoney('0.00', 'CNY')).toBe('¥0.00');
  });

  it.each([
    ['9999.99', 'zh', '¥9,999.99'],
    ['1864000.00', 'zh', '¥186.4万'],
    ['99999500.00', 'zh', '¥10,000.0万'],
    ['123456789.00', 'zh', '¥1.2亿'],
    ['1864000.00', 'en', '¥1.86M'],
    ['18640.00', 'en', '¥18.64K'],
    ['-1864000.00', 'zh', '−¥186.4万'],
  ] as const)('shortens %s in %s to %s', (amount, language, expected) => {
    expect(shortMoney(amount, 'CNY', language)).toBe(expected);
  });

  it.each([
    ['680', '680.00'],
    [' ¥1,200.5 ', '1200.50'],
    ['￥1，200', '1200.00'],
    ['0.1', '0.10'],
  ])('takes %j for %s', (typed, expected) => {
    expect(typedAmount(typed)).toBe(expected);
  });

  it.each(['', 'abc', '-5', '1.234', '1e3', '9999999999999'])('takes %j for no amount', (typed) => {
    expect(typedAmount(typed)).toBeNull();
  });

  it('groups counts by thousands', () => {
    expect(count(12480)).toBe('12,480');
    expect(count(0)).toBe('0');
  });
});
