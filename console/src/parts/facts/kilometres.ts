import { parse } from '../../money/decimal';

/** "12.4" kilometres as whole metres, 12400; null when it is no distance of up to 99,999 km in whole metres. */
export function metresOf(kilometres: string): number | null {
  const text = kilometres.trim();
  if (!/^\d{1,5}(\.\d{1,3})?$/.test(text)) {
    return null;
  }
  const { units, scale } = parse(text);
  return Number(units * 10n ** BigInt(3 - scale));
}

/** 12400 metres as "12.4" kilometres. */
export function kilometresOf(metres: number): string {
  const whole = Math.floor(metres / 1000);
  const rest = String(metres % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

export function isQuantity(text: string): boolean {
  return /^\d{1,9}(\.\d{1,6})?$/.test(text.trim()) && !/^0*(\.0*)?$/.test(text.trim());
}
