import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Action, ActionKind, OrderDetail } from '../../api/contract';
import { change } from '../../api/http';
import { orderQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { ProblemNote } from '../../parts/ProblemNote';
import { ActionFields, type ActionInput, actionOf, emptyInput } from './ActionFields';
import styles from './desk.module.css';

const forward: readonly ActionKind[] = ['ASSIGN', 'ACCEPT', 'ARRIVE', 'COMPLETE'];

/** Accepting and arriving need no more facts and happen at once. */
const immediate: readonly ActionKind[] = ['ACCEPT'];

/** The step that usually comes next: the first forward step that did not happen yet. */
export function nextStep(
  order: Pick<OrderDetail, 'actions' | 'facts' | 'counterparty'>,
): ActionKind | undefined {
  const done: Partial<Record<ActionKind, boolean>> = {
    ASSIGN: order.counterparty !== null && order.counterparty !== undefined,
    ACCEPT: order.facts.acceptedAt !== undefined,
    ARRIVE: order.facts.arrivedAt !== undefined,
  };
  return forward.find((kind) => order.actions.includes(kind) && done[kind] !== true);
}

function useAct(order: OrderDetail, onDone: () => void) {
  const { t, word, language } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (action: Action) =>
      change<OrderDetail>('POST', `/orders/${encodeURIComponent(order.orderNo)}/actions`, action),
    onSuccess: (after, { action }) => {
      queries.setQueryData(orderQuery(after.orderNo, language).queryKey, after);
      void queries.invalidateQueries({ queryKey: ['order', order.orderNo] });
      void queries.invalidateQueries({ queryKey: ['orders'] });
      message.success(t('act.done', { action: word('act', action) }));
      onDone();
      if (after.orderNo !== order.orderNo) {
        navigate(`/orders/${encodeURIComponent(after.orderNo)}`);
      }
    },
  });
}

function titleOf(kind: ActionKind, t: ReturnType<typeof useWords>['t'], name: string): string {
  const titles: Partial<Record<ActionKind, string>> = {
    ASSIGN: t('act.assignTitle'),
    ARRIVE: t('act.arriveTitle'),
    COMPLETE: t('act.completeTitle'),
    CANCEL: t('act.cancelTitle'),
  };
  return titles[kind] ?? name;
}

interface DialogProps {
  kind: ActionKind;
  order: OrderDetail;
  act: ReturnType<typeof useAct>;
  onClose: () => void;
}

function ActionDialog({ kind, order, act, onClose }: DialogProps) {
  const { t, word } = useWords();
  const [input, setInput] = useState<ActionInput>(() => emptyInput(order));
  const [asked, setAsked] = useState(false);
  const action = actionOf(kind, input);
  const name = word('act', kind);
  return (
    <Modal
      open
      title={titleOf(kind, t, name)}
      okText={t('act.confirm', { action: name })}
      okButtonProps={{ danger: kind === 'CANCEL', loading: act.isPending }}
      onCancel={onClose}
      onOk={() => {
        setAsked(true);
        if (action !== null) {
          act.mutate(action);
        }
      }}
    >
      <ActionFields
        kind={kind}
        input={input}
        asked={asked}
        onChange={(next) => setInput({ ...input, ...next })}
      />
      {act.isError && <ProblemNote error={act.error} />}
    </Modal>
  );
}

/** What may be done with an order now; the step that comes next stands out. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const { word } = useWords();
  const [open, setOpen] = useState<ActionKind>();
  const act = useAct(order, () => setOpen(undefined));
  const next = nextStep(order);
  const start = (kind: ActionKind) => {
    act.reset();
    if (immediate.includes(kind)) {
      act.mutate({ action: kind });
    } else {
      setOpen(kind);
    }
  };
  return (
    <div className={styles.actions}>
      {order.actions.map((kind) => (
        <Button
          key={kind}
          type={kind === next ? 'primary' : 'default'}
          danger={kind === 'CANCEL'}
          loading={act.isPending && act.variables?.action === kind}
          onClick={() => start(kind)}
        >
          {word('act', kind)}
        </Button>
      ))}
      {open === undefined && act.isError && <ProblemNote error={act.error} />}
      {open !== undefined && (
        <ActionDialog key={open} kind={open} order={order} act={act} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
