import { typedAmount } from '../../money/format';
import type { Conditions, TierEntry } from './bookDocument';

export type ChargeKind = 'flat' | 'steps' | 'distance' | 'quote';
export type DurationUnit = 'min' | 'h' | 'd';

export interface StepInput {
  upTo: string;
  price: string;
}

export interface DurationInput {
  count: string;
  unit: DurationUnit;
}

/** What stands in the five rows of the wizard, as typed. */
export interface TierInput {
  services: string[];
  category: string;
  kind: ChargeKind;
  amount: string;
  start: string;
  first: string;
  perKm: string;
  quoteFrom: string;
  quoteTo: string;
  stepMode: 'graduated' | 'volume';
  steps: StepInput[];
  regions: string[];
  classes: string[];
  more: Record<MoreDimension, string[]>;
  respond: DurationInput;
  finish: DurationInput;
  name: string;
  priority: string;
  mayBeForced: boolean;
}

export const moreDimensions = [
  'partnerType',
  'mode',
  'grade',
  'urgency',
  'complexity',
  'stage',
  'warranty',
  'brand',
  'promotion',
] as const;
export type MoreDimension = (typeof moreDimensions)[number];

export type Missing = 'name' | 'amount' | 'priority' | 'promise';

export function emptyTier(category: string, priority: number): TierInput {
  return {
    services: [],
    category,
    kind: 'flat',
    amount: '',
    start: '',
    first: '3',
    perKm: '',
    quoteFrom: '',
    quoteTo: '',
    stepMode: 'graduated',
    steps: [
      { upTo: '', price: '' },
      { upTo: '', price: '' },
    ],
    regions: [],
    classes: [],
    more: Object.fromEntries(moreDimensions.map((name) => [name, []])) as unknown as TierInput['more'],
    respond: { count: '', unit: 'h' },
    finish: { count: '', unit: 'h' },
    name: '',
    priority: String(priority),
    mayBeForced: false,
  };
}

const notAllowed = /[^\p{L}\p{N}._·-]+/gu;

/** A free id made of the name: "高级档 2" → 高级档-2, and with a number behind it when it is taken. */
export function tierId(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .trim()
      .replace(notAllowed, '-')
      .replace(/^[-._·]+|-+$/g, '')
      .slice(0, 56) || 'tier';
  let id = plain;
  for (let number = 2; taken.has(id); number += 1) {
    id = `${plain}-${number}`;
  }
  return id;
}

function stepsOf(input: TierInput): Record<string, unknown> | null {
  const last = input.steps.length - 1;
  const steps = input.steps.map((step, index) => {
    const price = typedAmount(step.price);
    const upTo = step.upTo.trim();
    const bounded = index === last ? upTo === '' : /^\d+(\.\d+)?$/.test(upTo);
    return price === null || !bounded ? null : { ...(index === last ? {} : { upTo }), price };
  });
  return steps.some((step) => step === null) ? null : { [input.stepMode]: steps };
}

/** The charge in the words of a price book, or null while a figure is missing or no figure. */
export function chargeOf(input: TierInput): Record<string, unknown> | null {
  const { kind } = input;
  if (kind === 'steps') {
    return stepsOf(input);
  }
  if (kind === 'distance') {
    const start = typedAmount(input.start);
    const perKm = typedAmount(input.perKm);
    const first = /^\d{1,4}(\.\d{1,3})?$/.test(input.first.trim()) ? input.first.trim() : null;
    return start === null || perKm === null || first === null
      ? null
      : { distance: { start, first: `${first} km`, perKm } };
  }
  if (kind === 'quote') {
    const from = typedAmount(input.quoteFrom);
    const to = typedAmount(input.quoteTo);
    return from === null || to === null ? null : { quote: { from, to } };
  }
  const flat = typedAmount(input.amount);
  return flat === null ? null : { flat };
}

const words: Readonly<Partial<Record<MoreDimension, (code: string) => string>>> = {
  stage: (code) => code.toLowerCase().replaceAll('_', '-'),
  warranty: (code) => code.toLowerCase(),
};

function conditionsOf(input: TierInput): Conditions {
  const sets: [string, string[]][] = [
    ['service', input.services],
    ['region', input.regions],
    ['customerClass', input.classes],
    ...moreDimensions.map((name): [string, string[]] => {
      const write = words[name];
      return [name, write === undefined ? input.more[name] : input.more[name].map(write)];
    }),
  ];
  return Object.fromEntries(sets.filter(([, values]) => values.length > 0));
}

function durationOf({ count, unit }: DurationInput): string | undefined | null {
  const text = count.trim();
  if (text === '') {
    return undefined;
  }
  return /^[1-9]\d{0,4}$/.test(text) ? `${text} ${unit}` : null;
}

export type Drafted = { tier: TierEntry } | { missing: Missing[] };

/** The tier in the words of a price book, or what is still missing for one. */
export function draftOf(input: TierInput, taken: ReadonlySet<string>): Drafted {
  const charge = chargeOf(input);
  const respond = durationOf(input.respond);
  const finish = durationOf(input.finish);
  const priority = /^-?\d{1,7}$/.test(input.priority.trim()) ? Number(input.priority) : null;
  const name = input.name.trim();
  const missing: Missing[] = [];
  if (charge === null) {
    missing.push('amount');
  }
  if (respond === null || finish === null) {
    missing.push('promise');
  }
  if (name === '') {
    missing.push('name');
  }
  if (priority === null) {
    missing.push('priority');
  }
  if (charge === null || priority === null || respond === null || finish === null || missing.length > 0) {
    return { missing };
  }
  const promise = {
    ...(respond === undefined ? {} : { respond }),
    ...(finish === undefined ? {} : { finish }),
  };
  const when = conditionsOf(input);
  return {
    tier: {
      tier: tierId(name, taken),
      name,
      category: input.category,
      priority,
      ...(Object.keys(when).length === 0 ? {} : { when }),
      charge,
      ...(Object.keys(promise).length === 0 ? {} : { promise }),
      ...(input.mayBeForced ? { mayBeForced: true } : {}),
    },
  };
}
