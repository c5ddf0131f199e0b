import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../i18n/words';
import { factRows } from './factRows';

const facts = {
  orderNo: 'A1',
  revision: 3,
  service: '维修/空调',
  distanceMetres: 12500,
  counterparty: { id: 'P-SH', type: 'STANDARD' },
  recorded: ['counterparty.type', 'customer.class'],
} as const;

describe('the facts of an order', () => {
  it('have names in the language of the reader', () => {
    for (const language of ['zh', 'en'] as const) {
      const rows = factRows(facts, wordsFor(language), 'Asia/Shanghai');
      expect(rows.map(({ key }) => key)).toEqual(['service', 'distanceMetres', 'counterparty', 'recorded']);
      for (const { key, label } of rows) {
        expect(label).not.toBe(key);
      }
    }
  });

  it('say what came from master records in words', () => {
    const value = (language: 'zh' | 'en') =>
      factRows(facts, wordsFor(language), 'Asia/Shanghai').find(({ key }) => key === 'recorded')?.value;
    expect(value('zh')).toBe('合作商类型、客户等级');
    expect(value('en')).toBe('partner type, customer class');
  });
});
