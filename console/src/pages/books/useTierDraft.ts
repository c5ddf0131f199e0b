import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TierDraft } from '../../api/contract';
import { change } from '../../api/http';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import type { TierEntry } from './bookDocument';

const typingMs = 350;

/** What the server says of a tier as it is being typed: mistakes, findings, effect on past orders, an example. */
export function useTierDraft(bookId: string, tier: TierEntry | undefined, baseVersion: number) {
  const text = tier === undefined ? '' : JSON.stringify(tier);
  const asked = useSettled(text, typingMs);
  const { language } = useWords();
  return useQuery({
    queryKey: ['books', bookId, 'draft', baseVersion, asked, language],
    queryFn: ({ signal }) =>
      change<TierDraft>(
        'POST',
        `/books/${encodeURIComponent(bookId)}/draft/tier`,
        { tier: JSON.parse(asked) as TierEntry, baseVersion },
        { signal, query: { lang: language } },
      ),
    enabled: asked !== '' && asked === text,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
