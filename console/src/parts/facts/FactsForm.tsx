import { Input } from 'antd';
import { useState } from 'react';
import type { OrderFacts, RegionRef } from '../../api/contract';
import { useWords } from '../../i18n';
import { Icon } from '../Icon';
import { PartySelect } from '../PartySelect';
import { RegionSelect } from '../RegionSelect';
import { ServiceSelect } from '../ServiceSelect';
import { Choice } from './Choice';
import { Field } from './Field';
import styles from './facts.module.css';
import { kilometresOf, metresOf } from './kilometres';
import { PartsFields } from './PartsFields';

interface FactsFormProps {
  facts: OrderFacts;
  onChange: (change: Partial<OrderFacts>) => void;
  /** The region that the server found for these facts. */
  resolved: RegionRef | null | undefined;
  serviceFault?: string | undefined;
}

function Where({ facts, onChange, resolved }: FactsFormProps) {
  const { t } = useWords();
  const asked = (facts.address ?? '') !== '' && facts.region === undefined;
  const note = !asked
    ? undefined
    : resolved
      ? t('desk.regionFromAddress', { path: resolved.path })
      : resolved === null
        ? t('desk.regionUnknown')
        : undefined;
  return (
    <>
      <Field label={t('desk.address')} note={note} wide>
        {(id) => (
          <Input
            id={id}
            value={facts.address ?? ''}
            placeholder={t('desk.addressHint')}
            onChange={(event) => onChange({ address: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('desk.region')}>
        {(id) => (
          <RegionSelect
            id={id}
            hint={t('desk.region')}
            value={facts.region}
            onChange={(region) => onChange({ region })}
          />
        )}
      </Field>
    </>
  );
}

function Distance({ facts, onChange }: Pick<FactsFormProps, 'facts' | 'onChange'>) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string>();
  const stored = facts.distanceMetres;
  const stands = typed !== undefined && (metresOf(typed) ?? undefined) === stored;
  const text =
    stands || (typed !== undefined && stored === undefined)
      ? typed
      : stored === undefined
        ? ''
        : kilometresOf(stored);
  const fault = text !== '' && metresOf(text) === null ? t('act.badDistance') : undefined;
  return (
    <Field label={t('desk.distance')} fault={fault}>
      {(id) => (
        <Input
          id={id}
          inputMode="decimal"
          className={styles.number}
          value={text}
          placeholder={t('desk.distanceHint')}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ distanceMetres: metresOf(event.target.value) ?? undefined });
          }}
        />
      )}
    </Field>
  );
}

function Who({ facts, onChange }: Pick<FactsFormProps, 'facts' | 'onChange'>) {
  const { t } = useWords();
  const partner = facts.counterparty?.id;
  return (
    <>
      <Field label={t('desk.partner')}>
        {(id) => (
          <PartySelect
            id={id}
            kind="PARTNER"
            hint={t('desk.later')}
            value={partner}
            onChange={(chosen) =>
              onChange({
                counterparty: chosen === undefined ? undefined : { id: chosen },
                handlers: undefined,
              })
            }
          />
        )}
      </Field>
      <Field label={t('desk.engineer')}>
        {(id) => (
          <PartySelect
            id={id}
            kind="ENGINEER"
            hint={t('desk.later')}
            partner={partner}
            value={facts.handlers?.[0]?.id}
            onChange={(chosen) => onChange({ handlers: chosen === undefined ? undefined : [{ id: chosen }] })}
          />
        )}
      </Field>
    </>
  );
}

function More({ facts, onChange }: Pick<FactsFormProps, 'facts' | 'onChange'>) {
  const { t } = useWords();
  return (
    <div className={styles.grid}>
      <Choice
        label={t('desk.stage')}
        group="stage"
        codes={['PRE_SALES', 'IN_SALES', 'AFTER_SALES']}
        value={facts.stage}
        onChange={(stage) => onChange({ stage })}
      />
      <Choice
        label={t('desk.warranty')}
        group="warranty"
        codes={['OUT', 'IN']}
        value={facts.warranty}
        onChange={(warranty) => onChange({ warranty })}
      />
      <Field label={t('desk.quantity')}>
        {(id) => (
          <Input
            id={id}
            inputMode="decimal"
            className={styles.number}
            value={facts.quantity ?? ''}
            onChange={(event) => onChange({ quantity: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('desk.promotion')}>
        {(id) => (
          <Input
            id={id}
            value={facts.promotion ?? ''}
            onChange={(event) => onChange({ promotion: event.target.value })}
          />
        )}
      </Field>
      <PartsFields parts={facts.parts ?? []} onChange={(parts) => onChange({ parts })} />
    </div>
  );
}

const moreFacts = ['stage', 'warranty', 'quantity', 'promotion', 'parts'] as const;

/** What a person knows of an order, in the order in which a customer tells it. */
export function FactsForm(props: FactsFormProps) {
  const { t } = useWords();
  const { facts, onChange, serviceFault } = props;
  const [open, setOpen] = useState(moreFacts.some((name) => facts[name] !== undefined));
  return (
    <div className={styles.form}>
      <div className={styles.grid}>
        <Field label={t('orders.service')} fault={serviceFault}>
          {(id) => (
            <ServiceSelect
              id={id}
              hint={t('orders.service')}
              status={serviceFault === undefined ? undefined : 'error'}
              value={facts.service}
              onChange={(service) => onChange({ service })}
            />
          )}
        </Field>
        <Choice
          label={t('desk.class')}
          group="class"
          codes={['MEMBER', 'VIP', 'KEY_ACCOUNT']}
          value={facts.customer?.class}
          onChange={(value) => onChange({ customer: { ...facts.customer, class: value } })}
        />
        <Choice
          label={t('desk.urgency')}
          group="urgency"
          codes={['NORMAL', 'URGENT']}
          value={facts.urgency}
          onChange={(urgency) => onChange({ urgency })}
        />
        <Choice
          label={t('desk.complexity')}
          group="complexity"
          codes={['SIMPLE', 'COMPLEX']}
          value={facts.complexity}
          onChange={(complexity) => onChange({ complexity })}
        />
        <Where {...props} />
        <Distance facts={facts} onChange={onChange} />
        <Who facts={facts} onChange={onChange} />
      </div>
      <button
        type="button"
        className={`bare ${styles.more}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'down' : 'right'} size={14} />
        {t('desk.moreFields')}
      </button>
      {open && <More facts={facts} onChange={onChange} />}
    </div>
  );
}
