import type { Translated } from '../types';
import type { why as chinese } from '../zh/why';

export const why: Translated<typeof chinese> = {
  'why.title': 'Why this amount',
  'why.open': '{amount}, see why',
  'why.openHeld': '{reason}, see why',
  'why.notMatched': 'No tier applies',
  'why.modifiers': 'Surcharges and discounts',
  'why.notApplied': 'does not apply',
  'why.others': 'Why not another tier',
  'why.not': 'Why not {tier}?',
  'why.book': 'Book {book} v{version}',
  'why.validFrom': 'from {date}',
  'why.pricedAt': 'Priced at {time}',
  'why.relation': '{payer} → {payee}',
  'why.moreLosers': '{count} more tiers do not apply',
  'why.fewerLosers': 'Show fewer',
  'why.noLines': 'No lines yet',
};
