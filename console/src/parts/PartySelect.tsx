import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { CounterpartyKind } from '../api/contract';
import { counterpartiesQuery } from '../api/queries';
import { useSettled } from '../app/useSettled';

interface PartySelectProps {
  id?: string;
  kind: CounterpartyKind;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  hint: string;
  className?: string;
  /** Only engineers of this partner. */
  partner?: string | undefined;
}

export function PartySelect({ id, kind, value, onChange, hint, className, partner }: PartySelectProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const found = useQuery(counterpartiesQuery(kind, q));
  const all = found.data ?? [];
  const offered = partner === undefined ? all : all.filter((entry) => entry.partnerId === partner);
  const options = offered.map((entry) => ({ value: entry.id, label: entry.name }));
  return (
    <Select
      id={id}
      allowClear
      className={className}
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
