import {
  type BookDocument,
  flag,
  isRecord,
  type ListPrice,
  list,
  type ModifierEntry,
  type RebateEntry,
  type TierEntry,
} from './bookDocument';
import {
  describeCharge,
  describeConditions,
  describeEffect,
  describePromise,
  describeRebate,
  type Speech,
} from './describe';

export type DifferenceKind = 'head' | 'group' | 'tier' | 'modifier' | 'rebate' | 'price';
export type Field =
  | 'name'
  | 'category'
  | 'priority'
  | 'when'
  | 'charge'
  | 'promise'
  | 'mayBeForced'
  | 'effect'
  | 'price'
  | 'members'
  | 'value';

export interface FieldChange {
  field: Field;
  before: string | null;
  after: string | null;
}

export interface Difference {
  kind: DifferenceKind;
  id: string;
  name: string;
  change: 'added' | 'removed' | 'changed';
  fields: FieldChange[];
}

type Described = Partial<Record<Field, string>>;

interface Entry {
  name: string;
  fields: Described;
}

function whenText(when: TierEntry['when'], speech: Speech): string {
  const conditions = describeConditions(when, speech);
  return conditions.length === 0
    ? speech.words.t('book.everything')
    : conditions
        .map(({ label, text }) => [label, text].filter((piece) => piece !== '').join(' '))
        .join(' · ');
}

function categoryName(id: string, { book, words }: Speech): string {
  return book.categories?.[id]?.name ?? words.word('category', id);
}

function ofTier(tier: TierEntry, speech: Speech): Entry {
  const name = tier.name ?? tier.tier;
  return {
    name,
    fields: {
      name,
      category: categoryName(tier.category, speech),
      priority: String(tier.priority),
      when: whenText(tier.when, speech),
      charge: describeCharge(tier.charge, speech),
      promise: describePromise(tier.promise, speech),
      ...(flag(tier.mayBeForced) ? { mayBeForced: speech.words.t('tier.mayBeForced') } : {}),
    },
  };
}

function ofModifier(modifier: ModifierEntry, speech: Speech): Entry {
  const name = modifier.name ?? modifier.modifier;
  return {
    name,
    fields: {
      name,
      category: list(modifier.on)
        .map((each) => categoryName(each, speech))
        .join('、'),
      when: whenText(modifier.when, speech),
      effect: describeEffect(modifier, speech),
    },
  };
}

function ofRebate(rebate: RebateEntry, speech: Speech): Entry {
  const name = rebate.name ?? rebate.rebate;
  return {
    name,
    fields: {
      name,
      category: list(rebate.on)
        .map((each) => categoryName(each, speech))
        .join('、'),
      when: whenText(rebate.when, speech),
      effect: describeRebate(rebate, speech),
    },
  };
}

function priceText(price: ListPrice | ListPrice[]): string {
  const one = (entry: ListPrice) =>
    isRecord(entry) ? `${entry.price}${entry.unit ? ` / ${entry.unit}` : ''}` : String(entry);
  return Array.isArray(price) ? price.map(one).join('；') : one(price);
}

const heads = ['name', 'relation', 'currency', 'zone', 'pricedAt', 'finalAt'] as const;

function entriesOf(book: BookDocument, speech: Speech): Record<DifferenceKind, Map<string, Entry>> {
  const prices = Object.entries(book.priceLists ?? {}).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, price]): [string, Entry] => [
      `${name}/${part}`,
      { name: part, fields: { price: priceText(price) } },
    ]),
  );
  const groups = Object.entries(book.groups ?? {}).map(([name, members]): [string, Entry] => [
    name,
    { name, fields: { members: list(members).map(speech.regionName).join('、') } },
  ]);
  const own = heads.map((key): [string, Entry] => [
    key,
    { name: key, fields: { value: String(book[key] ?? '') } },
  ]);
  return {
    head: new Map(own),
    group: new Map(groups),
    tier: new Map((book.tiers ?? []).map((tier) => [tier.tier, ofTier(tier, speech)])),
    modifier: new Map(
      (book.modifiers ?? []).map((modifier) => [modifier.modifier, ofModifier(modifier, speech)]),
    ),
    rebate: new Map((book.rebates ?? []).map((rebate) => [rebate.rebate, ofRebate(rebate, speech)])),
    price: new Map(prices),
  };
}

function fieldChanges(before: Described, after: Described): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Field[];
  return fields
    .map((field) => ({ field, before: before[field] || null, after: after[field] || null }))
    .filter((each) => each.before !== each.after);
}

function differencesOf(
  kind: DifferenceKind,
  before: Map<string, Entry>,
  after: Map<string, Entry>,
): Difference[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): Difference[] => {
    const old = before.get(id);
    const now = after.get(id);
    const fields = fieldChanges(old?.fields ?? {}, now?.fields ?? {});
    if (fields.length === 0) {
      return [];
    }
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ kind, id, name: now?.name ?? old?.name ?? id, change, fields }];
  });
}

/** What changed from one version of a book to another, part by part, in the reader's words. */
export function bookDifference(before: BookDocument, after: BookDocument, speech: Speech): Difference[] {
  const old = entriesOf(before, { ...speech, book: before });
  const now = entriesOf(after, { ...speech, book: after });
  const kinds: readonly DifferenceKind[] = ['head', 'group', 'tier', 'modifier', 'rebate', 'price'];
  return kinds.flatMap((kind) => differencesOf(kind, old[kind], now[kind]));
}
