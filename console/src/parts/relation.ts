import type { Words } from '../i18n/words';

/** "headquarters→partner" in the reader's words: 总部 → 合作商. */
export function relationName(relation: string, { word }: Words): string {
  return relation
    .split('→')
    .map((party) => word('party', party.trim()))
    .join(' → ');
}
