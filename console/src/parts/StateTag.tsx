import type { SettlementState } from '../api/contract';
import { useWords } from '../i18n';
import styles from './parts.module.css';

const tones: Record<SettlementState, string | undefined> = {
  ESTIMATED: styles.estimated,
  ON_HOLD: styles.held,
  SETTLED: styles.settled,
  VOIDED: styles.voided,
};

/** The state of a settlement; a held one says why: "挂起 · 待报价". */
export function StateTag({ state, hold }: { state: SettlementState; hold?: string | null | undefined }) {
  const { word } = useWords();
  const reason = state === 'ON_HOLD' && hold ? word('hold', hold) : '';
  return (
    <span className={`${styles.tag} ${tones[state]}`}>
      <i aria-hidden="true" />
      {word('state', state)}
      {reason !== '' && <span className={styles.tagReason}>{reason}</span>}
    </span>
  );
}
