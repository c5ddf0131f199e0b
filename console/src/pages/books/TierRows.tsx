import { useQuery } from '@tanstack/react-query';
import { DatePicker, Input, Segmented, Select, Switch, TreeSelect } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId, useState } from 'react';
import { servicesQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { treeOf } from '../../parts/ServiceSelect';
import type { BookDocument } from './bookDocument';
import { MoreConditions } from './MoreConditions';
import { PriceFields } from './PriceFields';
import { RegionTags } from './RegionTags';
import type { ChargeKind, DurationInput, DurationUnit, TierInput } from './tierDraft';
import styles from './wizard.module.css';

export interface RowProps {
  input: TierInput;
  book: BookDocument;
  change: (next: Partial<TierInput>) => void;
}

function Row({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className={styles.row} aria-labelledby={id}>
      <h2 id={id}>
        <span aria-hidden="true">{number}</span>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
}

export function ServiceRow({ input, book, change }: RowProps) {
  const { t, word } = useWords();
  const services = useQuery(servicesQuery);
  const categories = Object.entries(book.categories ?? {});
  return (
    <Row number={1} title={t('tier.row1')}>
      <TreeSelect
        multiple
        treeDefaultExpandAll
        treeNodeLabelProp="value"
        allowClear
        className={styles.grow}
        aria-label={t('tier.services')}
        placeholder={t('tier.allServices')}
        value={input.services}
        onChange={(chosen: string[]) => change({ services: chosen })}
        showSearch={{ treeNodeFilterProp: 'title' }}
        treeData={treeOf(services.data ?? [])}
      />
      {categories.length > 1 && (
        <Select
          className={styles.medium}
          aria-label={t('tier.category')}
          value={input.category}
          onChange={(category) => change({ category })}
          options={categories.map(([id, { name }]) => ({ value: id, label: name ?? word('category', id) }))}
        />
      )}
    </Row>
  );
}

export function PriceRow({ input, book, change }: RowProps) {
  const { t } = useWords();
  return (
    <Row number={2} title={t('tier.row2')}>
      <Segmented<ChargeKind>
        aria-label={t('tier.kind')}
        value={input.kind}
        onChange={(kind) => change({ kind })}
        options={[
          { value: 'flat', label: t('tier.flat') },
          { value: 'steps', label: t('tier.steps') },
          { value: 'distance', label: t('tier.distance') },
          { value: 'quote', label: t('tier.quote') },
        ]}
      />
      <PriceFields input={input} book={book} change={change} />
    </Row>
  );
}

export function WhereRow({ input, book, change }: RowProps) {
  const { t, word } = useWords();
  const [more, setMore] = useState(false);
  return (
    <Row number={3} title={t('tier.row3')}>
      <RegionTags
        groups={Object.keys(book.groups ?? {})}
        value={input.regions}
        onChange={(regions) => change({ regions })}
      />
      <Select
        mode="tags"
        allowClear
        className={styles.medium}
        aria-label={t('tier.classes')}
        placeholder={t('tier.allClasses')}
        value={input.classes}
        onChange={(classes: string[]) => change({ classes })}
        options={['MEMBER', 'VIP', 'KEY_ACCOUNT'].map((code) => ({
          value: code,
          label: word('class', code),
        }))}
      />
      <button
        type="button"
        className={`bare ${styles.moreButton}`}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        <Icon name={more ? 'down' : 'right'} size={13} />
        {more ? t('tier.fewer') : t('tier.more')}
      </button>
      {more && <MoreConditions input={input} change={change} />}
    </Row>
  );
}

interface DurationProps {
  label: string;
  value: DurationInput;
  onChange: (value: DurationInput) => void;
}

function Duration({ label, value, onChange }: DurationProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <span className={styles.pair}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="numeric"
        className={styles.small}
        placeholder="—"
        value={value.count}
        onChange={(event) => onChange({ ...value, count: event.target.value })}
      />
      <Select<DurationUnit>
        className={styles.unit}
        aria-label={`${label} ${t('charge.unit')}`}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        options={[
          { value: 'min', label: t('tier.minutes') },
          { value: 'h', label: t('tier.hours') },
          { value: 'd', label: t('tier.days') },
        ]}
      />
    </span>
  );
}

export function PromiseRow({ input, change }: RowProps) {
  const { t } = useWords();
  return (
    <Row number={4} title={t('tier.row4')}>
      <Duration label={t('tier.respond')} value={input.respond} onChange={(respond) => change({ respond })} />
      <Duration label={t('tier.finish')} value={input.finish} onChange={(finish) => change({ finish })} />
    </Row>
  );
}

interface NameRowProps extends RowProps {
  validFrom: string;
  onValidFrom: (date: string) => void;
}

export function NameRow({ input, change, validFrom, onValidFrom }: NameRowProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <Row number={5} title={t('tier.row5')}>
      <Input
        className={styles.grow}
        aria-label={t('tier.name')}
        placeholder={t('tier.nameHint')}
        maxLength={60}
        value={input.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <span className={styles.pair}>
        <label htmlFor={`${id}p`} title={t('tier.priorityHint')}>
          {t('tier.priority')}
        </label>
        <Input
          id={`${id}p`}
          inputMode="numeric"
          className={styles.small}
          value={input.priority}
          onChange={(event) => change({ priority: event.target.value })}
        />
      </span>
      <span className={styles.pair}>
        <label htmlFor={`${id}d`}>{t('tier.validFrom')}</label>
        <DatePicker
          id={`${id}d`}
          allowClear={false}
          className={styles.date}
          value={dayjs(validFrom)}
          onChange={(date) => date && onValidFrom(date.format('YYYY-MM-DD'))}
        />
      </span>
      <span className={styles.pair}>
        <label htmlFor={`${id}f`} title={t('tier.mayBeForcedHint')}>
          {t('tier.mayBeForced')}
        </label>
        <Switch
          id={`${id}f`}
          size="small"
          checked={input.mayBeForced}
          onChange={(mayBeForced) => change({ mayBeForced })}
        />
      </span>
    </Row>
  );
}
