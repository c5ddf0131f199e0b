import { describe, expect, it } from 'vitest';
import { decodeFacts, encodeFacts, priceCheckLink } from './link';
import { readPasted } from './pasted';

describe('a shared price check', () => {
  it('comes back from its link', () => {
    const facts = {
      service: '维修/空调',
      address: '深圳市南山区',
      customer: { class: 'VIP' },
      distanceMetres: 12400,
    };
    const text = encodeFacts(facts);
    expect(text).toMatch(/^[\w-]+$/);
    expect(decodeFacts(text)).toEqual(facts);
  });

  it('leaves behind which stored order it came from', () => {
    const link = priceCheckLink({ orderNo: 'H06', revision: 2, updatedAt: 'x', service: '维修' });
    expect(decodeFacts(link.split('facts=')[1] ?? '')).toEqual({ service: '维修' });
  });

  it.each(['%%%', 'e30x', 'W10', 'bnVsbA'])('is nothing when the link holds %j', (text) => {
    expect(decodeFacts(text)).toBeNull();
  });
});

describe('pasted text', () => {
  it('may be an order or a list of just one', () => {
    expect(readPasted('{"service":"维修"}')).toEqual({ facts: { service: '维修' } });
    expect(readPasted('[{"service":"维修"}]')).toEqual({ facts: { service: '维修' } });
  });

  it.each(['', '{', '[]', '[{},{}]', '1', 'null'])('%j is refused with what is wrong', (text) => {
    expect(readPasted(text)).toHaveProperty('fault');
  });
});
