import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { wordsFor } from './words';
import { zh } from './zh';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(zh) as (keyof typeof zh)[];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sources(path);
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

describe('the message catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('say a key in one file only', () => {
    const folder = join(import.meta.dirname, 'zh');
    const stated = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(
        ([, key]) => key ?? '',
      ),
    );
    expect(stated.length).toBe(keys.length);
    expect(stated.filter((key, at) => stated.indexOf(key) !== at)).toEqual([]);
  });

  it.each(keys)('say %s in both languages with the same values', (key) => {
    expect(zh[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
    expect(names(en[key])).toEqual(names(zh[key]));
  });

  it('speak English in English, but for an example of a Chinese address', () => {
    const chinese = keys.filter((key) => /\p{Script=Han}/u.test(en[key]));
    expect(chinese).toEqual(['desk.addressHint']);
  });

  it('hold no message that nothing shows', () => {
    const code = sources(join(import.meta.dirname, '..'))
      .filter((path) => !/i18n.(zh|en)/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const groups = [...code.matchAll(/word\(\s*'(\w+)'/g)].map(([, group]) => `${group}.`);
    const tables = [...code.matchAll(/group(?:="|: ')(\w+)/g)].map(([, group]) => `${group}.`);
    const coded = [
      'type.',
      'mode.',
      'class.',
      'complexity.',
      'urgency.',
      'warranty.',
      'stage.',
      'status.',
      'promise.',
    ];
    const built = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const dynamic = [...groups, ...tables, ...coded, ...built];
    const unused = keys.filter(
      (key) => !code.includes(`'${key}'`) && !dynamic.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('fill in values and leave unknown codes as they are', () => {
    const { t, word } = wordsFor('zh');
    expect(t('orders.count', { count: 3 })).toBe('已显示 3 单');
    expect(word('hold', 'QUOTE')).toBe('待报价');
    expect(word('class', 'GOLD')).toBe('GOLD');
    expect(word('class', null)).toBe('');
  });
});
