import type { Language } from '../i18n/words';

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...options });
  cache.set(key, made);
  return made;
}

function parts(at: string | number, zone: string): Record<string, string> {
  const format = formatter(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

/** 14:02:11 in the tenant's zone. */
export function clock(at: string, zone: string): string {
  const { hour, minute, second } = parts(at, zone);
  return `${hour}:${minute}:${second}`;
}

/** 14:02 */
export function hourMinute(at: string, zone: string): string {
  const { hour, minute } = parts(at, zone);
  return `${hour}:${minute}`;
}

/** 2026-11-23 */
export function day(at: string | number, zone: string): string {
  const { year, month, day: date } = parts(at, zone);
  return `${year}-${month}-${date}`;
}

/** 11-23 */
export function monthDay(at: string | number, zone: string): string {
  return day(at, zone).slice(5);
}

/** 2026-11-23 14:02 */
export function moment(at: string, zone: string): string {
  return `${day(at, zone)} ${hourMinute(at, zone)}`;
}

/** 11-23 14:02 */
export function shortMoment(at: string, zone: string): string {
  return `${monthDay(at, zone)} ${hourMinute(at, zone)}`;
}

/** Time used: under an hour in minutes, under two days as h:mm, then days. */
export function elapsed(seconds: number, language: Language): string {
  const zh = language === 'zh';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return zh ? `${minutes}分` : `${minutes}m`;
  }
  if (minutes < 48 * 60) {
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  return zh ? `${Math.floor(minutes / 1440)}天` : `${Math.floor(minutes / 1440)}d`;
}

const isoDuration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** "PT2H" → 2小时, "PT30M" → 30分钟, "PT24H" → 24小时. Text that is no ISO duration stays as it is. */
export function duration(text: string, language: Language): string {
  const match = isoDuration.exec(text);
  if (match === null) {
    return text;
  }
  const zh = language === 'zh';
  const [, days, hours, minutes, seconds] = match;
  const pieces = [
    days && `${days}${zh ? ' 天' : ' d'}`,
    hours && `${hours}${zh ? ' 小时' : ' h'}`,
    minutes && `${minutes}${zh ? ' 分钟' : ' min'}`,
    seconds && `${seconds}${zh ? ' 秒' : ' s'}`,
  ].filter(Boolean);
  return pieces.length === 0 ? text : pieces.join(' ');
}

/** The date `days` before a date, both as 2026-11-23. */
export function daysBefore(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** Minutes by which the zone is ahead of UTC at an instant. */
function offsetMinutes(at: number, zone: string): number {
  const { year, month, day: date, hour, minute, second } = parts(at, zone);
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return Math.round((wall - at) / 60000);
}

/** A wall time of the zone, "2026-11-24T00:00", as an instant with its offset: 2026-11-24T00:00:00+08:00. */
export function instantOf(wallTime: string, zone: string): string {
  const guess = Date.parse(`${wallTime}Z`);
  const offset = offsetMinutes(guess - offsetMinutes(guess, zone) * 60000, zone);
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const pad = (value: number) => String(value).padStart(2, '0');
  const seconds = wallTime.length === 16 ? ':00' : '';
  return `${wallTime}${seconds}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
