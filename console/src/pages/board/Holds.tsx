import { Link } from 'react-router';
import type { Board } from '../../api/contract';
import { useWords } from '../../i18n';
import { count } from '../../money/format';
import styles from './stream.module.css';

export function Holds({ board }: { board: Board }) {
  const { t, word } = useWords();
  const place = board.region === null ? '' : `&region=${board.region.code}`;
  const waiting = board.holds.filter((hold) => hold.count > 0);
  return (
    <section className={`panel ${styles.holds}`}>
      <h2>{t('board.holds')}</h2>
      {waiting.length === 0 ? (
        <span className="quiet">{t('board.holdsNone')}</span>
      ) : (
        <ul>
          {waiting.map((hold) => (
            <li key={hold.reason}>
              <Link to={`/orders?state=ON_HOLD&hold=${hold.reason}${place}`}>
                {word('hold', hold.reason)} <b className="num">{count(hold.count)}</b>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
