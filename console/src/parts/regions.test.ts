import { expect, it } from 'vitest';
import { parentCode } from './regions';

it.each([
  ['440305', '440300'],
  ['440300', '440000'],
  ['440000', undefined],
  ['CN-X', undefined],
])('the code above %s is %s', (code, expected) => {
  expect(parentCode(code)).toBe(expected);
});
