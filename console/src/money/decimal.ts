/** Exact decimal arithmetic on strings such as "233.50": whole units and a scale, never floating point. */

export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const form = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export function isDecimal(text: string): boolean {
  return form.test(text);
}

/** "12.50" → 1250 with scale 2. Throws a RangeError naming the text when it is not a plain decimal. */
export function parse(text: string): Decimal {
  const match = form.exec(text);
  if (match === null) {
    throw new RangeError(`"${text}" is not a decimal such as 233.50`);
  }
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

export function print({ units, scale }: Decimal): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function widen(value: Decimal, scale: number): bigint {
  return value.units * power(scale - value.scale);
}

export function add(left: string, right: string): string {
  const a = parse(left);
  const b = parse(right);
  const scale = Math.max(a.scale, b.scale);
  return print({ units: widen(a, scale) + widen(b, scale), scale });
}

export function negate(value: string): string {
  const { units, scale } = parse(value);
  return print({ units: -units, scale });
}

export function subtract(left: string, right: string): string {
  return add(left, negate(right));
}

export function sum(values: readonly string[]): string {
  return values.reduce(add, '0.00');
}

export function compare(left: string, right: string): number {
  const difference = parse(subtract(left, right)).units;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function sign(value: string): -1 | 0 | 1 {
  const { units } = parse(value);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** Rounds half away from zero: round("2.345", 2) = "2.35". */
export function round(value: string, scale: number): string {
  const parsed = parse(value);
  if (parsed.scale <= scale) {
    return print({ units: widen(parsed, scale), scale });
  }
  return print({ units: divideHalfUp(parsed.units, power(parsed.scale - scale)), scale });
}

/** left / right rounded half up to the scale; null when right is zero. */
export function quotient(left: string, right: string, scale: number): string | null {
  const a = parse(left);
  const b = parse(right);
  if (b.units === 0n) {
    return null;
  }
  const common = Math.max(a.scale, b.scale);
  return print({ units: divideHalfUp(widen(a, common) * power(scale), widen(b, common)), scale });
}

/** What part of the whole, in percent with one decimal: percentOf("21.60", "100.00") = "21.6"; null for a zero whole. */
export function percentOf(part: string, whole: string): string | null {
  const { units, scale } = parse(part);
  return quotient(print({ units: units * 100n, scale }), whole, 1);
}

/** Growth in percent with one decimal: from 100 to 103.1 is "3.1"; null when there is nothing to compare with. */
export function growth(before: string, now: string): string | null {
  return percentOf(subtract(now, before), before);
}
