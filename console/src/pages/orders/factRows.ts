import type { OrderFacts } from '../../api/contract';
import type { Words } from '../../i18n/words';
import { moment } from '../../time/format';

export interface FactRow {
  key: string;
  label: string;
  value: string;
}

const hidden = new Set(['orderNo', 'revision']);
const coded: Readonly<Record<string, string>> = {
  complexity: 'complexity',
  urgency: 'urgency',
  warranty: 'warranty',
  stage: 'stage',
  status: 'status',
  class: 'class',
  kind: 'kind',
  type: 'type',
  mode: 'mode',
};

function written(key: string, value: unknown, words: Words, zone: string): string {
  if (coded[key] !== undefined) {
    return words.word(coded[key], String(value));
  }
  if (key.endsWith('At')) {
    return moment(String(value), zone);
  }
  if (key === 'distanceMetres') {
    return `${String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} m`;
  }
  if (key === 'recorded' && Array.isArray(value)) {
    const comma = words.language === 'zh' ? '、' : ', ';
    return value.map((name) => words.word('recorded', String(name))).join(comma);
  }
  if (Array.isArray(value)) {
    return value.map((each) => written('', each, words, zone)).join('；');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => written(name, inner, words, zone))
      .join(' · ');
  }
  return String(value);
}

/** The facts of an order as rows to read, in the order in which they were given. */
export function factRows(facts: OrderFacts, words: Words, zone: string): FactRow[] {
  return Object.entries(facts)
    .filter(([key, value]) => !hidden.has(key) && value !== undefined && value !== null)
    .map(([key, value]) => {
      const label = words.word('fact', key);
      return { key, label: label === '' ? key : label, value: written(key, value, words, zone) };
    });
}
