import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Voucher } from '../../api/ledger';
import { useWords } from '../../i18n';
import { Field } from '../../parts/facts/Field';
import { ProblemNote } from '../../parts/ProblemNote';
import { useProposedNumber } from './PostVoucher';
import { usePosting, useRefusal } from './useVouchers';
import { DayField, type FaultTexts } from './VoucherFields';
import { reversalNumber, type VoucherInput, voucherFaults } from './voucher';
import styles from './vouchers.module.css';

type Asked = Pick<VoucherInput, 'number' | 'happenedOn' | 'reason'>;

const fields = ['number', 'happenedOn', 'reason'] as const;

function useTakeBackFaults(input: Asked): FaultTexts {
  const { t } = useWords();
  const all = voucherFaults({ ...input, kind: '', party: '', amount: '1', orderNo: '' }, null);
  return {
    ...(all.number && { number: t('voucher.badNumber') }),
    ...(all.happenedOn && { happenedOn: t('voucher.dayMissing') }),
    ...(all.reason && { reason: t('voucher.reasonMissing') }),
  };
}

interface TakeBackProps {
  voucher: Pick<Voucher, 'number' | 'happenedOn'>;
  onClose: () => void;
  onPosted: (number: string) => void;
}

/** Takes a voucher back by one of the negative amount, for a reason. */
export function TakeBack({ voucher, onClose, onPosted }: TakeBackProps) {
  const { t } = useWords();
  const propose = useProposedNumber();
  const [asked, setAsked] = useState(false);
  const [input, setInput] = useState<Asked>(() => ({
    number: reversalNumber(voucher.number, propose()),
    happenedOn: voucher.happenedOn,
    reason: '',
  }));
  const path = `/ledger/vouchers/${encodeURIComponent(voucher.number)}/reversal`;
  const posting = usePosting(path, onPosted);
  const refusal = useRefusal(posting.error, fields);
  const own = useTakeBackFaults(input);
  const faults = asked ? { ...own, ...(refusal && { [refusal.field]: refusal.text }) } : {};
  const put = (change: Partial<Asked>) => {
    posting.reset();
    setInput((before) => ({ ...before, ...change }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(own).length === 0) {
      posting.mutate({ ...input, number: input.number.trim(), reason: input.reason.trim() });
    }
  };
  const text = (name: 'number' | 'reason', hint: string, longest: number) => (
    <Field label={t(`voucher.${name}`)} note={hint} fault={faults[name]}>
      {(id) => (
        <Input
          id={id}
          status={faults[name] === undefined ? '' : 'error'}
          maxLength={longest}
          value={input[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className={styles.form} aria-label={t('voucher.takeBack')} onSubmit={submit}>
      <p className="quiet">{t('voucher.takeBackHint')}</p>
      <div className={styles.fields}>
        {text('reason', t('voucher.reasonHint'), 500)}
        <div className={styles.pair}>
          <DayField input={input} faults={faults} put={put} />
          {text('number', t('voucher.numberHint'), 64)}
        </div>
      </div>
      {posting.data?.outcome === 'EXISTS' && (
        <p role="status" className={styles.exists}>
          {t('voucher.exists', { number: posting.data.voucher.number })}
        </p>
      )}
      {posting.isError && refusal === undefined && <ProblemNote error={posting.error} />}
      <div className={styles.buttons}>
        <Button danger type="primary" htmlType="submit" loading={posting.isPending}>
          {t('voucher.takeBack')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
