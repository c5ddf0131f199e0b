import { Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../../i18n';
import { type MoreDimension, moreDimensions, type TierInput } from './tierDraft';
import styles from './wizard.module.css';

const offered: Readonly<Record<MoreDimension, { group: string; codes: string[] }>> = {
  partnerType: { group: 'type', codes: ['STANDARD', 'BOUTIQUE', 'VOLUME'] },
  mode: { group: 'mode', codes: ['DIRECT', 'JOINT', 'FRANCHISE'] },
  grade: { group: 'grade', codes: ['A', 'B', 'C'] },
  urgency: { group: 'urgency', codes: ['URGENT', 'NORMAL'] },
  complexity: { group: 'complexity', codes: ['SIMPLE', 'COMPLEX'] },
  stage: { group: 'stage', codes: ['PRE_SALES', 'IN_SALES', 'AFTER_SALES'] },
  warranty: { group: 'warranty', codes: ['IN', 'OUT'] },
  brand: { group: 'brand', codes: [] },
  promotion: { group: 'promotion', codes: [] },
};

/** Closed lists offer their values; in the others any value of the company's own may be typed. */
const closed: readonly MoreDimension[] = ['stage', 'warranty'];

interface MoreConditionsProps {
  input: TierInput;
  change: (next: Partial<TierInput>) => void;
}

function One({ name, input, change }: MoreConditionsProps & { name: MoreDimension }) {
  const { t, word } = useWords();
  const id = useId();
  const { group, codes } = offered[name];
  return (
    <div>
      <label htmlFor={id}>{word('dim', name)}</label>
      <Select
        id={id}
        mode={closed.includes(name) ? 'multiple' : 'tags'}
        allowClear
        placeholder={t('tier.any')}
        value={input.more[name]}
        onChange={(values: string[]) => change({ more: { ...input.more, [name]: values } })}
        options={codes.map((code) => ({ value: code, label: word(group, code).replace(`${group}.`, '') }))}
      />
    </div>
  );
}

export function MoreConditions(props: MoreConditionsProps) {
  return (
    <div className={styles.moreGrid}>
      {moreDimensions.map((name) => (
        <One key={name} name={name} {...props} />
      ))}
    </div>
  );
}
