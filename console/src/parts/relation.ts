import type { Party } from '../api/contract';
import type { Words } from '../i18n/words';

/** A party by its name; one without a name, such as a customer who is not told by name, by what it is. */
export function partyName(party: Party, { word }: Words): string {
  return party.name === '' ? word('party', party.kind.toLowerCase()) : party.name;
}

/** "headquarters→partner" in the reader's words: 总部 → 合作商. */
export function relationName(relation: string, { word }: Words): string {
  return relation
    .split('→')
    .map((party) => word('party', party.trim()))
    .join(' → ');
}
