import { useMemo } from 'react';
import { usePreferences } from '../theme/preferences';
import { type Words, wordsFor } from './words';

export type { Language, MessageKey, PlainKey, Translate, Words } from './words';

/** The words of the language that the reader chose. */
export function useWords(): Words {
  const { language } = usePreferences();
  return useMemo(() => wordsFor(language), [language]);
}
