import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OrderFacts, PriceCheck } from '../../api/contract';
import { change } from '../../api/http';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import { isPriceable, pruned } from '../facts/facts';

const typingMs = 250;

/** The price of facts as they are being typed; nothing is stored. */
export function usePriceCheck(facts: OrderFacts) {
  const { language } = useWords();
  const asked = useSettled(JSON.stringify(pruned(facts)), typingMs);
  return useQuery({
    queryKey: ['price-check', asked, language],
    queryFn: ({ signal }) =>
      change<PriceCheck>(
        'POST',
        '/price-check',
        { facts: JSON.parse(asked) as OrderFacts, at: new Date().toISOString() },
        { signal, query: { lang: language } },
      ),
    enabled: isPriceable(JSON.parse(asked) as OrderFacts),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
