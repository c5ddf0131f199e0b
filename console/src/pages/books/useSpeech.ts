import { useQueries } from '@tanstack/react-query';
import { regionsQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { parentCode } from '../../parts/regions';
import { type BookDocument, regionsNamed } from './bookDocument';
import type { Speech } from './describe';

/** The words for a book, with the names of the regions that it mentions by code. */
export function useSpeech(book: BookDocument): Speech {
  const words = useWords();
  const parents = [...new Set(regionsNamed(book).map(parentCode))];
  const lists = useQueries({ queries: parents.map((parent) => regionsQuery(parent)) });
  const names = new Map(lists.flatMap(({ data }) => data ?? []).map((region) => [region.code, region.name]));
  return { words, book, regionName: (code) => names.get(code) ?? code };
}
