import { percentOf, sign } from '../../money/decimal';
import styles from './lists.module.css';

/** How large a part is of the largest, as a thin bar; the figure stands beside it. */
export function Bar({ part, whole }: { part: string; whole: string }) {
  const width = sign(part) > 0 ? `${percentOf(part, whole) ?? '0'}%` : '0';
  return (
    <span className={styles.bar} aria-hidden="true">
      <i style={{ width }} />
    </span>
  );
}
