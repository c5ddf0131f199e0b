import { Button } from 'antd';
import { asProblem } from '../api/problem';
import { useWords } from '../i18n';
import { Icon } from './Icon';
import styles from './parts.module.css';

/** A refusal as the server states it: what failed, in which field, the value, and what is allowed. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, word } = useWords();
  const problem = asProblem(error);
  const { document } = problem;
  const known = word('problem', problem.code);
  const detail = document.detail ?? document.title;
  const text = known === problem.code ? detail : known;
  const rows = [
    [t('problem.field'), document.field],
    [t('problem.value'), document.value === undefined ? undefined : `“${document.value}”`],
    [t('problem.allowed'), document.allowed],
    [t('problem.at'), document.at],
  ] as const;
  return (
    <div role="alert" className={styles.problem}>
      <Icon name="stop" size={18} />
      <div>
        <p>{text}</p>
        {text !== detail && problem.status !== 0 && <p className={styles.problemEach}>{detail}</p>}
        <dl>
          {rows.map(([label, value]) =>
            value === undefined || value === null ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="mono">{String(value)}</dd>
              </div>
            ),
          )}
        </dl>
        {document.errors?.map((each) => (
          <p key={`${each.field}${each.message}`} className={styles.problemEach}>
            {[each.field, each.message].filter(Boolean).join(' · ')}
          </p>
        ))}
        {onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
