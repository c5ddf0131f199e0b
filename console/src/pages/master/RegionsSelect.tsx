import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { regionSearchQuery, regionsQuery } from '../../api/queries';
import { useSettled } from '../../app/useSettled';

interface RegionsSelectProps {
  id: string;
  value: string[];
  onChange: (codes: string[]) => void;
  hint: string;
}

/** Several regions of any depth: provinces to begin with, anything by its name. */
export function RegionsSelect({ id, value, onChange, hint }: RegionsSelectProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const found = useQuery(regionSearchQuery(q));
  const provinces = useQuery(regionsQuery(undefined));
  const offered = (q.trim() === '' ? provinces.data : found.data) ?? [];
  return (
    <Select
      id={id}
      mode="multiple"
      aria-label={hint}
      value={value}
      onChange={(codes: string[]) => onChange(codes)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={offered.map((region) => ({ value: region.code, label: region.path ?? region.name }))}
    />
  );
}
