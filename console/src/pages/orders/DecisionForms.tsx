import { Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Hold } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { currencySymbol, money, typedAmount } from '../../money/format';
import { RegionSelect } from '../../parts/RegionSelect';
import { type QuoteFault, quoteFault } from './decision';
import styles from './order.module.css';

interface FormProps {
  hold: Hold;
  currency: string;
  pending: boolean;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  grow?: boolean;
  children: (id: string, describedBy: string) => ReactNode;
}

function Field({ label, hint, fault, grow = false, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className={grow ? styles.grow : ''}>
      <label htmlFor={id}>{label}</label>
      {children(id, note)}
      <small id={note} className={fault === undefined ? 'quiet' : styles.fault}>
        {fault ?? hint ?? ' '}
      </small>
    </div>
  );
}

interface ReasonProps {
  reason: string;
  setReason: (text: string) => void;
  asked: boolean;
}

export function Reason({ reason, setReason, asked }: ReasonProps) {
  const { t } = useWords();
  const fault = asked && reason.trim() === '' ? t('decide.reasonMissing') : undefined;
  return (
    <Field label={t('decide.reason')} hint={t('decide.reasonHint')} fault={fault} grow>
      {(id, note) => (
        <Input
          id={id}
          aria-describedby={note}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </Field>
  );
}

export function useReason() {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return { reason, setReason, asked, setAsked };
}

function submitting(act: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    act();
  };
}

interface QuoteFormProps extends FormProps {
  onDecide: (amount: string, reason: string) => void;
}

export function QuoteForm({ hold, currency, pending, onDecide }: QuoteFormProps) {
  const { t } = useWords();
  const { quoteLimit } = useSession();
  const [typed, setTyped] = useState('');
  const why = useReason();
  const fault = quoteFault(typed, hold, quoteLimit);
  const range = { min: money(hold.min ?? '0', currency), max: money(hold.max ?? '0', currency) };
  const texts: Record<QuoteFault, string> = {
    bad: t('decide.badAmount'),
    range: t('decide.outOfRange', range),
    limit: t('decide.overLimit', { limit: money(quoteLimit ?? '0', currency) }),
  };
  const hints = [
    hold.min && hold.max ? t('decide.range', range) : '',
    quoteLimit === null ? '' : t('decide.limit', { limit: money(quoteLimit, currency) }),
  ];
  const submit = () => {
    why.setAsked(true);
    const amount = typedAmount(typed);
    if (fault === null && amount !== null && why.reason.trim() !== '') {
      onDecide(amount, why.reason.trim());
    }
  };
  const shown = fault !== null && (why.asked || (typed !== '' && fault !== 'bad')) ? texts[fault] : undefined;
  return (
    <form className={styles.form} onSubmit={submitting(submit)}>
      <Field label={t('decide.quoteAmount')} hint={hints.filter(Boolean).join(' · ')} fault={shown}>
        {(id, note) => (
          <Input
            id={id}
            aria-describedby={note}
            aria-invalid={shown !== undefined}
            status={shown === undefined ? '' : 'error'}
            inputMode="decimal"
            className={styles.amountInput}
            prefix={currencySymbol(currency)}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Reason {...why} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {t('decide.quote')}
      </Button>
    </form>
  );
}

interface RegionFormProps extends FormProps {
  onDecide: (region: string, reason: string) => void;
}

export function RegionForm({ hold, pending, onDecide }: RegionFormProps) {
  const { t } = useWords();
  const [region, setRegion] = useState<string | undefined>();
  const [other, setOther] = useState((hold.candidates ?? []).length === 0);
  const why = useReason();
  const submit = () => {
    why.setAsked(true);
    if (region !== undefined && why.reason.trim() !== '') {
      onDecide(region, why.reason.trim());
    }
  };
  const candidates = (hold.candidates ?? []).map(({ code, path }) => ({ value: code, label: path }));
  return (
    <form className={styles.form} onSubmit={submitting(submit)}>
      <Field
        label={t('decide.chooseRegion')}
        fault={why.asked && region === undefined ? t('decide.regionMissing') : undefined}
      >
        {(id) =>
          other ? (
            <RegionSelect
              id={id}
              hint={t('decide.chooseRegion')}
              value={region}
              onChange={setRegion}
              style={{ width: 240 }}
            />
          ) : (
            <Select
              id={id}
              style={{ width: 240 }}
              placeholder={t('decide.chooseRegion')}
              value={region}
              onChange={(code: string) => (code === '' ? setOther(true) : setRegion(code))}
              options={[...candidates, { value: '', label: `${t('action.more')}…` }]}
            />
          )
        }
      </Field>
      <Reason {...why} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {t('decide.region')}
      </Button>
    </form>
  );
}

interface ReleaseFormProps extends FormProps {
  onDecide: (reason: string) => void;
}

export function ReleaseForm({ pending, onDecide }: ReleaseFormProps) {
  const { t } = useWords();
  const why = useReason();
  const submit = () => {
    why.setAsked(true);
    if (why.reason.trim() !== '') {
      onDecide(why.reason.trim());
    }
  };
  return (
    <form className={styles.form} onSubmit={submitting(submit)}>
      <Reason {...why} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {t('decide.release')}
      </Button>
      <p className="quiet">{t('decide.releaseHint')}</p>
    </form>
  );
}
