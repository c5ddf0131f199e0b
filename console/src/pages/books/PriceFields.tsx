import { Button, Input, Segmented } from 'antd';
import { useId } from 'react';
import { useWords } from '../../i18n';
import { currencySymbol, typedAmount } from '../../money/format';
import { Icon } from '../../parts/Icon';
import type { RowProps } from './TierRows';
import type { StepInput, TierInput } from './tierDraft';
import styles from './wizard.module.css';

interface MoneyProps {
  label: string;
  value: string;
  currency: string;
  onChange: (value: string) => void;
  hidden?: boolean;
}

function Money({ label, value, currency, onChange, hidden = false }: MoneyProps) {
  const id = useId();
  return (
    <span className={styles.pair}>
      <label htmlFor={id} className={hidden ? 'visually-hidden' : ''}>
        {label}
      </label>
      <Input
        id={id}
        inputMode="decimal"
        className={styles.money}
        prefix={currencySymbol(currency)}
        status={value !== '' && typedAmount(value) === null ? 'error' : ''}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

function Kilometres({ label, value, onChange }: Omit<MoneyProps, 'currency'>) {
  const id = useId();
  return (
    <span className={styles.pair}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="decimal"
        className={styles.small}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

function Steps({ input, book, change }: RowProps) {
  const { t } = useWords();
  const { steps } = input;
  const put = (index: number, next: Partial<StepInput>) =>
    change({ steps: steps.map((step, at) => (at === index ? { ...step, ...next } : step)) });
  const without = (index: number) => steps.filter((_, at) => at !== index);
  const last = steps.length - 1;
  return (
    <div className={styles.steps}>
      <Segmented<TierInput['stepMode']>
        size="small"
        aria-label={t('tier.stepMode')}
        value={input.stepMode}
        onChange={(stepMode) => change({ stepMode })}
        options={[
          { value: 'graduated', label: t('tier.graduated') },
          { value: 'volume', label: t('tier.volume') },
        ]}
      />
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
        <div key={index} className={styles.step}>
          {index === last ? (
            <span className={styles.beyond}>{t('tier.beyond')}</span>
          ) : (
            <Input
              className={styles.small}
              inputMode="decimal"
              aria-label={`${t('tier.upTo')} ${index + 1}`}
              placeholder={t('tier.upTo')}
              value={step.upTo}
              onChange={(event) => put(index, { upTo: event.target.value })}
            />
          )}
          <Money
            hidden
            label={`${t('tier.unitPrice')} ${index + 1}`}
            currency={book.currency}
            value={step.price}
            onChange={(price) => put(index, { price })}
          />
          {steps.length > 2 && index !== last && (
            <Button
              type="text"
              aria-label={t('action.remove')}
              icon={<Icon name="close" size={13} />}
              onClick={() => change({ steps: without(index) })}
            />
          )}
        </div>
      ))}
      <Button
        size="small"
        icon={<Icon name="plus" size={13} />}
        onClick={() =>
          change({ steps: [...steps.slice(0, last), { upTo: '', price: '' }, ...steps.slice(last)] })
        }
      >
        {t('tier.addStep')}
      </Button>
    </div>
  );
}

/** The figures of the chosen kind of charge. */
export function PriceFields({ input, book, change }: RowProps) {
  const { t } = useWords();
  const { currency } = book;
  switch (input.kind) {
    case 'flat':
      return (
        <Money
          hidden
          label={t('tier.amount')}
          currency={currency}
          value={input.amount}
          onChange={(amount) => change({ amount })}
        />
      );
    case 'distance':
      return (
        <>
          <Money
            label={t('tier.start')}
            currency={currency}
            value={input.start}
            onChange={(start) => change({ start })}
          />
          <Kilometres label={t('tier.first')} value={input.first} onChange={(first) => change({ first })} />
          <Money
            label={t('tier.perKm')}
            currency={currency}
            value={input.perKm}
            onChange={(perKm) => change({ perKm })}
          />
        </>
      );
    case 'quote':
      return (
        <>
          <Money
            label={t('tier.quoteFrom')}
            currency={currency}
            value={input.quoteFrom}
            onChange={(quoteFrom) => change({ quoteFrom })}
          />
          <Money
            label={t('tier.quoteTo')}
            currency={currency}
            value={input.quoteTo}
            onChange={(quoteTo) => change({ quoteTo })}
          />
        </>
      );
    case 'steps':
      return <Steps input={input} book={book} change={change} />;
  }
}
