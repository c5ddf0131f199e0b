import type { OrderDetail } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { clock, monthDay } from '../../time/format';
import styles from './order.module.css';

/** What happened to the order in the server's words, newest on top. */
export function Timeline({ order }: { order: OrderDetail }) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const events = order.timeline.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="panel">
      <header>
        <h2>{t('order.timeline')}</h2>
      </header>
      <ol className={styles.timeline}>
        {events.map((event) => (
          <li key={event.at + event.kind + event.text} data-kind={event.kind}>
            <time dateTime={event.at} className="num quiet">
              {monthDay(event.at, zone)} {clock(event.at, zone)}
            </time>
            <span>
              {event.text}
              {event.by && <small className="quiet"> {event.by}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
