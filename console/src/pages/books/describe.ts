import type { Words } from '../../i18n/words';
import { isDecimal, sign } from '../../money/decimal';
import { money } from '../../money/format';
import { relationName } from '../../parts/relation';
import {
  type BookDocument,
  type Bounds,
  type Conditions,
  flag,
  isRecord,
  list,
  type ModifierEntry,
  type RebateEntry,
  type StepEntry,
  sides,
  type TierEntry,
  type Values,
} from './bookDocument';

/** Puts the parts of a book into the reader's words. */
export interface Speech {
  words: Words;
  book: Pick<
    BookDocument,
    'currency' | 'categories' | 'measures' | 'modifierGroups' | 'counters' | 'calendars'
  >;
  regionName: (code: string) => string;
}

const groupsOfWords: Readonly<Record<string, string>> = {
  customerClass: 'class',
  partnerType: 'type',
  mode: 'mode',
  complexity: 'complexity',
  urgency: 'urgency',
  warranty: 'warranty',
  stage: 'stage',
  status: 'status',
};

const events = ['created', 'accepted', 'arrived', 'completed', 'verified', 'cancelled'];

function upper(code: string): string {
  return code.toUpperCase().replaceAll('-', '_');
}

function amount(value: unknown, { book }: Speech): string {
  const text = String(value);
  return isDecimal(text) ? money(text, book.currency) : text;
}

function valueName(dimension: string, value: string, speech: Speech): string {
  const group = groupsOfWords[dimension];
  if (dimension === 'region') {
    return speech.regionName(value);
  }
  if (group === undefined) {
    return value;
  }
  const known = speech.words.word(group, upper(value));
  return known === upper(value) ? value : known;
}

function boundsText(bounds: Bounds): string {
  const pieces = [
    bounds.gt === undefined ? '' : `> ${bounds.gt}`,
    bounds.gte === undefined ? '' : `≥ ${bounds.gte}`,
    bounds.lt === undefined ? '' : `< ${bounds.lt}`,
    bounds.lte === undefined ? '' : `≤ ${bounds.lte}`,
  ];
  return pieces.filter((piece) => piece !== '').join(' ');
}

function isBounds(value: unknown): value is Bounds {
  return isRecord(value) && Object.keys(value).some((key) => ['gt', 'gte', 'lt', 'lte'].includes(key));
}

function calendarName(id: string, { book }: Speech): string {
  return book.calendars?.[id]?.name ?? id;
}

function eventText(event: string, value: unknown, speech: Speech): string {
  const { t, word } = speech.words;
  const name = word('event', event);
  if (!isRecord(value)) {
    return flag(value) ? t('when.happened', { event: name }) : t('when.notHappened', { event: name });
  }
  const { from, until, hours, weekdays, calendar, is } = value as {
    from?: string;
    until?: string;
    hours?: string;
    weekdays?: Values;
    calendar?: string;
    is?: Values;
  };
  const pieces = [
    hours === undefined ? '' : t('when.hours', { event: name, hours: hours.replace('-', '–') }),
    weekdays === undefined ? '' : t('when.weekdays', { event: name, days: list(weekdays).join(' ') }),
    calendar === undefined || is === undefined
      ? ''
      : t('when.calendar', {
          event: name,
          calendar: calendarName(calendar, speech),
          times: list(is)
            .map((time) => word('calendarTime', time))
            .join('、'),
        }),
    from !== undefined && until !== undefined
      ? t('when.between', { event: name, from, until })
      : from !== undefined
        ? t('when.from', { event: name, from })
        : until !== undefined
          ? t('when.until', { event: name, until })
          : '',
  ];
  return pieces.filter((piece) => piece !== '').join(' · ');
}

function relatedText(value: unknown, { words }: Speech): string {
  const { kind, withinDays, sameHandler } = value as {
    kind: string;
    withinDays?: number;
    sameHandler?: boolean;
  };
  const { t, word } = words;
  const pieces = [
    t('when.related', { kind: word('related', upper(kind)) }),
    withinDays === undefined ? '' : t('when.withinDays', { days: withinDays }),
    flag(sameHandler) ? t('when.sameHandler') : '',
  ];
  return pieces.filter((piece) => piece !== '').join(' · ');
}

function promiseAsked(value: unknown, { words }: Speech): string {
  const { t, word } = words;
  const asked = isRecord(value) ? Object.entries(value) : [['whole', value]];
  return asked
    .map(([part, state]) =>
      t('when.promise', {
        part: word('promisePart', String(part)),
        state: word('promiseState', String(state)),
      }),
    )
    .join(' · ');
}

function setText(dimension: string, value: unknown, speech: Speech): string {
  const { included, excluded } = sides(value);
  const names = (values: string[]) => values.map((each) => valueName(dimension, each, speech)).join('、');
  const inside = included.length === 0 ? '' : names(included);
  const outside = excluded.length === 0 ? '' : speech.words.t('when.not', { values: names(excluded) });
  return [inside, outside].filter((piece) => piece !== '').join(' ');
}

export interface ConditionText {
  key: string;
  /** The dimension by name, or empty where the text says it itself. */
  label: string;
  text: string;
}

function conditionText(key: string, value: unknown, speech: Speech): ConditionText[] {
  const { words, book } = speech;
  if (events.includes(key)) {
    return [{ key, label: '', text: eventText(key, value, speech) }];
  }
  if (key === 'related') {
    return [{ key, label: '', text: relatedText(value, speech) }];
  }
  if (key === 'promise') {
    return [{ key, label: '', text: promiseAsked(value, speech) }];
  }
  if ((key === 'measures' || key === 'attributes') && isRecord(value)) {
    return Object.entries(value).map(([name, inner]) => ({
      key: `${key}.${name}`,
      label: book.measures?.[name]?.name ?? name,
      text: isBounds(inner) ? boundsText(inner) : setText(name, inner, speech),
    }));
  }
  const label = words.word('dim', key);
  return [{ key, label, text: isBounds(value) ? boundsText(value) : setText(key, value, speech) }];
}

/** What a tier or modifier asks, one entry a condition; none asks nothing. */
export function describeConditions(when: Conditions | undefined, speech: Speech): ConditionText[] {
  return Object.entries(when ?? {}).flatMap(([key, value]) => conditionText(key, value, speech));
}

function stepsText(steps: StepEntry[], speech: Speech): string {
  const { t } = speech.words;
  return steps
    .map((step) => {
      const range =
        step.upTo === undefined ? t('charge.stepBeyond') : t('charge.stepUpTo', { upTo: step.upTo });
      const parts = [
        step.price === undefined ? '' : amount(step.price, speech),
        step.percent === undefined ? '' : `${step.percent}%`,
        step.flat === undefined ? '' : `+${amount(step.flat, speech)}`,
      ];
      return t('charge.step', { range, price: parts.filter((part) => part !== '').join(' ') });
    })
    .join('，');
}

function unitOf(of: unknown, speech: Speech): string {
  const measure = typeof of === 'string' ? speech.book.measures?.[of] : undefined;
  return measure?.unit ?? (typeof of === 'string' ? of : speech.words.t('charge.unit'));
}

function baseText(of: unknown, { words, book }: Speech): string {
  if (!isRecord(of)) {
    return String(of ?? '');
  }
  const category = String(of.category ?? '');
  const name = book.categories?.[category]?.name ?? words.word('category', category);
  return of.relation === undefined
    ? name
    : words.t('charge.percentOf', { relation: relationName(String(of.relation), words), category: name });
}

function distanceText(value: Record<string, unknown>, speech: Speech): string {
  const { t } = speech.words;
  const start = amount(value.start ?? '0', speech);
  const first = String(value.first ?? '0 km').replace('km', speech.words.language === 'zh' ? '公里' : 'km');
  return value.perKm === undefined
    ? t('charge.distanceSteps', { start, first })
    : t('charge.distance', { start, first, perKm: amount(value.perKm, speech) });
}

function stepsIn(value: unknown): StepEntry[] {
  return (isRecord(value) ? (value.steps as StepEntry[]) : (value as StepEntry[])) ?? [];
}

function perUnitText(value: unknown, of: unknown, speech: Speech): string {
  const block = isRecord(value) && value.block !== undefined ? `${value.block} ` : '';
  const price = isRecord(value) ? value.price : value;
  return speech.words.t('charge.perUnit', {
    amount: amount(price, speech),
    unit: block + unitOf(of, speech),
  });
}

function mainText(charge: Record<string, unknown>, speech: Speech): string {
  const { t } = speech.words;
  const { flat, perUnit, graduated, graduatedPercent, volume, percent, distance, quote, priceList, sum, of } =
    charge;
  if (flat !== undefined) {
    return t('charge.flat', { amount: amount(flat, speech) });
  }
  if (perUnit !== undefined) {
    return perUnitText(perUnit, of, speech);
  }
  if (isRecord(distance)) {
    return distanceText(distance, speech);
  }
  if (isRecord(quote)) {
    return t('charge.quote', { from: amount(quote.from, speech), to: amount(quote.to, speech) });
  }
  if (isRecord(charge.package)) {
    const { size, price, free } = charge.package;
    const unit = unitOf(of, speech);
    return t('charge.package', {
      size: String(size),
      unit,
      price: amount(price, speech),
      free: String(free ?? 0),
    });
  }
  if (percent !== undefined) {
    const rate = isRecord(percent) ? percent.rate : percent;
    return t('charge.percent', { percent: String(rate), of: baseText(of, speech) });
  }
  if (graduated !== undefined || graduatedPercent !== undefined) {
    return t('charge.graduated', { steps: stepsText(stepsIn(graduated ?? graduatedPercent), speech) });
  }
  if (volume !== undefined) {
    return t('charge.volume', { steps: stepsText(stepsIn(volume), speech) });
  }
  if (priceList !== undefined) {
    return t('charge.priceList', { list: String(priceList) });
  }
  if (Array.isArray(sum)) {
    return t('charge.sum', {
      parts: sum.map((part) => mainText(part as Record<string, unknown>, speech)).join(' + '),
    });
  }
  return JSON.stringify(charge);
}

/** How a tier computes its amount, in a phrase. */
/** Over which period a charge or limit counts, or nothing. */
function countedText(id: unknown, { words, book }: Speech): string {
  if (id === undefined) {
    return '';
  }
  const counter = book.counters?.[String(id)];
  return words.t('charge.counted', {
    period: words.word('bookPeriod', counter?.period),
    counter: counter?.name ?? String(id),
  });
}

/** How a rebate goes: over which period, by what, and its steps. */
export function describeRebate(rebate: RebateEntry, speech: Speech): string {
  const { t, word } = speech.words;
  const steps = stepsText(stepsIn(rebate.volume ?? rebate.graduated), speech);
  const by = t('effect.rebate', {
    period: word('bookPeriod', rebate.period),
    measure:
      typeof rebate.measure === 'object'
        ? (rebate.measure.name ?? rebate.measure.outside)
        : word('measured', rebate.measure ?? 'orders'),
  });
  const kind = rebate.volume === undefined ? 'charge.graduated' : 'charge.volume';
  return `${by} · ${t(kind, { steps })}`;
}

export function describeCharge(charge: Record<string, unknown>, speech: Speech): string {
  const { t } = speech.words;
  const bounds = [
    charge.minimum === undefined ? '' : t('charge.minimum', { amount: amount(charge.minimum, speech) }),
    charge.maximum === undefined ? '' : t('charge.maximum', { amount: amount(charge.maximum, speech) }),
  ];
  return [mainText(charge, speech), ...bounds, countedText(charge.counter, speech)]
    .filter((piece) => piece !== '')
    .join('，');
}

const units: Readonly<Record<string, { zh: string; en: string }>> = {
  min: { zh: '分钟', en: 'min' },
  h: { zh: '小时', en: 'h' },
  d: { zh: '天', en: 'd' },
  s: { zh: '秒', en: 's' },
};

/** "2 h" → 2 小时 */
export function bookDuration(text: string, language: 'zh' | 'en'): string {
  return text.replace(/\s*(min|h|d|s)$/, (_, unit: string) => ` ${units[unit]?.[language] ?? unit}`);
}

export function describePromise(promise: TierEntry['promise'], speech: Speech): string {
  const { t, language } = speech.words;
  const pieces = [
    promise?.respond === undefined
      ? ''
      : t('promise.respond', { time: bookDuration(promise.respond, language) }),
    promise?.finish === undefined
      ? ''
      : t('promise.finish', { time: bookDuration(promise.finish, language) }),
    promise?.calendar === undefined
      ? ''
      : t('promise.calendar', { calendar: calendarName(promise.calendar, speech) }),
  ];
  return pieces.filter((piece) => piece !== '').join(' · ');
}

function effectText(modifier: ModifierEntry, speech: Speech): string {
  const { t, word } = speech.words;
  const plus = (text: string) => (sign(text) > 0 ? '+' : '');
  if (modifier.percent !== undefined) {
    const percent = String(modifier.percent);
    return plus(percent) + t('effect.percent', { percent: percent.replace('-', '−') });
  }
  if (modifier.amount !== undefined) {
    const value = String(modifier.amount);
    return (
      plus(value) +
      t('effect.amount', { amount: amount(value, speech), per: word('per', modifier.per ?? 'order') })
    );
  }
  const limit =
    modifier.minimum === undefined
      ? t('effect.maximum', { amount: amount(modifier.maximum, speech) })
      : t('effect.minimum', { amount: amount(modifier.minimum, speech) });
  return [limit, countedText(modifier.counter, speech)].filter((piece) => piece !== '').join('，');
}

/** Between what a modifier's amount lies: "最多 ¥50.00 / 工单". */
function effectBounds({ bounds }: ModifierEntry, speech: Speech): string[] {
  const { t, word } = speech.words;
  const per = word('per', bounds?.per ?? 'order');
  return [
    bounds?.least === undefined ? '' : t('effect.least', { amount: amount(bounds.least, speech), per }),
    bounds?.most === undefined ? '' : t('effect.most', { amount: amount(bounds.most, speech), per }),
  ];
}

/** The group of which only one applies. */
function effectGroup({ exclusive, priority }: ModifierEntry, { words, book }: Speech): string {
  if (exclusive === undefined) {
    return '';
  }
  const group = book.modifierGroups?.[exclusive];
  return words.t(priority === undefined ? 'effect.best' : 'effect.first', {
    group: group?.name ?? exclusive,
    priority: String(priority ?? ''),
  });
}

/** What a modifier does: "+20%", "+¥30.00 / 工单". */
export function describeEffect(modifier: ModifierEntry, speech: Speech): string {
  return [effectText(modifier, speech), ...effectBounds(modifier, speech), effectGroup(modifier, speech)]
    .filter((piece) => piece !== '')
    .join(' · ');
}
