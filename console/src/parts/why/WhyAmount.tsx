import type { HoldReason } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { money } from '../../money/format';
import { Amount } from '../Amount';
import { type Question, useWhy } from './WhyProvider';
import styles from './why.module.css';

interface WhyAmountProps {
  question: Question;
  value: string | null | undefined;
  currency?: string | undefined;
  strong?: boolean;
  hold?: HoldReason | string | null | undefined;
}

/** An amount that answers "why this amount?" when it is pressed. */
export function WhyAmount({ question, value, currency, strong = false, hold }: WhyAmountProps) {
  const ask = useWhy();
  const { t, word } = useWords();
  const { tenant } = useSession();
  const label =
    value === null || value === undefined
      ? t('why.openHeld', { reason: hold ? word('hold', hold) : t('common.none') })
      : t('why.open', { amount: money(value, currency ?? tenant.currency) });
  return (
    <button
      type="button"
      className={styles.amount}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        event.preventDefault();
        ask(question);
      }}
    >
      <Amount value={value} currency={currency} strong={strong} />
    </button>
  );
}
