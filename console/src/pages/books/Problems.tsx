import type { BookProblem } from '../../api/contract';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import styles from './wizard.module.css';

interface ProblemsProps {
  problems: BookProblem[];
  onLine?: (line: number) => void;
}

/** Mistakes in the text of a book, each with its place and what to write instead. */
export function Problems({ problems, onLine }: ProblemsProps) {
  const { t } = useWords();
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => {
        const place =
          problem.line === null || problem.line === undefined
            ? ''
            : t('edit.problemAt', { line: problem.line, column: problem.column ?? 1 });
        return (
          <li key={`${problem.line}:${problem.column}:${problem.message}`}>
            <Icon name="stop" size={14} />
            <div>
              {place !== '' && (
                <button
                  type="button"
                  className="bare"
                  disabled={onLine === undefined}
                  onClick={() => onLine?.(problem.line ?? 1)}
                >
                  {place}
                </button>
              )}
              <p>{problem.message}</p>
              {problem.allowed && <p className="quiet">{t('edit.allowed', { allowed: problem.allowed })}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
