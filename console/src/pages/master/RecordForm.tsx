import { App, Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import type { RecordKind } from '../../api/master';
import { useWords } from '../../i18n';
import { Field } from '../../parts/facts/Field';
import { ProblemNote } from '../../parts/ProblemNote';
import styles from './master.module.css';
import { useRecording } from './masterQueries';
import { RegionsSelect } from './RegionsSelect';

export interface RecordField {
  name: string;
  label: string;
  note?: string;
  kind: 'text' | 'choice' | 'day' | 'regions' | 'texts';
  required?: boolean;
  /** Cannot be changed once it is recorded. */
  fixed?: boolean;
  options?: { value: string; label: string }[];
}

export type RecordRow = Record<string, string | string[] | undefined>;

interface InputProps {
  id: string;
  field: RecordField;
  value: string | string[] | undefined;
  onChange: (value: string | string[] | undefined) => void;
}

function FieldInput({ id, field, value, onChange }: InputProps) {
  const one = typeof value === 'string' ? value : '';
  const several = Array.isArray(value) ? value : [];
  switch (field.kind) {
    case 'text':
      return (
        <Input
          id={id}
          disabled={field.fixed === true}
          maxLength={500}
          value={one}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={field.required !== true}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={field.fixed === true}
          value={one === '' ? undefined : one}
          onChange={(chosen: string | undefined) => onChange(chosen)}
          options={field.options ?? []}
        />
      );
    case 'day':
      return (
        <DatePicker
          id={id}
          value={one === '' ? null : dayjs(one)}
          onChange={(date) => onChange(date?.format('YYYY-MM-DD'))}
        />
      );
    case 'regions':
      return <RegionsSelect id={id} value={several} onChange={onChange} hint={field.label} />;
    case 'texts':
      return (
        <Select
          id={id}
          mode="tags"
          value={several}
          onChange={(chosen: string[]) => onChange(chosen)}
          options={field.options ?? []}
        />
      );
  }
}

interface FormProps {
  kind: RecordKind;
  fields: readonly RecordField[];
  initial: RecordRow;
  onRecorded: (id: string) => void;
}

/** A row for the server: what was emptied is taken away. */
export function rowOf(
  fields: readonly RecordField[],
  input: RecordRow,
): Record<string, string | string[] | null> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = input[name];
      if (kind === 'regions' || kind === 'texts') {
        return [name, Array.isArray(value) ? value : []];
      }
      return [name, typeof value === 'string' && value.trim() !== '' ? value.trim() : null];
    }),
  );
}

function Form({ kind, fields, initial, onRecorded }: FormProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [input, setInput] = useState(initial);
  const [asked, setAsked] = useState(false);
  const recording = useRecording(kind, (answer) => {
    const result = answer.results[0];
    const id = result?.id ?? '';
    const same = result?.outcome === 'EXISTS';
    message.success(same ? t('master.exists', { id }) : t('master.recorded', { id }));
    onRecorded(id);
  });
  const row = rowOf(fields, input);
  const missing = (field: RecordField) =>
    field.required === true && (row[field.name] === null || row[field.name]?.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!fields.some(missing)) {
      recording.mutate(row);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.label}
          note={field.note}
          fault={asked && missing(field) ? t('master.required') : undefined}
        >
          {(id) => (
            <FieldInput
              id={id}
              field={field}
              value={input[field.name]}
              onChange={(value) => {
                recording.reset();
                setInput((before) => ({ ...before, [field.name]: value }));
              }}
            />
          )}
        </Field>
      ))}
      {recording.isError && <ProblemNote error={recording.error} />}
      <Button type="primary" htmlType="submit" loading={recording.isPending}>
        {t('master.record')}
      </Button>
    </form>
  );
}

/** The form of a record, beside the page. */
export function RecordForm({
  open,
  title,
  onClose,
  ...form
}: FormProps & { open: boolean; title: string; onClose: () => void }) {
  return (
    <Drawer open={open} size={440} destroyOnHidden title={title} onClose={onClose}>
      {open && <Form {...form} />}
    </Drawer>
  );
}
