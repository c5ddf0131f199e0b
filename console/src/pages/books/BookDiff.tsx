import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { BookEntry } from '../../api/contract';
import { Missing } from '../../app/Fallback';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { bookDifference, type Difference } from './bookDifference';
import type { BookDocument } from './bookDocument';
import { bookVersionQuery, newestFirst, useBookEntry } from './bookQueries';
import styles from './books.module.css';
import { useSpeech } from './useSpeech';
import { VersionSelect } from './VersionSelect';

function One({ difference }: { difference: Difference }) {
  const { t } = useWords();
  return (
    <li data-change={difference.change}>
      <header>
        <span className={styles.changeMark}>{t(`diff.${difference.change}`)}</span>
        <b>{difference.name}</b>
        <span className="quiet">{t(`diff.kind.${difference.kind}`)}</span>
      </header>
      <dl>
        {difference.fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`diff.field.${field}`)}</dt>
            {difference.change !== 'added' && <dd>{before === null ? '—' : <del>{before}</del>}</dd>}
            {difference.change !== 'removed' && <dd>{after === null ? '—' : <ins>{after}</ins>}</dd>}
          </div>
        ))}
      </dl>
    </li>
  );
}

function Differences({ before, after }: { before: BookDocument; after: BookDocument }) {
  const { t } = useWords();
  const regions = { ...after, tiers: [...(before.tiers ?? []), ...(after.tiers ?? [])] };
  const speech = useSpeech({ ...regions, groups: { ...before.groups, ...after.groups } });
  const differences = bookDifference(before, after, speech);
  return differences.length === 0 ? (
    <Empty title={t('diff.same')} />
  ) : (
    <ul className={styles.differences}>
      {differences.map((difference) => (
        <One key={difference.kind + difference.id} difference={difference} />
      ))}
    </ul>
  );
}

function Compared({ entry, from, to }: { entry: BookEntry; from: number; to: number }) {
  const before = useQuery(bookVersionQuery(entry.id, from));
  const after = useQuery(bookVersionQuery(entry.id, to));
  const failed = before.isError ? before : after.isError ? after : undefined;
  if (failed !== undefined) {
    return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  return before.data === undefined || after.data === undefined ? (
    <Bones rows={8} />
  ) : (
    <Differences before={before.data} after={after.data} />
  );
}

/** What changed between two versions, in words. */
export function BookDiff() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const [state, put] = useQueryState(['from', 'to'] as const);
  const { books, entry } = useBookEntry(id);
  if (books.isPending) {
    return <Bones rows={10} />;
  }
  if (entry === undefined) {
    return <Missing />;
  }
  const versions = newestFirst(entry.versions).map(({ version }) => version);
  const to = versions.find((version) => String(version) === state.to) ?? versions[0];
  const from =
    versions.find((version) => String(version) === state.from) ??
    versions.find((each) => each < (to ?? 0)) ??
    versions.at(-1);
  return (
    <div className={pageStyles.page}>
      <PageHeader back={`/books/${encodeURIComponent(id)}`} title={t('diff.title')} note={entry.name}>
        {from !== undefined && to !== undefined && (
          <>
            <VersionSelect
              entry={entry}
              label={t('diff.from')}
              value={from}
              onChange={(next) => put({ from: String(next) })}
            />
            <span aria-hidden="true">→</span>
            <VersionSelect
              entry={entry}
              label={t('diff.to')}
              value={to}
              onChange={(next) => put({ to: String(next) })}
            />
          </>
        )}
      </PageHeader>
      <section className="panel">
        {versions.length < 2 || from === undefined || to === undefined ? (
          <Empty title={t('diff.oneVersion')} />
        ) : (
          <Compared entry={entry} from={from} to={to} />
        )}
      </section>
    </div>
  );
}
