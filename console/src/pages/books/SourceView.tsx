import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { ProblemNote } from '../../parts/ProblemNote';
import { bookSourceQuery } from './bookQueries';
import styles from './books.module.css';

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function SourceView({ id, version }: { id: string; version: number }) {
  const { t } = useWords();
  const source = useQuery(bookSourceQuery(id, version));
  if (source.isError) {
    return <ProblemNote error={source.error} onRetry={() => void source.refetch()} />;
  }
  if (source.data === undefined) {
    return <Bones rows={10} />;
  }
  return (
    <div className={styles.source}>
      <Button size="small" onClick={() => save(`${id}-v${version}.yaml`, source.data)}>
        {t('book.download')}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <pre tabIndex={0}>{source.data}</pre>
    </div>
  );
}
