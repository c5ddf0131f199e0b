import { expect, it } from 'vitest';
import type { Line } from '../../api/contract';
import { byCategory, standing } from './breakdown';

function line(id: string, category: string, amount: string, more: Partial<Line> = {}): Line {
  return {
    id,
    kind: 'CHARGE',
    category,
    categoryName: category,
    amount,
    formula: '',
    sentence: '',
    reversed: false,
    revision: 1,
    ...more,
  };
}

it('H06 is labour with its surcharge and the call-out', () => {
  const lines = [
    line('1', 'labour', '150.00'),
    line('2', 'labour', '30.00', { kind: 'MODIFIER' }),
    line('3', 'callOut', '53.50'),
  ];
  expect(byCategory(lines).map(({ category, amount }) => [category, amount])).toEqual([
    ['labour', '180.00'],
    ['callOut', '53.50'],
  ]);
});

it('H16 counts the replacement only, neither the reversed line nor its reversal', () => {
  const lines = [
    line('1', 'labour', '150.00', { reversed: true }),
    line('2', 'labour', '-150.00', { kind: 'REVERSAL', reverses: '1', revision: 2 }),
    line('3', 'labour', '150.00', { revision: 2 }),
  ];
  expect(standing(lines).map(({ id }) => id)).toEqual(['3']);
  expect(byCategory(lines)[0]?.amount).toBe('150.00');
});
