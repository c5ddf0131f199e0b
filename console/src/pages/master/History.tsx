import type { RecordVersion } from '../../api/master';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { shortMoment } from '../../time/format';
import { historyOf } from './history';
import styles from './master.module.css';

/** What was said of a record from which day on, the latest record on top. */
export function History<Content extends object>({ versions }: { versions: RecordVersion<Content>[] }) {
  const { t, word } = useWords();
  const { zone } = useSession().tenant;
  const span = ({ from, until }: RecordVersion<Content>) => {
    const since = from ?? t('master.always');
    return until ? t('master.span', { from: since, until }) : t('master.since', { from: since });
  };
  const show = (field: string, value: string | null | undefined) =>
    value === null || value === undefined ? '—' : word(field, value);
  return (
    <section className="panel">
      <header>
        <h2>{t('master.history')}</h2>
      </header>
      <ol className={styles.history}>
        {historyOf(versions).map(({ version, changes }) => (
          <li key={version.number} data-counts={version.counts}>
            <p>
              <b className="num">{span(version)}</b>
              {!version.counts && <span className={styles.replaced}>{t('master.replaced')}</span>}
            </p>
            <ul>
              {version.number === 1 && <li>{t('master.first')}</li>}
              {changes.map(({ field, before, after }) => (
                <li key={field}>
                  {word('recordField', field)}{' '}
                  {version.number > 1 && <span className="quiet">{show(field, before)} → </span>}
                  {show(field, after)}
                </li>
              ))}
            </ul>
            <p className="quiet">
              {version.reason !== '' && `${version.reason} · `}
              {version.by} <span className="num">{shortMoment(version.recordedAt, zone)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
