import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ContractRule } from '../../api/master';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { relationName } from '../../parts/relation';
import { day } from '../../time/format';
import styles from './master.module.css';
import { rulesQuery } from './masterQueries';
import { RecordForm } from './RecordForm';
import { relations, useRelationField } from './relationField';

interface FormProps {
  open: boolean;
  /** The rule that another follows; undefined for a relation without one. */
  rule: ContractRule | undefined;
  onClose: () => void;
}

function RuleForm({ open, rule, onClose }: FormProps) {
  const words = useWords();
  const { t } = words;
  const { zone } = useSession().tenant;
  const relation = useRelationField();
  return (
    <RecordForm
      open={open}
      title={rule === undefined ? t('master.addRule') : relationName(rule.relation, words)}
      kind="contract-rules"
      fields={[
        { ...relation, fixed: rule !== undefined },
        {
          name: 'required',
          label: t('recordField.required'),
          note: t('master.requiredHint'),
          kind: 'choice',
          required: true,
          options: [
            { value: 'true', label: t('master.required.true') },
            { value: 'false', label: t('master.required.false') },
          ],
        },
        {
          name: 'validFrom',
          label: t('master.from'),
          note: t('master.fromHint'),
          kind: 'day',
          required: true,
        },
        {
          name: 'reason',
          label: t('master.reason'),
          note: t('master.reasonHint'),
          kind: 'text',
          required: true,
        },
      ]}
      initial={{
        relation: rule?.relation ?? relations[0],
        required: String(!(rule?.required ?? false)),
        validFrom: day(Date.now(), zone),
      }}
      onClose={onClose}
      onRecorded={onClose}
    />
  );
}

/** Which relations settle under contract only; those who see the whole company change it from a day on. */
export function Rules() {
  const words = useWords();
  const { t } = words;
  const session = useSession();
  const rules = useQuery(rulesQuery);
  const [form, setForm] = useState<{ rule: ContractRule | undefined }>();
  const edits = may(session, 'MASTER_EDIT') && session.scope.kind === 'TENANT';
  return (
    <section className={`panel ${styles.rules}`}>
      <header>
        <h2>{t('master.rules')}</h2>
        {edits && (
          <Button size="small" onClick={() => setForm({ rule: undefined })}>
            {t('master.addRule')}
          </Button>
        )}
      </header>
      {rules.data?.length === 0 && <p className="quiet">{t('master.noRules')}</p>}
      <ul>
        {rules.data?.map((rule) => {
          const from = rule.from ?? t('master.always');
          return (
            <li key={`${rule.relation}${from}`}>
              <b>{relationName(rule.relation, words)}</b>
              <span>{rule.required ? t('master.rule.yes', { from }) : t('master.rule.no', { from })}</span>
              <span className="quiet">
                {rule.by} · {rule.reason}
              </span>
              {edits && (
                <Button size="small" type="link" onClick={() => setForm({ rule })}>
                  {t('master.edit')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <RuleForm open={form !== undefined} rule={form?.rule} onClose={() => setForm(undefined)} />
    </section>
  );
}
