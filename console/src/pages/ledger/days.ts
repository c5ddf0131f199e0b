import type { AccountDay } from '../../api/ledger';
import { sum } from '../../money/decimal';
import { daysBefore } from '../../time/format';

/** How many rows the server gives at once. */
export const rowsAtOnce = 200;

export interface PostingDay {
  postedOn: string;
  debit: string;
  credit: string;
  /** The first and the last of the days that the entries belong to. */
  from: string;
  until: string;
}

export interface DaysShown {
  currency: string | undefined;
  on: string | undefined;
  /** The day in which the moment lies at which the books are looked at. */
  known: string | undefined;
}

/** One row for each day of posting, of what a moment shows; the latest first. */
export function postingDays(rows: readonly AccountDay[], { currency, on, known }: DaysShown): PostingDay[] {
  const shown = rows.filter(
    (row) =>
      (currency === undefined || row.currency === currency) &&
      (on === undefined || row.happenedOn <= on) &&
      (known === undefined || row.postedOn <= known),
  );
  return [...new Set(shown.map(({ postedOn }) => postedOn))].map((postedOn) => {
    const ofDay = shown.filter((row) => row.postedOn === postedOn);
    const belongs = ofDay.map(({ happenedOn }) => happenedOn).sort();
    return {
      postedOn,
      debit: sum(ofDay.map(({ debit }) => debit)),
      credit: sum(ofDay.map(({ credit }) => credit)),
      from: belongs[0] ?? postedOn,
      until: belongs.at(-1) ?? postedOn,
    };
  });
}

/**
 * The rows of an answer whose day is whole, and what to ask for next. The server cuts an answer off inside a day of
 * posting but goes on from the start of one; so the last day of a full answer is asked for again.
 */
export function wholeDays(rows: readonly AccountDay[]): { rows: readonly AccountDay[]; next?: string } {
  const last = rows.at(-1)?.postedOn;
  if (last === undefined || rows.length < rowsAtOnce) {
    return { rows };
  }
  const whole = rows.filter(({ postedOn }) => postedOn !== last);
  return whole.length === 0 ? { rows, next: last } : { rows: whole, next: daysBefore(last, -1) };
}

/** Whether one day of posting fills a whole answer, so that its sum may lack what belongs to the days before. */
export function isCutOff(rows: readonly AccountDay[], postedOn: string): boolean {
  return rows.filter((row) => row.postedOn === postedOn).length >= rowsAtOnce;
}
