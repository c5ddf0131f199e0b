import { expect, it } from 'vitest';
import { contentTypeOf, csvOf, fileSize, percentRead } from './files';

it.each([
  ['orders.CSV', 'text/csv'],
  ['a.b.ndjson', 'application/x-ndjson'],
  ['十一月.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['old.xls', null],
  ['noending', null],
])('%s is sent as %s', (name, expected) => {
  expect(contentTypeOf(name)).toBe(expected);
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [2204511, '2.1 MB'],
  [5 * 1024 ** 3, '5.0 GB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected);
});

it('progress never passes a hundred and an empty file is done', () => {
  expect(percentRead(0, 0)).toBe(100);
  expect(percentRead(999, 1000)).toBe(99);
  expect(percentRead(2000, 1000)).toBe(100);
});

it('a downloaded table keeps commas and quotes and runs no formula', () => {
  expect(
    csvOf([
      ['a,b', 'say "hi"'],
      ['=1+1', ''],
    ]),
  ).toBe('\ufeff"a,b","say ""hi"""\r\n\'=1+1,\r\n');
});
