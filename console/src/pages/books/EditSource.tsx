import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DatePicker, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import dayjs from 'dayjs';
import { useId, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { BookCheck, BookEntry } from '../../api/contract';
import { change } from '../../api/http';
import { useSession } from '../../api/queries';
import { Missing } from '../../app/Fallback';
import { useQueryState } from '../../app/useQueryState';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { day, daysBefore } from '../../time/format';
import { bookSourceQuery, newestFirst, useBookEntry } from './bookQueries';
import { Findings } from './Findings';
import { Problems } from './Problems';
import { PublishBar } from './PublishBar';
import { lineStart } from './sourceText';
import styles from './wizard.module.css';

const typingMs = 500;

function useBookCheck(source: string, original: string) {
  const asked = useSettled(source, typingMs);
  const { language } = useWords();
  return useQuery({
    queryKey: ['books', 'check', asked, language],
    queryFn: ({ signal }) =>
      change<BookCheck>('POST', '/books/check', asked, {
        contentType: 'application/yaml',
        query: { lang: language },
        signal,
      }),
    enabled: asked !== original && asked.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

interface CheckedProps {
  check: ReturnType<typeof useBookCheck>;
  changed: boolean;
  onLine: (line: number) => void;
}

function Checked({ check, changed, onLine }: CheckedProps) {
  const { t } = useWords();
  const { data } = check;
  if (!changed) {
    return <Empty title={t('edit.checkFirst')} />;
  }
  if (check.isError) {
    return <ProblemNote error={check.error} onRetry={() => void check.refetch()} />;
  }
  if (data === undefined) {
    return <Bones rows={5} />;
  }
  return (
    <div className={check.isPlaceholderData ? styles.stale : ''}>
      {data.ok && (
        <p className={`${styles.verdict} ${styles.good}`}>
          <Icon name="tick" size={15} />
          {t('edit.ok')}
        </p>
      )}
      {data.problems.length > 0 && (
        <>
          <p className={`${styles.verdict} ${styles.bad}`}>
            {t('edit.problems', { count: data.problems.length })}
          </p>
          <Problems problems={data.problems} onLine={onLine} />
        </>
      )}
      <Findings findings={data.findings} />
    </div>
  );
}

function Editor({
  entry,
  baseVersion,
  original,
}: {
  entry: BookEntry;
  baseVersion: number;
  original: string;
}) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const id = useId();
  const area = useRef<TextAreaRef>(null);
  const [source, setSource] = useState(original);
  const [validFrom, setValidFrom] = useState(() => daysBefore(day(Date.now(), zone), -1));
  const check = useBookCheck(source, original);
  const changed = source !== original;
  const settled = check.isSuccess && !check.isPlaceholderData && !check.isFetching;
  const goTo = (line: number) => {
    const text = area.current?.resizableTextArea?.textArea;
    const at = lineStart(source, line);
    text?.focus();
    text?.setSelectionRange(at, at);
  };
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back={`/books/${encodeURIComponent(entry.id)}`}
        title={t('edit.title')}
        note={`${entry.name} · ${changed ? t('edit.base', { version: baseVersion }) : t('edit.unchanged', { version: baseVersion })}`}
      />
      <div className={styles.columns}>
        <section className={`panel ${styles.editor}`}>
          <label htmlFor={id}>{t('edit.source')}</label>
          <Input.TextArea
            id={id}
            ref={area}
            className="mono"
            spellCheck={false}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </section>
        <div className={styles.side}>
          <section className={`panel ${styles.outcome}`} aria-live="polite">
            <h2>{t('edit.findings')}</h2>
            <Checked check={check} changed={changed} onLine={goTo} />
          </section>
          <PublishBar
            bookId={entry.id}
            baseVersion={baseVersion}
            content={{ source }}
            validFrom={validFrom}
            findings={check.data?.findings ?? []}
            ready={changed && settled && check.data.problems.length === 0}
          >
            <label htmlFor={`${id}d`}>{t('tier.validFrom')}</label>
            <DatePicker
              id={`${id}d`}
              allowClear={false}
              value={dayjs(validFrom)}
              onChange={(date) => date && setValidFrom(date.format('YYYY-MM-DD'))}
            />
          </PublishBar>
        </div>
      </div>
    </div>
  );
}

/** The text of a book, checked while it is typed, published as a new version. */
export function EditSource() {
  const { id = '' } = useParams();
  const [state] = useQueryState(['version'] as const);
  const { books, entry } = useBookEntry(id);
  const newest = entry === undefined ? undefined : newestFirst(entry.versions)[0];
  const from = entry?.versions.find(({ version }) => String(version) === state.version) ?? newest;
  const source = useQuery({ ...bookSourceQuery(id, from?.version ?? 0), enabled: from !== undefined });
  const failed = books.isError ? books : source.isError ? source : undefined;
  if (failed !== undefined) {
    return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (books.isSuccess && newest === undefined) {
    return <Missing />;
  }
  return entry === undefined || newest === undefined || source.data === undefined ? (
    <Bones rows={12} />
  ) : (
    <Editor key={from?.version} entry={entry} baseVersion={newest.version} original={source.data} />
  );
}
