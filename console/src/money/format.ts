import { compare, negate, parse, print, quotient, round, sign } from './decimal';

const symbols: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', HKD: 'HK$', GBP: '£' };

export function currencySymbol(currency: string): string {
  return symbols[currency] ?? `${currency} `;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** "1234.5" → "¥1,234.50"; "-35.00" → "−¥35.00" with a true minus sign. */
export function money(amount: string, currency = 'CNY'): string {
  const { units, scale } = parse(amount);
  const text = scale < 2 ? round(amount, 2) : print({ units, scale });
  const body = grouped(text.replace('-', ''));
  return `${units < 0n ? '−' : ''}${currencySymbol(currency)}${body}`;
}

/** The same with the sign always shown: "+¥37.50", "−¥15.00". */
export function signedMoney(amount: string, currency = 'CNY'): string {
  return sign(amount) > 0 ? `+${money(amount, currency)}` : money(amount, currency);
}

export function count(value: number | string): string {
  return grouped(String(value));
}

interface Step {
  from: string;
  unit: string;
}

const chinese: readonly Step[] = [
  { from: '100000000', unit: '亿' },
  { from: '10000', unit: '万' },
];
const english: readonly Step[] = [
  { from: '1000000000', unit: 'B' },
  { from: '1000000', unit: 'M' },
  { from: '10000', unit: 'K' },
];

/** For the board only: "1864000.00" → ¥186.4万, in English $1.86M; below the first step the exact sum. */
export function shortMoney(amount: string, currency: string, language: 'zh' | 'en'): string {
  const magnitude = sign(amount) < 0 ? negate(amount) : amount;
  const step = (language === 'zh' ? chinese : english).find(({ from }) => compare(magnitude, from) >= 0);
  if (step === undefined) {
    return money(amount, currency);
  }
  const divisor = step.unit === 'K' ? '1000' : step.from;
  const digits = language === 'zh' ? 1 : 2;
  const text = quotient(magnitude, divisor, digits) ?? '0';
  return `${sign(amount) < 0 ? '−' : ''}${currencySymbol(currency)}${grouped(text)}${step.unit}`;
}

/** For positions on a chart only; a number that a person reads comes from the functions above. */
export function plot(amount: string): number {
  return Number(amount);
}

/** What a person typed as an amount ("1,200.5", "￥150") as a plain decimal, or null when it is none. */
export function typedAmount(text: string): string | null {
  const plain = text.replace(/[\s,，¥￥]/g, '').replace('．', '.');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? round(plain, 2) : null;
}
