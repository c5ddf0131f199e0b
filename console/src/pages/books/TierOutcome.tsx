import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Impact, TierDraft } from '../../api/contract';
import { useWords } from '../../i18n';
import { count, signedMoney } from '../../money/format';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Icon } from '../../parts/Icon';
import { ProblemNote } from '../../parts/ProblemNote';
import { useRegionName } from '../../parts/regions';
import { priceCheckLink } from '../price-check/link';
import { Findings } from './Findings';
import { Problems } from './Problems';
import type { Missing } from './tierDraft';
import styles from './wizard.module.css';

function RegionName({ code, name }: { code: string; name: string | undefined }) {
  const found = useRegionName(name === undefined ? code : undefined);
  return <span>{name ?? found}</span>;
}

function ImpactView({ impact, currency }: { impact: Impact; currency: string }) {
  const { t } = useWords();
  if (impact.orders === 0) {
    return <p className={styles.impact}>{t('tier.impactNone', { days: impact.days })}</p>;
  }
  return (
    <div className={styles.impact}>
      <p>{t('tier.impact', { days: impact.days, orders: count(impact.orders) })}</p>
      <p className={styles.difference}>
        {t('tier.impactDifference', { difference: signedMoney(impact.difference, currency) })}
      </p>
      <ul>
        {impact.byRegion.slice(0, 6).map((each) => (
          <li key={each.region}>
            <RegionName code={each.region} name={each.name} />
            <Amount value={each.difference} currency={currency} signed />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verdict({ draft }: { draft: TierDraft }) {
  const { t } = useWords();
  const conflicts = draft.findings.filter(
    ({ severity, acceptable }) => severity === 'ERROR' && !acceptable,
  ).length;
  const gaps = draft.findings.filter(({ acceptable }) => acceptable).length;
  return (
    <ul className={styles.verdict}>
      <li className={conflicts === 0 ? styles.good : styles.bad}>
        <Icon name={conflicts === 0 ? 'tick' : 'stop'} size={15} />
        {conflicts === 0 ? t('tier.noConflict') : t('tier.conflicts', { count: conflicts })}
      </li>
      <li className={gaps === 0 ? styles.good : styles.warn}>
        <Icon name={gaps === 0 ? 'tick' : 'warn'} size={15} />
        {gaps === 0 ? t('tier.noGaps') : t('tier.gaps', { count: gaps })}
      </li>
    </ul>
  );
}

function Outcome({ draft, currency }: { draft: TierDraft; currency: string }) {
  const { t } = useWords();
  return (
    <>
      {draft.impact !== null && <ImpactView impact={draft.impact} currency={currency} />}
      {draft.problems.length > 0 ? <Problems problems={draft.problems} /> : <Verdict draft={draft} />}
      <Findings findings={draft.findings} />
      {draft.example !== null && (
        <p className={styles.example}>
          <span>{t('tier.example')}</span>
          <Link to={priceCheckLink(draft.example.facts)}>{draft.example.sentence}</Link>
          <Icon name="right" size={12} />
          <Amount value={draft.example.amount} currency={currency} strong />
        </p>
      )}
      <details className={styles.yaml}>
        <summary>{t('tier.yaml')}</summary>
        <pre>{draft.yaml}</pre>
      </details>
    </>
  );
}

interface TierOutcomeProps {
  draft: UseQueryResult<TierDraft>;
  currency: string;
  missing: Missing[];
}

/** The right side of the wizard: effect on past orders, proof, an example. */
export function TierOutcome({ draft, currency, missing }: TierOutcomeProps) {
  const { t } = useWords();
  const complete = missing.length === 0;
  return (
    <section className={`panel ${styles.outcome}`} aria-live="polite" aria-busy={draft.isFetching}>
      {!complete && (
        <div className={styles.missing}>
          <p>{t('tier.startHint')}</p>
          <ul>
            {missing.map((each) => (
              <li key={each}>{t(`tier.missing.${each}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {complete && draft.isError && <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />}
      {complete && draft.data === undefined && !draft.isError && <Bones rows={6} />}
      {complete && draft.data !== undefined && !draft.isError && (
        <div className={draft.isPlaceholderData ? styles.stale : ''}>
          <Outcome draft={draft.data} currency={currency} />
        </div>
      )}
    </section>
  );
}
