import type { Conditions } from './bookDocument';
import styles from './books.module.css';
import { describeConditions, type Speech } from './describe';

export function ConditionList({ when, speech }: { when: Conditions | undefined; speech: Speech }) {
  const conditions = describeConditions(when, speech);
  if (conditions.length === 0) {
    return <span className="quiet">{speech.words.t('book.everything')}</span>;
  }
  return (
    <ul className={styles.conditions}>
      {conditions.map(({ key, label, text }) => (
        <li key={key}>
          {label !== '' && <span>{label}</span>}
          {text}
        </li>
      ))}
    </ul>
  );
}
