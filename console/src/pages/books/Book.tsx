import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { Link, useParams } from 'react-router';
import type { BookEntry, BookVersion } from '../../api/contract';
import { useSession } from '../../api/queries';
import { Missing } from '../../app/Fallback';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Icon } from '../../parts/Icon';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { relationName } from '../../parts/relation';
import type { BookDocument } from './bookDocument';
import { bookVersionQuery, currentOf, useBookEntry } from './bookQueries';
import styles from './books.module.css';
import { ModifierTable } from './ModifierTable';
import { PriceLists } from './PriceLists';
import { SourceView } from './SourceView';
import { TierTable } from './TierTable';
import { useSpeech } from './useSpeech';
import { VersionLine } from './VersionLine';
import { VersionSelect } from './VersionSelect';

type View = 'tiers' | 'modifiers' | 'lists' | 'source';
const views: readonly View[] = ['tiers', 'modifiers', 'lists', 'source'];

function Actions({ entry, version }: { entry: BookEntry; version: number }) {
  const { t } = useWords();
  const session = useSession();
  const base = `/books/${encodeURIComponent(entry.id)}`;
  return (
    <>
      {entry.versions.length > 1 && (
        <Link to={`${base}/diff?to=${version}`}>
          <Button tabIndex={-1} icon={<Icon name="diff" size={14} />}>
            {t('book.diff')}
          </Button>
        </Link>
      )}
      {may(session, 'BOOK_PUBLISH') && (
        <>
          <Link to={`${base}/edit?version=${version}`}>
            <Button tabIndex={-1}>{t('book.edit')}</Button>
          </Link>
          <Link to={`${base}/new-tier`}>
            <Button tabIndex={-1} type="primary" icon={<Icon name="plus" size={14} />}>
              {t('book.newTier')}
            </Button>
          </Link>
        </>
      )}
    </>
  );
}

interface ReadingProps {
  id: string;
  version: number;
  book: BookDocument;
  view: View;
  onView: (view: View) => void;
}

function Reading({ id, version, book, view, onView }: ReadingProps) {
  const { t } = useWords();
  const speech = useSpeech(book);
  const panes: Record<View, React.ReactNode> = {
    tiers: <TierTable book={book} speech={speech} />,
    modifiers: <ModifierTable book={book} speech={speech} />,
    lists: <PriceLists book={book} />,
    source: <SourceView id={id} version={version} />,
  };
  const labels: Record<View, string> = {
    tiers: t('book.tiers'),
    modifiers: t('book.modifiers'),
    lists: t('book.priceLists'),
    source: t('book.source'),
  };
  return (
    <section className="panel">
      <Tabs
        className={styles.tabs}
        activeKey={view}
        onChange={(key) => onView(key as View)}
        items={views.map((key) => ({ key, label: labels[key], children: key === view ? panes[key] : null }))}
      />
    </section>
  );
}

function Version({ entry, version }: { entry: BookEntry; version: BookVersion }) {
  const { t } = useWords();
  const [state, put] = useQueryState(['view', 'version'] as const);
  const book = useQuery(bookVersionQuery(entry.id, version.version));
  const view = views.find((each) => each === state.view) ?? 'tiers';
  return (
    <>
      <section className={`panel ${styles.linePanel}`}>
        <VersionSelect
          entry={entry}
          label={t('books.choose')}
          value={version.version}
          onChange={(picked) => put({ version: String(picked) })}
        />
        <VersionLine
          versions={entry.versions}
          chosen={version.version}
          onPick={(picked) => put({ version: String(picked) })}
        />
      </section>
      {book.isError && <ProblemNote error={book.error} onRetry={() => void book.refetch()} />}
      {book.isPending && (
        <section className="panel">
          <Bones rows={10} />
        </section>
      )}
      {book.data !== undefined && (
        <Reading
          id={entry.id}
          version={version.version}
          book={book.data}
          view={view}
          onView={(next) => put({ view: next === 'tiers' ? undefined : next })}
        />
      )}
    </>
  );
}

/** One book: its versions over time and the chosen version to read. */
export function Book() {
  const words = useWords();
  const { t, word } = words;
  const { id = '' } = useParams();
  const [state] = useQueryState(['version'] as const);
  const { books, entry } = useBookEntry(id);
  if (books.isError) {
    return <ProblemNote error={books.error} onRetry={() => void books.refetch()} />;
  }
  if (books.isPending) {
    return <Bones rows={12} />;
  }
  const version =
    entry?.versions.find((each) => String(each.version) === state.version) ?? (entry && currentOf(entry));
  if (entry === undefined || version === undefined) {
    return <Missing />;
  }
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back="/books"
        title={entry.name}
        note={`${relationName(entry.relation, words)} · ${t('books.version', { version: version.version })} ${word('versionState', version.state)}`}
      >
        <Actions entry={entry} version={version.version} />
      </PageHeader>
      <Version entry={entry} version={version} />
    </div>
  );
}
