import { compare, sign } from '../../money/decimal';

export const classCount = 5;

/**
 * The lower bounds of up to five classes that hold about as many regions each, so that one large city does not leave
 * the rest of the map blank. Zero and negative values belong to no class.
 */
export function lowerBounds(values: readonly string[]): string[] {
  const positive = values.filter((value) => sign(value) > 0).sort(compare);
  const distinct = positive.filter(
    (value, index) => index === 0 || compare(value, positive[index - 1] ?? '0') !== 0,
  );
  const classes = Math.min(classCount, distinct.length);
  return Array.from(
    { length: classes },
    (_, index) => distinct[Math.floor((index * distinct.length) / classes)] ?? '0',
  );
}

/** The class of a value among the bounds, from 0; −1 when it belongs to none. */
export function classOf(value: string, bounds: readonly string[]): number {
  if (sign(value) <= 0) {
    return -1;
  }
  return bounds.findLastIndex((bound) => compare(value, bound) >= 0);
}

/** Spreads fewer classes than colours over the whole ramp, so that the top class is always the darkest. */
export function rampStep(classIndex: number, classes: number): number {
  return classes <= 1 ? classCount - 1 : Math.round((classIndex * (classCount - 1)) / (classes - 1));
}
