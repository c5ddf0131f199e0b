import { describe, expect, it } from 'vitest';
import { clock, day, daysBefore, duration, elapsed, instantOf, moment, shortMoment } from './format';

const zone = 'Asia/Shanghai';

describe('times in the zone of the company', () => {
  it('read an instant on the wall clock of the zone', () => {
    expect(clock('2026-11-23T06:02:11Z', zone)).toBe('14:02:11');
    expect(moment('2026-11-23T16:00:00Z', zone)).toBe('2026-11-24 00:00');
    expect(shortMoment('2026-12-31T15:59:59Z', zone)).toBe('12-31 23:59');
    expect(day('2026-11-23T15:59:59Z', zone)).toBe('2026-11-23');
  });

  it.each([
    ['2026-11-24T00:00', 'Asia/Shanghai', '2026-11-24T00:00:00+08:00'],
    ['2026-07-01T12:30', 'Europe/Berlin', '2026-07-01T12:30:00+02:00'],
    ['2026-12-01T12:30', 'Europe/Berlin', '2026-12-01T12:30:00+01:00'],
    ['2026-12-01T12:30', 'America/New_York', '2026-12-01T12:30:00-05:00'],
  ])('write the wall time %s of %s as %s', (wall, where, expected) => {
    expect(instantOf(wall, where)).toBe(expected);
  });

  it('count days back over the ends of months and forward', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
    expect(daysBefore('2026-12-31', -1)).toBe('2027-01-01');
  });
});

describe('durations', () => {
  it.each([
    [0, '0分'],
    [38 * 60, '38分'],
    [59 * 60 + 59, '59分'],
    [2 * 3600 + 5 * 60, '2:05'],
    [47 * 3600, '47:00'],
    [49 * 3600, '2天'],
  ])('%i seconds are shown as %s', (seconds, expected) => {
    expect(elapsed(seconds, 'zh')).toBe(expected);
  });

  it.each([
    ['PT2H', '2 小时'],
    ['PT30M', '30 分钟'],
    ['PT24H', '24 小时'],
    ['P1DT2H', '1 天 2 小时'],
    ['PT2H13M5S', '2 小时 13 分钟 5 秒'],
    ['2 h', '2 h'],
  ])('%s reads %s', (text, expected) => {
    expect(duration(text, 'zh')).toBe(expected);
  });
});
