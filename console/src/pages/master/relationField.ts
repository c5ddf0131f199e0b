import { useWords } from '../../i18n';
import { relationName } from '../../parts/relation';
import type { RecordField } from './RecordForm';

/** Relations in which there are contracts. */
export const relations = [
  'headquarters→partner',
  'partner→engineer',
  'headquarters→engineer',
  'department→department',
] as const;

/** The choice of a relation by name. */
export function useRelationField(): RecordField {
  const words = useWords();
  return {
    name: 'relation',
    label: words.t('recordField.relation'),
    kind: 'choice',
    required: true,
    options: relations.map((value) => ({ value, label: relationName(value, words) })),
  };
}
