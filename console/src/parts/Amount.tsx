import { useSession } from '../api/queries';
import { sign } from '../money/decimal';
import { money, signedMoney } from '../money/format';
import styles from './parts.module.css';

interface AmountProps {
  value: string | null | undefined;
  currency?: string | undefined;
  signed?: boolean;
  strong?: boolean;
}

/** An amount in tabular figures with its fen; an absent one is a dash, never zero. */
export function Amount({ value, currency, signed = false, strong = false }: AmountProps) {
  const { tenant } = useSession();
  if (value === null || value === undefined) {
    return <span className="num quiet">—</span>;
  }
  const text = signed
    ? signedMoney(value, currency ?? tenant.currency)
    : money(value, currency ?? tenant.currency);
  const tone = sign(value) < 0 ? styles.negative : '';
  return <span className={`num ${strong ? styles.strong : ''} ${tone}`}>{text}</span>;
}
