import { useRef } from 'react';
import { Link } from 'react-router';
import type { Board, BoardEvent } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { StateTag } from '../../parts/StateTag';
import { WhyAmount } from '../../parts/why/WhyAmount';
import { clock, elapsed } from '../../time/format';
import { shortPlace } from './place';
import styles from './stream.module.css';

function Row({ event, currency, fresh }: { event: BoardEvent; currency: string; fresh: boolean }) {
  const { t, language } = useWords();
  const { zone } = useSession().tenant;
  const held = event.state === 'ON_HOLD';
  return (
    <li className={`${styles.event} ${fresh ? styles.fresh : ''}`}>
      <time dateTime={event.at} className="num quiet">
        {clock(event.at, zone)}
      </time>
      <Link
        to={`/orders/${encodeURIComponent(event.orderNo)}`}
        title={event.orderNo}
        className={styles.place}
      >
        {event.region === null ? event.orderNo : shortPlace(event.region.path)}
      </Link>
      <span className={styles.tier}>{event.tierName ?? t('common.none')}</span>
      {held || event.state === 'VOIDED' ? (
        <StateTag state={event.state} hold={event.hold} />
      ) : (
        <WhyAmount question={{ orderNo: event.orderNo }} value={event.amount} currency={currency} />
      )}
      <span className={styles.who}>{event.handler ?? event.counterparty}</span>
      <span className="num right quiet">
        {event.elapsedSeconds === null || event.elapsedSeconds === undefined
          ? ''
          : elapsed(event.elapsedSeconds, language)}
      </span>
    </li>
  );
}

/** The stream of orders, newest on top; only rows that arrived while looking light up. */
export function Recent({ board }: { board: Board }) {
  const { t } = useWords();
  const known = useRef(new Set(board.recent.map(({ orderNo, at }) => orderNo + at)));
  return (
    <section className={`panel ${styles.recent}`}>
      <header>
        <h2>{t('board.recent')}</h2>
        <Link to="/orders">
          {t('action.all')} <Icon name="right" size={12} />
        </Link>
      </header>
      {board.recent.length === 0 ? (
        <Empty title={t('board.recentEmpty')} />
      ) : (
        <ol>
          {board.recent.map((event) => (
            <Row
              key={event.orderNo + event.at}
              event={event}
              currency={board.currency}
              fresh={!known.current.has(event.orderNo + event.at)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
