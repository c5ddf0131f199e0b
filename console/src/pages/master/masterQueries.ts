import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change, get } from '../../api/http';
import type {
  Contract,
  ContractRule,
  Customer,
  CustomerDetail,
  LegalEntity,
  MasterParty,
  PartyDetail,
  RecordKind,
  RecordPage,
  RecordsAnswer,
} from '../../api/master';

const masterKey = ['master'] as const;

function pages<Item>(path: string, filter: Record<string, string | undefined>) {
  return infiniteQueryOptions({
    queryKey: [...masterKey, path, filter],
    queryFn: ({ pageParam, signal }) => get<RecordPage<Item>>(path, { ...filter, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export const partiesQuery = (kind: string | undefined, q: string | undefined) =>
  pages<MasterParty>('/counterparties/page', { kind, q });

export const customersQuery = (q: string | undefined) => pages<Customer>('/customers', { q });

export const contractsQuery = (party: string | undefined, q: string | undefined) =>
  pages<Contract>('/contracts', { party, q });

export const partyQuery = (id: string) =>
  queryOptions({
    queryKey: [...masterKey, 'party', id],
    queryFn: ({ signal }) => get<PartyDetail>(`/counterparties/${encodeURIComponent(id)}`, {}, signal),
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: [...masterKey, 'customer', id],
    queryFn: ({ signal }) => get<CustomerDetail>(`/customers/${encodeURIComponent(id)}`, {}, signal),
  });

export const rulesQuery = queryOptions({
  queryKey: [...masterKey, 'rules'],
  queryFn: ({ signal }) => get<ContractRule[]>('/contract-rules', {}, signal),
});

export const entitiesQuery = queryOptions({
  queryKey: [...masterKey, 'entities'],
  queryFn: ({ signal }) => get<LegalEntity[]>('/legal-entities', {}, signal),
});

/** Records one row of a kind and reads the lists again. */
export function useRecording(kind: RecordKind, onRecorded: (answer: RecordsAnswer) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (row: Record<string, string | string[] | boolean | null>) =>
      change<RecordsAnswer>('POST', `/records/${kind}`, row),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: masterKey });
      void queries.invalidateQueries({ queryKey: ['counterparties'] });
      onRecorded(answer);
    },
  });
}

/** Sends a file, as a dry run or for good. */
export function useFile(kind: RecordKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) =>
      change<RecordsAnswer>('POST', `/records/${kind}/file`, file, {
        query: { dryRun: String(dryRun) },
        contentType: file.name.toLowerCase().endsWith('.xlsx')
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv',
      }),
    onSuccess: ({ dryRun }) => {
      if (!dryRun) {
        void queries.invalidateQueries({ queryKey: masterKey });
        void queries.invalidateQueries({ queryKey: ['counterparties'] });
      }
    },
  });
}
