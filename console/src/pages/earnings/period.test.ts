import { expect, it } from 'vitest';
import { lastMonth } from './period';

it.each([
  ['2026-11-24', '2026-10-01', '2026-10-31'],
  ['2026-03-05', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2025-12-01', '2025-12-31'],
])('the month before %s is %s to %s', (today, from, until) => {
  expect(lastMonth(today)).toEqual({ from, until });
});
