import { useSyncExternalStore } from 'react';
import type { Language } from '../i18n/words';
import { measures, type Scheme } from './tokens';

export type SchemeChoice = Scheme | 'system';

interface Preferences {
  scheme: SchemeChoice;
  language: Language;
}

const key = 'duodang.preferences';
const listeners = new Set<() => void>();

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

function initial(): Preferences {
  const kept = stored();
  const asked = new URLSearchParams(location.search).get('lang');
  const language = asked === 'en' || asked === 'zh' ? asked : kept.language;
  return { scheme: kept.scheme ?? 'system', language: language ?? 'zh' };
}

let current: Preferences = initial();

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A browser without storage keeps the choice for this page only.
  }
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

export function useScheme(): Scheme {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const { scheme } = usePreferences();
  return scheme === 'system' ? (systemDark ? 'dark' : 'light') : scheme;
}

export function usePhone(): boolean {
  return useMedia(`(max-width: ${measures.phone}px)`);
}
