import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { BookEntry } from '../../api/contract';
import { useSession } from '../../api/queries';
import { Missing } from '../../app/Fallback';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { day, daysBefore } from '../../time/format';
import type { BookDocument } from './bookDocument';
import { bookVersionQuery, newestFirst, useBookEntry } from './bookQueries';
import { PublishBar } from './PublishBar';
import { TierOutcome } from './TierOutcome';
import { NameRow, PriceRow, PromiseRow, ServiceRow, WhereRow } from './TierRows';
import { draftOf, emptyTier, type TierInput } from './tierDraft';
import { useTierDraft } from './useTierDraft';
import styles from './wizard.module.css';

const priorityStep = 10;

/** A tier made now should win over what is there, until the person says otherwise. */
function firstPriority(book: BookDocument): number {
  const highest = Math.max(0, ...(book.tiers ?? []).map(({ priority }) => priority));
  return Math.floor(highest / priorityStep) * priorityStep + priorityStep;
}

function Wizard({ entry, baseVersion, book }: { entry: BookEntry; baseVersion: number; book: BookDocument }) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const first = Object.keys(book.categories ?? {})[0] ?? 'labour';
  const [input, setInput] = useState<TierInput>(() => emptyTier(first, firstPriority(book)));
  const [validFrom, setValidFrom] = useState(() => daysBefore(day(Date.now(), zone), -1));
  const drafted = draftOf(input, new Set((book.tiers ?? []).map(({ tier }) => tier)));
  const tier = 'tier' in drafted ? drafted.tier : undefined;
  const draft = useTierDraft(entry.id, tier, baseVersion);
  const rows = { input, book, change: (next: Partial<TierInput>) => setInput({ ...input, ...next }) };
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back={`/books/${encodeURIComponent(entry.id)}`}
        title={t('tier.title')}
        note={`${entry.name} · ${t('edit.base', { version: baseVersion })}`}
      />
      <div className={styles.columns}>
        <section className={`panel ${styles.rows}`}>
          <ServiceRow {...rows} />
          <PriceRow {...rows} />
          <WhereRow {...rows} />
          <PromiseRow {...rows} />
          <NameRow {...rows} validFrom={validFrom} onValidFrom={setValidFrom} />
        </section>
        <div className={styles.side}>
          <TierOutcome
            draft={draft}
            currency={entry.currency}
            missing={'missing' in drafted ? drafted.missing : []}
          />
          <PublishBar
            bookId={entry.id}
            baseVersion={baseVersion}
            content={tier === undefined ? undefined : { tier, baseVersion }}
            validFrom={validFrom}
            findings={draft.data?.findings ?? []}
            ready={
              tier !== undefined &&
              draft.isSuccess &&
              !draft.isPlaceholderData &&
              draft.data.problems.length === 0
            }
          />
        </div>
      </div>
    </div>
  );
}

/** "New tier": five rows on one screen, and beside them all the time what it would do. */
export function NewTier() {
  const { id = '' } = useParams();
  const { books, entry } = useBookEntry(id);
  const newest = entry === undefined ? undefined : newestFirst(entry.versions)[0];
  const book = useQuery({
    ...bookVersionQuery(id, newest?.version ?? 0),
    enabled: newest !== undefined,
  });
  const failed = books.isError ? books : book.isError ? book : undefined;
  if (failed !== undefined) {
    return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (books.isSuccess && newest === undefined) {
    return <Missing />;
  }
  return entry === undefined || newest === undefined || book.data === undefined ? (
    <Bones rows={12} />
  ) : (
    <Wizard entry={entry} baseVersion={newest.version} book={book.data} />
  );
}
