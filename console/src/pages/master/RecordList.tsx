import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { ProblemNote } from '../../parts/ProblemNote';
import styles from './master.module.css';

interface RecordListProps {
  list: UseInfiniteQueryResult<unknown>;
  empty: boolean;
  emptyTitle?: string;
  children: ReactNode;
}

/** A list that is read page by page, or what there is instead of it. */
export function RecordList({ list, empty, emptyTitle, children }: RecordListProps) {
  const { t } = useWords();
  return (
    <>
      {list.isError && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      <section className={`panel ${styles.list}`} aria-busy={list.isFetching}>
        {list.isPending && <Bones rows={8} />}
        {list.isSuccess && empty && (
          <Empty title={emptyTitle ?? t('master.empty')}>
            <p>{t('master.emptyHint')}</p>
          </Empty>
        )}
        {!empty && children}
        {list.hasNextPage && (
          <footer className={styles.end}>
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </footer>
        )}
      </section>
    </>
  );
}
