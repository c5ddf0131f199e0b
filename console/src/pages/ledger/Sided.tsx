import { useWords } from '../../i18n';
import { sign } from '../../money/decimal';
import { Amount } from '../../parts/Amount';
import { sided } from './balances';

interface MovedProps {
  value: string;
  currency: string;
}

/** A balance with the side that it is on: "贷 ¥3,467.86". */
export function Sided({ value, currency, strong = false }: MovedProps & { strong?: boolean }) {
  const { t } = useWords();
  const { side, amount } = sided(value);
  return (
    <span className="nowrap">
      {side !== null && <span className="quiet">{t(`ledger.${side}`)} </span>}
      <Amount value={amount} currency={currency} strong={strong} />
    </span>
  );
}

/** What moved on one side of an account; nothing is a dash. */
export function Moved({ value, currency }: MovedProps) {
  return <Amount value={sign(value) === 0 ? null : value} currency={currency} />;
}
