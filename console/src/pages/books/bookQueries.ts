import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BookEntry, BookVersion } from '../../api/contract';
import { get, getText } from '../../api/http';
import type { BookDocument } from './bookDocument';

export const booksQuery = queryOptions({
  queryKey: ['books'],
  queryFn: ({ signal }) => get<BookEntry[]>('/books', {}, signal),
});

const versionPath = (id: string, version: number) => `/books/${encodeURIComponent(id)}/versions/${version}`;

/** A published version never changes, so that it is read once. */
const unchanging = { staleTime: Number.POSITIVE_INFINITY } as const;

export const bookVersionQuery = (id: string, version: number) =>
  queryOptions({
    ...unchanging,
    queryKey: ['books', id, version, 'json'],
    queryFn: ({ signal }) => get<BookDocument>(versionPath(id, version), {}, signal),
  });

export const bookSourceQuery = (id: string, version: number) =>
  queryOptions({
    ...unchanging,
    queryKey: ['books', id, version, 'yaml'],
    queryFn: ({ signal }) => getText(versionPath(id, version), 'application/yaml', signal),
  });

export function useBookEntry(id: string) {
  const books = useQuery(booksQuery);
  return { books, entry: books.data?.find((book) => book.id === id) };
}

export function newestFirst(versions: readonly BookVersion[]): BookVersion[] {
  return versions.toSorted((a, b) => b.version - a.version);
}

/** The version that is in force now, else the newest. */
export function currentOf(entry: BookEntry): BookVersion | undefined {
  const newest = newestFirst(entry.versions);
  return newest.find(({ state }) => state === 'CURRENT') ?? newest[0];
}
