import { Button } from 'antd';
import { useState } from 'react';
import type { OrderDetail } from '../../api/contract';
import { useWords } from '../../i18n';
import { TierDialog } from './TierDialog';

/** Opens the tiers that may be chosen for an order; nothing where the reader may choose none. */
export function ChooseTier({ order }: { order: OrderDetail }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!order.tierMayBeChosen) {
    return null;
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('forced.choose')}</Button>
      {open && <TierDialog order={order} onClose={() => setOpen(false)} />}
    </>
  );
}
