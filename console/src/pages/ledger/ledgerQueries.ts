import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../../api/http';
import type {
  AccountBalances,
  AccountDay,
  LedgerEntries,
  TrialBalances,
  Voucher,
  VoucherFile,
  VoucherPage,
} from '../../api/ledger';
import type { Language } from '../../i18n';
import { wholeDays } from './days';
import type { Moment } from './moment';

export const ledgerKey = ['ledger'] as const;

export const trialBalanceQuery = (moment: Moment, lang: Language) =>
  queryOptions({
    queryKey: [...ledgerKey, 'trial-balance', moment, lang],
    queryFn: ({ signal }) => get<TrialBalances>('/ledger/trial-balance', { ...moment, lang }, signal),
  });

export const accountQuery = (account: string, entity: string | undefined, moment: Moment, lang: Language) =>
  queryOptions({
    queryKey: [...ledgerKey, 'account', account, entity, moment, lang],
    queryFn: ({ signal }) =>
      get<AccountBalances>('/ledger/balances', { ...moment, account, entity, lang }, signal),
  });

export const daysQuery = (account: string, entity: string | undefined, party: string) =>
  infiniteQueryOptions({
    queryKey: [...ledgerKey, 'days', account, entity, party],
    queryFn: async ({ pageParam, signal }) => {
      const path = `/ledger/accounts/${encodeURIComponent(account)}/days`;
      return wholeDays(await get<AccountDay[]>(path, { entity, party, before: pageParam }, signal));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const dayEntriesQuery = (posted: string, account: string, party: string, lang: Language) =>
  infiniteQueryOptions({
    queryKey: [...ledgerKey, 'entries', posted, account, party, lang],
    queryFn: ({ pageParam, signal }) =>
      get<LedgerEntries>('/ledger/entries', { posted, account, party, after: pageParam, lang }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The entries of one document, all at once. */
export const documentQuery = (document: { order: string } | { voucher: string }, lang: Language) =>
  queryOptions({
    queryKey: [...ledgerKey, 'document', document, lang],
    queryFn: ({ signal }) => get<LedgerEntries>('/ledger/entries', { ...document, lang }, signal),
  });

export const vouchersQuery = (party: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...ledgerKey, 'vouchers', party],
    queryFn: ({ pageParam, signal }) =>
      get<VoucherPage>('/ledger/vouchers', { party, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const voucherPath = (number: string) => `/ledger/vouchers/${encodeURIComponent(number)}`;

export const voucherQuery = (number: string) =>
  queryOptions({
    queryKey: [...ledgerKey, 'voucher', number],
    queryFn: ({ signal }) => get<Voucher>(voucherPath(number), {}, signal),
  });

export const voucherFilesPath = (number: string) => `${voucherPath(number)}/files`;

export const voucherFilesQuery = (number: string) =>
  queryOptions({
    queryKey: [...ledgerKey, 'voucher-files', number],
    queryFn: ({ signal }) => get<VoucherFile[]>(voucherFilesPath(number), {}, signal),
  });
