import { expect, it } from 'vitest';
import { changesOf, historyOf } from './history';

const content = (grade: string | null, regions: string[] = []) => ({
  id: 'P1',
  name: '静安',
  grade,
  regions,
});

const version = (number: number, from: string | null, grade: string) => ({
  number,
  from,
  until: null,
  counts: true,
  content: content(grade),
  reason: '',
  by: 'owner',
  recordedAt: '2026-11-01T00:00:00Z',
});

it('names the fields that differ, lists and absent values too', () => {
  expect(changesOf(content('A'), content('A'))).toEqual([]);
  expect(changesOf(content('A', ['310000']), content(null, ['310000', '320000']))).toEqual([
    { field: 'grade', before: 'A', after: null },
    { field: 'regions', before: '310000', after: '310000, 320000' },
  ]);
});

it('shows what a correction of an earlier day changed against what counted then', () => {
  const shown = historyOf([
    version(1, null, 'C'),
    version(2, '2026-11-01', 'A'),
    version(3, '2026-06-01', 'B'),
  ]);
  expect(shown.map(({ version: { number } }) => number)).toEqual([3, 2, 1]);
  expect(shown[0]?.changes).toEqual([{ field: 'grade', before: 'C', after: 'B' }]);
  expect(shown[1]?.changes).toEqual([{ field: 'grade', before: 'C', after: 'A' }]);
});
