import type { OrderDetail } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords, type Words } from '../../i18n';
import { clock, monthDay } from '../../time/format';
import styles from './order.module.css';

/** The server tells the kind; what it says beside it is shown when it says more than the kind. */
function happened({ kind, text }: OrderDetail['timeline'][number], { t, word }: Words): string {
  if (kind === 'REVISION' || /^\d+$/.test(text)) {
    return t('order.revisionTaken', { revision: text });
  }
  const known = word('timeline', kind);
  const more = text === '' || text === kind ? '' : text;
  return known === kind ? more || kind : [known, more].filter((piece) => piece !== '').join(' ');
}

/** What happened to the order, newest on top. */
export function Timeline({ order }: { order: OrderDetail }) {
  const words = useWords();
  const { t } = words;
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
              {happened(event, words)}
              {event.by && <small className="quiet"> {event.by}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
