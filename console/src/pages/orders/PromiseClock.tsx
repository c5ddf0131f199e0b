import type { OrderDetail } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import tags from '../../parts/parts.module.css';
import { duration, shortMoment } from '../../time/format';
import styles from './order.module.css';

export function PromiseClock({ order }: { order: OrderDetail }) {
  const { t, language } = useWords();
  const { zone } = useSession().tenant;
  const { promise } = order;
  if (promise === null) {
    return null;
  }
  const tone = promise.kept === null ? tags.estimated : promise.kept ? tags.settled : tags.late;
  const unknown = order.status === 'OPEN' ? t('order.running') : t('order.unknown');
  const word = promise.kept === null ? unknown : promise.kept ? t('order.kept') : t('order.broken');
  const rows = [
    [t('order.respond'), promise.respondWithin, promise.respondDue, promise.respondTook, promise.respond],
    [t('order.finish'), promise.finishWithin, promise.finishDue, promise.finishTook, promise.finish],
  ] as const;
  const outcome = (due?: string | null, took?: string | null) =>
    took
      ? t('order.took', { time: duration(took, language) })
      : due
        ? t('order.due', { time: shortMoment(due, zone) })
        : '';
  return (
    <section className="panel">
      <header>
        <h2>{t('order.promise')}</h2>
        <span className={`${tags.tag} ${tone}`}>
          <i aria-hidden="true" />
          {word}
        </span>
      </header>
      <dl className={styles.promise}>
        {rows.map(([label, within, due, took, state]) =>
          within ? (
            <div key={label}>
              <dt>
                <Icon name="clock" size={14} /> {label}
              </dt>
              <dd>{duration(within, language)}</dd>
              <dd className={state === 'BROKEN' ? `num ${styles.broken}` : 'num quiet'}>
                {outcome(due, took)}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
