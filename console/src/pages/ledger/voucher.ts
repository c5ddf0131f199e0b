import { compare, sign } from '../../money/decimal';
import { typedAmount } from '../../money/format';

export const voucherKinds = [
  'REWARD',
  'PENALTY',
  'CASH_HANDED_IN',
  'PAYMENT',
  'RECEIPT',
  'ADVANCE',
  'ADVANCE_SET_OFF',
  'DEPOSIT',
  'DEPOSIT_RETURNED',
  'RETENTION',
  'RETENTION_RELEASED',
  'DISPUTE',
  'DISPUTE_WITHDRAWN',
] as const;

export interface VoucherInput {
  number: string;
  kind: string | undefined;
  party: string | undefined;
  amount: string;
  happenedOn: string | undefined;
  orderNo: string;
  reason: string;
}

export type VoucherField = keyof VoucherInput;

export type VoucherFault =
  | 'chooseKind'
  | 'partyMissing'
  | 'badAmount'
  | 'overLimit'
  | 'badNumber'
  | 'dayMissing'
  | 'reasonMissing';

const numberForm = /^[\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,62}[\p{L}\p{N}])?$/u;

/** A number nobody took yet, in the order of posting: the day, then its seconds as four digits of base 36. */
export function proposedNumber(day: string, clock: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  const since = (hours * 60 + minutes) * 60 + seconds;
  return `V-${day.replaceAll('-', '')}-${since.toString(36).toUpperCase().padStart(4, '0')}`;
}

/** The number of the voucher that takes one back, beside it in a list; another where that would be too long. */
export function reversalNumber(number: string, otherwise: string): string {
  const own = `${number}-R`;
  return numberForm.test(own) ? own : otherwise;
}

function amountFault(typed: string, limit: string | null): VoucherFault | undefined {
  const amount = typedAmount(typed);
  if (amount === null || sign(amount) <= 0) {
    return 'badAmount';
  }
  return limit !== null && compare(amount, limit) > 0 ? 'overLimit' : undefined;
}

/** What is wrong with each field, seen from the limit of the person; an empty record when nothing is. */
export function voucherFaults(
  input: VoucherInput,
  limit: string | null,
): Partial<Record<VoucherField, VoucherFault>> {
  const faults: Record<VoucherField, VoucherFault | undefined> = {
    number: numberForm.test(input.number.trim()) ? undefined : 'badNumber',
    kind: input.kind === undefined ? 'chooseKind' : undefined,
    party: input.party === undefined ? 'partyMissing' : undefined,
    amount: amountFault(input.amount, limit),
    happenedOn: input.happenedOn === undefined ? 'dayMissing' : undefined,
    orderNo: undefined,
    reason: input.reason.trim() === '' ? 'reasonMissing' : undefined,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

/** What is sent for a voucher without faults; no order when none is named. */
export function voucherBody(input: VoucherInput): Record<string, string | undefined> {
  const orderNo = input.orderNo.trim();
  return {
    number: input.number.trim(),
    kind: input.kind,
    party: input.party,
    amount: typedAmount(input.amount) ?? undefined,
    happenedOn: input.happenedOn,
    orderNo: orderNo === '' ? undefined : orderNo,
    reason: input.reason.trim(),
  };
}
