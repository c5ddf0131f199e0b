import { Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { money } from '../../money/format';
import { ProblemNote } from '../../parts/ProblemNote';
import { clock, day } from '../../time/format';
import { usePosting, useRefusal } from './useVouchers';
import { type FaultTexts, VoucherFields } from './VoucherFields';
import { proposedNumber, type VoucherField, type VoucherInput, voucherBody, voucherFaults } from './voucher';
import styles from './vouchers.module.css';

const fields = ['number', 'kind', 'party', 'amount', 'happenedOn', 'orderNo', 'reason'] as const;

/** The number that a voucher gets now unless somebody writes another. */
export function useProposedNumber(): () => string {
  const { zone } = useSession().tenant;
  return () => {
    const now = new Date().toISOString();
    return proposedNumber(day(now, zone), clock(now, zone));
  };
}

function useFaultTexts(input: VoucherInput): FaultTexts {
  const { t } = useWords();
  const { quoteLimit, tenant } = useSession();
  const limit = money(quoteLimit ?? '0', tenant.currency);
  const entries = Object.entries(voucherFaults(input, quoteLimit)).map(([field, fault]) => [
    field,
    fault === 'overLimit' ? t('voucher.overLimit', { limit }) : t(`voucher.${fault}`),
  ]);
  return Object.fromEntries(entries) as Partial<Record<VoucherField, string>>;
}

interface PostProps {
  onClose: () => void;
  onPosted: (number: string) => void;
}

function Form({ onPosted }: Pick<PostProps, 'onPosted'>) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const propose = useProposedNumber();
  const [asked, setAsked] = useState(false);
  const [input, setInput] = useState<VoucherInput>(() => ({
    number: propose(),
    kind: undefined,
    party: undefined,
    amount: '',
    happenedOn: day(Date.now(), zone),
    orderNo: '',
    reason: '',
  }));
  const posting = usePosting('/ledger/vouchers', onPosted);
  const refusal = useRefusal(posting.error, fields);
  const own = useFaultTexts(input);
  const faults = asked ? { ...own, ...(refusal && { [refusal.field]: refusal.text }) } : {};
  const put = (change: Partial<VoucherInput>) => {
    posting.reset();
    setInput((before) => ({ ...before, ...change }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(own).length === 0) {
      posting.mutate(voucherBody(input));
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <VoucherFields input={input} faults={faults} put={put} />
      {posting.data?.outcome === 'EXISTS' && (
        <p role="status" className={styles.exists}>
          {t('voucher.exists', { number: posting.data.voucher.number })}
        </p>
      )}
      {posting.isError && refusal === undefined && <ProblemNote error={posting.error} />}
      <Button type="primary" htmlType="submit" loading={posting.isPending}>
        {t('voucher.postIt')}
      </Button>
    </form>
  );
}

/** The form for a voucher, beside the list. */
export function PostVoucher({ open, onClose, onPosted }: PostProps & { open: boolean }) {
  const { t } = useWords();
  return (
    <Drawer open={open} size={460} destroyOnHidden title={t('voucher.post')} onClose={onClose}>
      <Form onPosted={onPosted} />
    </Drawer>
  );
}
