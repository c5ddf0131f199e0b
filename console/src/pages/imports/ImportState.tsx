import { Progress } from 'antd';
import type { ImportRun } from '../../api/contract';
import { useWords } from '../../i18n';
import tags from '../../parts/parts.module.css';
import { fileSize, percentRead } from './files';
import styles from './imports.module.css';

const tones: Record<ImportRun['state'], string | undefined> = {
  RUNNING: tags.estimated,
  DONE: tags.settled,
  FAILED: tags.late,
};

export function ImportState({ run }: { run: ImportRun }) {
  const { t, word } = useWords();
  if (run.state === 'RUNNING') {
    const label = t('imports.progress', { read: fileSize(run.bytesRead), total: fileSize(run.bytes) });
    return (
      <span className={styles.progress}>
        <Progress percent={percentRead(run.bytesRead, run.bytes)} size="small" aria-label={label} />
      </span>
    );
  }
  return (
    <span className={`${tags.tag} ${tones[run.state]}`}>
      <i aria-hidden="true" />
      {word('importState', run.state)}
    </span>
  );
}
