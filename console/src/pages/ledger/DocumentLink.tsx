import { Link } from 'react-router';
import { search } from '../../api/http';
import type { LedgerEntry } from '../../api/ledger';
import { useWords } from '../../i18n';
import { orderPath } from '../orders/OrderTable';

export function voucherPath(number: string): string {
  return `/ledger/vouchers${search({ number })}`;
}

/** Where an entry comes from: its order, its voucher, or the rebate that grew. */
export function DocumentLink({ entry }: { entry: Pick<LedgerEntry, 'source' | 'document'> }) {
  const { t } = useWords();
  switch (entry.source) {
    case 'ORDER':
      return <Link to={orderPath(entry.document)}>{entry.document}</Link>;
    case 'VOUCHER':
      return <Link to={voucherPath(entry.document)}>{entry.document}</Link>;
    case 'REBATE':
      return <span title={entry.document}>{t('ledger.rebate')}</span>;
  }
}
