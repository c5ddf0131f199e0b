import { en } from './en';
import type { NamesIn } from './types';
import { zh } from './zh';

export type Language = 'zh' | 'en';
export type Messages = typeof zh;
export type MessageKey = keyof Messages;
type Values<Key extends MessageKey> = [NamesIn<Messages[Key]>] extends [never]
  ? []
  : [values: Record<NamesIn<Messages[Key]>, string | number>];

/** Keys of messages that stand without values. */
export type PlainKey = {
  [Key in MessageKey]: [NamesIn<Messages[Key]>] extends [never] ? Key : never;
}[MessageKey];

export type Translate = <Key extends MessageKey>(key: Key, ...values: Values<Key>) => string;

export interface Words {
  t: Translate;
  /** The word for a code of the server, or the code itself when the catalogue does not know it. */
  word: (group: string, code: string | null | undefined) => string;
  language: Language;
}

function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function wordsFor(language: Language): Words {
  const catalogue: Readonly<Record<string, string>> = language === 'zh' ? zh : en;
  return {
    language,
    t: (key, ...values) => fill(catalogue[key] ?? key, values[0] as Record<string, string> | undefined),
    word: (group, code) => (code ? (catalogue[`${group}.${code}`] ?? code) : ''),
  };
}
