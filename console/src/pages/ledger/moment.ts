import { clock, day, instantOf } from '../../time/format';

/** Which past moment of the books is asked for: the last day that entries belong to, the last instant of their posting. */
export interface Moment {
  on: string | undefined;
  known: string | undefined;
}

export const momentNames = ['on', 'known'] as const;

/** A wall time of the zone as a picker shows it, "2026-11-28 14:02:11"; null for none or for what is no instant. */
export function wallTime(known: string | undefined, zone: string): string | null {
  const isInstant = known !== undefined && !Number.isNaN(Date.parse(known));
  return isInstant ? `${day(known, zone)} ${clock(known, zone)}` : null;
}

/** What a picker gives, "2026-11-28 14:02:11", as the instant that stands in the address. */
export function knownAt(wall: string, zone: string): string {
  return instantOf(wall.replace(' ', 'T'), zone);
}

/** A day such as 2026-11-28, or undefined for what is none. */
export function knownDay(known: string | undefined, zone: string): string | undefined {
  return wallTime(known, zone)?.slice(0, 10);
}
