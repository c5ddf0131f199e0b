import { describe, expect, it } from 'vitest';
import { factsOfPreset, isPriceable, pruned } from './facts';
import { isQuantity, kilometresOf, metresOf } from './kilometres';

describe('facts as they are typed', () => {
  it('leave out what is empty, at any depth', () => {
    expect(
      pruned({ service: '维修', address: '', customer: { class: undefined as never }, parts: [] }),
    ).toEqual({
      service: '维修',
    });
    expect(pruned({ distanceMetres: 0 })).toEqual({ distanceMetres: 0 });
  });

  it('ask for a price once a service is known', () => {
    expect(isPriceable({ address: '深圳市' })).toBe(false);
    expect(isPriceable({ service: '维修' })).toBe(true);
    expect(isPriceable({ items: [{ service: '安装' }] })).toBe(true);
  });

  it('take over a preset without its own name', () => {
    const preset = {
      id: 'p',
      name: '空调维修',
      description: null,
      service: '维修/空调',
      stage: null,
      urgency: 'URGENT',
    };
    expect(factsOfPreset(preset)).toEqual({ service: '维修/空调', urgency: 'URGENT' });
    expect(factsOfPreset({ id: 'p', name: 'n', service: 'a', facts: { complexity: 'SIMPLE' } })).toEqual({
      service: 'a',
      complexity: 'SIMPLE',
    });
  });

  it.each([
    ['12.4', 12400],
    ['3', 3000],
    ['0.005', 5],
    ['12.3456', null],
    ['-1', null],
    ['', null],
    ['1,2', null],
  ])('read %j kilometres as %s metres', (text, metres) => {
    expect(metresOf(text)).toBe(metres);
    if (metres !== null) {
      expect(metresOf(kilometresOf(metres))).toBe(metres);
    }
  });

  it.each([
    ['2', true],
    ['2.5', true],
    ['0', false],
    ['0.0', false],
    ['-1', false],
    ['x', false],
  ])('%s is a quantity: %s', (text, expected) => {
    expect(isQuantity(text)).toBe(expected);
  });
});
