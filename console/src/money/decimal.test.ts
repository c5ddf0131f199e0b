import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  growth,
  isDecimal,
  parse,
  percentOf,
  print,
  quotient,
  round,
  subtract,
  sum,
} from './decimal';

describe('decimal arithmetic', () => {
  it.each([
    ['0.10', '0.20', '0.30'],
    ['180.00', '53.50', '233.50'],
    ['100', '-0.01', '99.99'],
    ['-15.00', '15.00', '0.00'],
    ['9007199254740993.01', '0.01', '9007199254740993.02'],
  ])('adds %s and %s to %s exactly', (left, right, expected) => {
    expect(add(left, right)).toBe(expected);
    expect(subtract(expected, right)).toBe(print(parse(expected.includes('.') ? add(left, '0.00') : left)));
  });

  it('sums to zero with two places when there is nothing', () => {
    expect(sum([])).toBe('0.00');
    expect(sum(['33.34', '33.33', '33.33'])).toBe('100.00');
  });

  it.each([
    ['53.3625', 2, '53.36'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['-0.004', 2, '0.00'],
    ['1.5', 2, '1.50'],
  ])('rounds %s to %i places, halves away from zero: %s', (value, scale, expected) => {
    expect(round(value, scale)).toBe(expected);
  });

  it.each([
    ['1', '3', 2, '0.33'],
    ['-1', '8', 2, '-0.13'],
    ['1', '0.00', 2, null],
  ])('divides %s by %s', (left, right, scale, expected) => {
    expect(quotient(left, right, scale)).toBe(expected);
  });

  it('knows no growth from nothing', () => {
    expect(growth('0.00', '5.00')).toBeNull();
    expect(growth('100.00', '103.10')).toBe('3.1');
    expect(growth('200', '150')).toBe('-25.0');
    expect(percentOf('94.50', '328.00')).toBe('28.8');
  });

  it.each(['', '1e5', '1,000', '.5', '5.', '0x1', 'NaN', '１'])(
    'refuses %j, which is no plain decimal',
    (text) => {
      expect(isDecimal(text)).toBe(false);
      expect(() => parse(text)).toThrow(`"${text}"`);
    },
  );

  it('compares by value, not by text', () => {
    expect(compare('9.90', '10')).toBe(-1);
    expect(compare('10.0', '10')).toBe(0);
    expect(compare('-1', '-2')).toBe(1);
  });
});
