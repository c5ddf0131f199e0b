import { Input } from 'antd';
import type { Action, ActionKind, OrderDetail, OrderFacts } from '../../api/contract';
import { useWords } from '../../i18n';
import { Field } from '../../parts/facts/Field';
import { isQuantity, kilometresOf, metresOf } from '../../parts/facts/kilometres';
import { PartsFields } from '../../parts/facts/PartsFields';
import { PartySelect } from '../../parts/PartySelect';
import styles from './desk.module.css';

export interface ActionInput {
  counterparty: string | undefined;
  handler: string | undefined;
  kilometres: string;
  parts: NonNullable<OrderFacts['parts']>;
  note: string;
}

export function emptyInput(order: OrderDetail): ActionInput {
  const metres = order.facts.distanceMetres;
  return {
    counterparty: order.counterparty?.id,
    handler: order.handlers[0]?.id,
    kilometres: metres === undefined ? '' : kilometresOf(metres),
    parts: order.facts.parts ?? [],
    note: '',
  };
}

/** The action to send, or null while a field of it is missing or wrong. */
export function actionOf(kind: ActionKind, input: ActionInput): Action | null {
  const action: Action = { action: kind };
  if (input.note.trim() !== '') {
    action.note = input.note.trim();
  }
  if (kind === 'ASSIGN') {
    if (input.counterparty === undefined) {
      return null;
    }
    action.counterparty = input.counterparty;
    action.handlers = input.handler === undefined ? [] : [input.handler];
  }
  if ((kind === 'ARRIVE' || kind === 'COMPLETE') && input.kilometres.trim() !== '') {
    const metres = metresOf(input.kilometres);
    if (metres === null) {
      return null;
    }
    action.distanceMetres = metres;
  }
  if (kind === 'COMPLETE' && input.parts.length > 0) {
    if (input.parts.some(({ number, quantity }) => number.trim() === '' || !isQuantity(quantity))) {
      return null;
    }
    action.parts = input.parts;
  }
  return action;
}

interface ActionFieldsProps {
  kind: ActionKind;
  input: ActionInput;
  asked: boolean;
  onChange: (change: Partial<ActionInput>) => void;
}

function Assign({ input, asked, onChange }: Omit<ActionFieldsProps, 'kind'>) {
  const { t } = useWords();
  return (
    <>
      <Field
        label={t('desk.partner')}
        fault={asked && input.counterparty === undefined ? t('act.assignMissing') : undefined}
      >
        {(id) => (
          <PartySelect
            id={id}
            kind="PARTNER"
            hint={t('desk.partner')}
            value={input.counterparty}
            onChange={(counterparty) => onChange({ counterparty, handler: undefined })}
          />
        )}
      </Field>
      <Field label={t('desk.engineer')}>
        {(id) => (
          <PartySelect
            id={id}
            kind="ENGINEER"
            hint={t('desk.later')}
            partner={input.counterparty}
            value={input.handler}
            onChange={(handler) => onChange({ handler })}
          />
        )}
      </Field>
    </>
  );
}

function hintOf(kind: ActionKind, t: ReturnType<typeof useWords>['t']): string | undefined {
  const hints: Partial<Record<ActionKind, string>> = {
    COMPLETE: t('act.completeHint'),
    CANCEL: t('act.cancelHint'),
    RETURN: t('act.relatedHint'),
    EXCHANGE: t('act.relatedHint'),
    REWORK: t('act.relatedHint'),
  };
  return hints[kind];
}

export function ActionFields({ kind, input, asked, onChange }: ActionFieldsProps) {
  const { t } = useWords();
  const onSite = kind === 'ARRIVE' || kind === 'COMPLETE';
  const badDistance = input.kilometres.trim() !== '' && metresOf(input.kilometres) === null;
  const hint = hintOf(kind, t);
  return (
    <div className={styles.fields}>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {kind === 'ASSIGN' && <Assign input={input} asked={asked} onChange={onChange} />}
      {onSite && (
        <Field label={t('desk.distance')} fault={badDistance ? t('act.badDistance') : undefined}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              value={input.kilometres}
              placeholder={t('desk.distanceHint')}
              onChange={(event) => onChange({ kilometres: event.target.value })}
            />
          )}
        </Field>
      )}
      {kind === 'COMPLETE' && <PartsFields parts={input.parts} onChange={(parts) => onChange({ parts })} />}
      <Field label={t('desk.note')}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={input.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
