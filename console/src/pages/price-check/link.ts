import type { OrderFacts } from '../../api/contract';

/** Facts as text for an address: JSON in URL-safe Base64 of its UTF-8 bytes. */
export function encodeFacts(facts: OrderFacts): string {
  const bytes = new TextEncoder().encode(JSON.stringify(facts));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The facts of an address, or null when the text is none of ours. */
export function decodeFacts(text: string): OrderFacts | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as OrderFacts)
      : null;
  } catch {
    return null;
  }
}

/** The address of a price check of these facts; what identifies one stored order stays behind. */
export function priceCheckLink(facts: OrderFacts): string {
  const { orderNo: _orderNo, revision: _revision, updatedAt: _updatedAt, ...asked } = facts;
  return `/price-check?facts=${encodeFacts(asked)}`;
}
