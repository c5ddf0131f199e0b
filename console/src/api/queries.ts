import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Language } from '../i18n';
import { daysBefore } from '../time/format';
import type {
  CounterpartyEntry,
  Demo,
  OrderDetail,
  OrderPage,
  Region,
  ServiceNode,
  Session,
  Template,
} from './contract';
import { get } from './http';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<Session>('/session', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => get<Demo>('/demo', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

const lists = { staleTime: 5 * 60_000 } as const;

export const regionsQuery = (parent: string | undefined) =>
  queryOptions({
    ...lists,
    queryKey: ['regions', parent ?? ''],
    queryFn: ({ signal }) => get<Region[]>('/regions', { parent }, signal),
  });

export const regionSearchQuery = (q: string) =>
  queryOptions({
    ...lists,
    queryKey: ['regions', 'search', q],
    queryFn: ({ signal }) => get<Region[]>('/regions/search', { q }, signal),
    enabled: q.trim() !== '',
  });

export const servicesQuery = queryOptions({
  ...lists,
  queryKey: ['services'],
  queryFn: ({ signal }) => get<ServiceNode[]>('/services', {}, signal),
});

export const counterpartiesQuery = (kind: string | undefined, q: string) =>
  queryOptions({
    ...lists,
    queryKey: ['counterparties', kind ?? '', q],
    queryFn: ({ signal }) => get<CounterpartyEntry[]>('/counterparties', { kind, q }, signal),
  });

export const templatesQuery = queryOptions({
  ...lists,
  queryKey: ['templates'],
  queryFn: ({ signal }) => get<Template[]>('/templates', {}, signal),
});

/** An order in the reader's language: its sentences are written by the server. */
export const orderQuery = (orderNo: string, lang: Language) =>
  queryOptions({
    queryKey: ['order', orderNo, lang],
    queryFn: ({ signal }) => get<OrderDetail>(`/orders/${encodeURIComponent(orderNo)}`, { lang }, signal),
  });

export interface OrderFilters {
  q?: string;
  state?: string;
  hold?: string;
  service?: string;
  region?: string;
  counterparty?: string;
  handler?: string;
  promise?: string;
  from?: string;
  until?: string;
  status?: string;
}

export function ordersPage(
  filters: OrderFilters,
  cursor: string | undefined,
  limit: number,
  signal?: AbortSignal,
) {
  // The server takes the day after the last; a person means the last day.
  const until = filters.until === undefined ? undefined : daysBefore(filters.until, -1);
  return get<OrderPage>('/orders', { ...filters, until, cursor, limit }, signal);
}

/** The session of a signed-in person; the pages under the shell are only shown with one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) {
    throw new Error('useSession is for pages under the shell, which waits for the session');
  }
  return data;
}
