import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { counterpartiesQuery } from '../../api/queries';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';

interface PartyChoiceProps {
  id?: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  hint: string;
  className?: string | undefined;
  status?: 'error' | '';
}

/** Anybody whom the books know: a counterparty by its name, a customer or brand by the number that is typed. */
export function PartyChoice({ id, value, onChange, hint, className, status = '' }: PartyChoiceProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useQuery(counterpartiesQuery(undefined, q));
  const own = useQuery({ ...counterpartiesQuery(undefined, value ?? ''), enabled: value !== undefined });
  const options = (found.data ?? []).map((entry) => ({ value: entry.id, label: entry.name }));
  const add = (party: string, label: string) => {
    if (party !== '' && !options.some((option) => option.value === party)) {
      options.push({ value: party, label });
    }
  };
  add(q, t('voucher.byNumber', { id: q }));
  if (value !== undefined) {
    add(value, own.data?.find((entry) => entry.id === value)?.name ?? value);
  }
  return (
    <Select
      id={id}
      allowClear
      className={className}
      status={status}
      aria-label={hint}
      placeholder={hint}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      popupMatchSelectWidth={240}
      options={options}
    />
  );
}
