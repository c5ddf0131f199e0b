import type { BookVersion } from '../../api/contract';

export interface Span {
  version: number;
  state: BookVersion['state'];
  /** From 0 to 100, of the width of the time line. */
  left: number;
  width: number;
  open: boolean;
}

export interface TimeLine {
  spans: Span[];
  now: number;
  ticks: { at: number; label: string }[];
}

const dayMs = 86_400_000;
const backMs = 540 * dayMs;
const aheadMs = 200 * dayMs;

function ticksBetween(from: number, until: number): TimeLine['ticks'] {
  const ticks: TimeLine['ticks'] = [];
  const first = new Date(from);
  const cursor = new Date(Date.UTC(first.getUTCFullYear(), Math.ceil((first.getUTCMonth() + 1) / 3) * 3, 1));
  while (cursor.getTime() < until) {
    const label = `${cursor.getUTCFullYear()}-${String(cursor.getUTCMonth() + 1).padStart(2, '0')}`;
    ticks.push({ at: ((cursor.getTime() - from) / (until - from)) * 100, label });
    cursor.setUTCMonth(cursor.getUTCMonth() + 3);
  }
  return ticks;
}

/** Versions as bars over the last year and a half and the next half year; what lies outside is cut at the edge. */
export function timeLine(versions: readonly BookVersion[], nowMs: number): TimeLine {
  const starts = versions.map(({ validFrom }) => Date.parse(validFrom));
  const from = Math.max(Math.min(...starts, nowMs - 60 * dayMs), nowMs - backMs);
  const until = Math.max(nowMs + aheadMs, ...starts.map((start) => start + 60 * dayMs));
  const place = (at: number) => Math.min(100, Math.max(0, ((at - from) / (until - from)) * 100));
  const spans = versions.map(({ version, state, validFrom, validUntil }) => {
    const left = place(Date.parse(validFrom));
    const right = validUntil ? place(Date.parse(validUntil)) : 100;
    return { version, state, left, width: Math.max(right - left, 0), open: !validUntil };
  });
  return {
    spans: spans.filter(({ width }) => width > 0),
    now: place(nowMs),
    ticks: ticksBetween(from, until),
  };
}
