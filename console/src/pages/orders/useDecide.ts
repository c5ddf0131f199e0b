import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Decision, OrderDetail } from '../../api/contract';
import { change } from '../../api/http';
import { orderQuery } from '../../api/queries';
import { useWords } from '../../i18n';

/** Sends a decision about an order and shows the order as it is then. */
export function useDecide(orderNo: string, onDone?: () => void) {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (decision: Decision) =>
      change<OrderDetail>('POST', `/orders/${encodeURIComponent(orderNo)}/decisions`, decision, {
        query: { lang: language },
      }),
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(orderNo, language).queryKey, order);
      void queries.invalidateQueries({ queryKey: ['order', orderNo] });
      void queries.invalidateQueries({ queryKey: ['orders'] });
      message.success(t('decide.done'));
      onDone?.();
    },
  });
}
