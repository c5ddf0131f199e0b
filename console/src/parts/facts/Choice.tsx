import { Select } from 'antd';
import { useWords } from '../../i18n';
import { Field } from './Field';

interface ChoiceProps<Code extends string> {
  label: string;
  group: string;
  codes: readonly Code[];
  value: string | undefined;
  onChange: (code: Code | undefined) => void;
}

/** One code of a short list, shown in the reader's words; a value that is not in the list stays as it is. */
export function Choice<Code extends string>({ label, group, codes, value, onChange }: ChoiceProps<Code>) {
  const { word } = useWords();
  const known = codes.map((code) => ({ value: code as string, label: word(group, code) }));
  const foreign = value !== undefined && !codes.some((code) => code === value);
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder="—"
          value={value}
          onChange={(code: string | undefined) => onChange(code as Code | undefined)}
          options={foreign ? [...known, { value, label: value }] : known}
        />
      )}
    </Field>
  );
}
