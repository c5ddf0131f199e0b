import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { BookEntry } from '../../api/contract';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { relationName } from '../../parts/relation';
import { booksQuery, currentOf } from './bookQueries';
import styles from './books.module.css';
import { VersionLine } from './VersionLine';

function Row({ book }: { book: BookEntry }) {
  const words = useWords();
  const { t } = words;
  const current = currentOf(book);
  return (
    <li>
      <Link to={`/books/${encodeURIComponent(book.id)}`} className={styles.book}>
        <span>
          <b>{book.name}</b>
          <small className="mono">{book.id}</small>
        </span>
        <span>{relationName(book.relation, words)}</span>
        <span className={styles.bookVersion}>
          {current === undefined ? t('books.noCurrent') : t('books.current', { version: current.version })}
          <small>{t('books.versions', { count: book.versions.length })}</small>
        </span>
        <VersionLine small versions={book.versions} />
      </Link>
    </li>
  );
}

export function Books() {
  const { t } = useWords();
  const books = useQuery(booksQuery);
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t('books.title')} note={t('books.note')} />
      {books.isError && <ProblemNote error={books.error} onRetry={() => void books.refetch()} />}
      <section className="panel">
        {books.isPending && <Bones rows={5} />}
        {books.data?.length === 0 && (
          <Empty title={t('books.empty')}>
            <p>{t('books.emptyHint')}</p>
          </Empty>
        )}
        <ul className={styles.books}>
          {books.data?.map((book) => (
            <Row key={book.id} book={book} />
          ))}
        </ul>
      </section>
    </div>
  );
}
