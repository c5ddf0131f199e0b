import { daysBefore } from '../../time/format';

export interface Period {
  from: string;
  until: string;
}

/** The whole month before that of today: 2026-03-05 → 2026-02-01 to 2026-02-28. */
export function lastMonth(today: string): Period {
  const until = daysBefore(`${today.slice(0, 8)}01`, 1);
  return { from: `${until.slice(0, 8)}01`, until };
}
