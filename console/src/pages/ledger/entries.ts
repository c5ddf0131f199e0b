import type { EntrySide, LedgerEntry } from '../../api/ledger';
import type { Words } from '../../i18n/words';

export interface AccountOf {
  account: string;
  party: string;
  entity: string | undefined;
  currency: string | undefined;
}

export interface AccountEntry {
  entry: LedgerEntry;
  side: 'debit' | 'credit';
  opposite: EntrySide;
}

const isOf = (side: EntrySide, of: AccountOf) =>
  side.account === of.account && (side.party ?? '') === of.party;

/** Entries seen from one account: which side they are on, and what the other is. Those of other accounts are left out. */
export function seenFrom(entries: readonly LedgerEntry[], of: AccountOf): AccountEntry[] {
  return entries
    .filter((entry) => of.entity === undefined || entry.entity === of.entity)
    .filter((entry) => of.currency === undefined || entry.currency === of.currency)
    .flatMap((entry): AccountEntry[] => {
      if (isOf(entry.debit, of)) {
        return [{ entry, side: 'debit', opposite: entry.credit }];
      }
      return isOf(entry.credit, of) ? [{ entry, side: 'credit', opposite: entry.debit }] : [];
    });
}

/** Whether an entry counts at a moment of the books. */
export function countsAt(entry: LedgerEntry, on: string | undefined, known: string | undefined): boolean {
  const isKnown = known === undefined || !(Date.parse(entry.postedAt) > Date.parse(known));
  return isKnown && (on === undefined || entry.happenedOn <= on);
}

/** One of a kind among entries, as long as those of one list keep their order. */
export function entryKey(entry: LedgerEntry, index: number): string {
  return `${entry.source} ${entry.document} ${entry.sequence} ${entry.line ?? 0} ${index}`;
}

/** What an entry is for, with the codes that stand before the reader's words: "labour 标准档" → 人工 标准档. */
export function entryText(entry: Pick<LedgerEntry, 'source' | 'text'>, { word }: Words): string {
  const group = entry.source === 'VOUCHER' ? 'voucherKind' : 'category';
  const [first = '', ...rest] = entry.text.split(' ');
  return [word(group, first), ...rest].join(' ');
}
