import type { AccountBalance, AccountKind } from '../../api/ledger';
import { negate, sign, sum } from '../../money/decimal';

const kinds: readonly AccountKind[] = ['ASSET', 'LIABILITY', 'INCOME', 'EXPENSE', 'MEMORANDUM'];

export interface KindGroup {
  kind: AccountKind;
  accounts: AccountBalance[];
  debit: string;
  credit: string;
  balance: string;
}

/** Accounts by what they are, in the order of a balance sheet and then profit and loss; kinds without accounts are left out. */
export function groupsOf(accounts: readonly AccountBalance[]): KindGroup[] {
  return kinds
    .map((kind) => ({ kind, accounts: accounts.filter((each) => each.kind === kind) }))
    .filter((group) => group.accounts.length > 0)
    .map((group) => ({
      ...group,
      debit: sum(group.accounts.map(({ debit }) => debit)),
      credit: sum(group.accounts.map(({ credit }) => credit)),
      balance: sum(group.accounts.map(({ balance }) => balance)),
    }));
}

/** A balance as accountants write it: on which side, and how much. "-3467.86" is 3467.86 on the credit side. */
export function sided(balance: string): { side: 'dr' | 'cr' | null; amount: string } {
  const which = sign(balance);
  return {
    side: which === 0 ? null : which > 0 ? 'dr' : 'cr',
    amount: which < 0 ? negate(balance) : balance,
  };
}

/** The parties whose name or number holds the text. */
export function partiesFound(balances: readonly AccountBalance[], q: string): AccountBalance[] {
  const wanted = q.trim().toLowerCase();
  return balances.filter(({ party, partyName }) =>
    `${party ?? ''} ${partyName ?? ''}`.toLowerCase().includes(wanted),
  );
}
