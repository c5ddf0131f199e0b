import type { Translated } from '../types';
import type { check as chinese } from '../zh/check';

export const check: Translated<typeof chinese> = {
  'check.title': 'Price check',
  'check.note': 'Calculates, stores nothing',
  'check.way': 'Input',
  'check.form': 'Form',
  'check.json': 'Paste order JSON',
  'check.jsonLabel': 'JSON of one order',
  'check.jsonHint': 'Paste it from the API or from an order page; orderNo may be left out.',
  'check.jsonBad': 'Not a JSON object: {message}',
  'check.badLink': 'The link cannot be read. Fill in the facts again.',
  'check.createdAt': 'Created',
  'check.completedAt': 'Completed',
  'check.clear': 'Clear',
};
