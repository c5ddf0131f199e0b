import { Link } from 'react-router';
import type { Finding } from '../../api/contract';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { priceCheckLink } from '../price-check/link';
import styles from './wizard.module.css';

/** A finding is shown with the order that proves it. */
function One({ finding }: { finding: Finding }) {
  const { t, word } = useWords();
  const error = finding.severity === 'ERROR';
  const kind = word('finding', finding.kind);
  return (
    <li className={error ? styles.bad : styles.warn}>
      <Icon name={error ? 'stop' : 'warn'} size={15} />
      <div>
        <p className={styles.findingText}>
          <b>{kind}</b> {finding.message}
        </p>
        {finding.exampleSentence && <p className={styles.findingExample}>{finding.exampleSentence}</p>}
        {finding.example?.facts !== undefined && (
          <Link to={priceCheckLink(finding.example.facts)}>{t('finding.example')}</Link>
        )}
      </div>
    </li>
  );
}

export function findingKey(finding: Finding): string {
  return finding.id ?? `${finding.kind}|${finding.tiers.join(',')}|${finding.message}`;
}

export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) {
    return null;
  }
  const errorsFirst = findings.toSorted(
    (a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'),
  );
  return (
    <ul className={styles.findings}>
      {errorsFirst.map((finding) => (
        <One key={findingKey(finding)} finding={finding} />
      ))}
    </ul>
  );
}
