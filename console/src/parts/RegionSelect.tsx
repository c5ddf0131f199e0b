import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { regionSearchQuery, regionsQuery } from '../api/queries';
import { useSettled } from '../app/useSettled';
import { useRegionName } from './regions';

interface RegionSelectProps {
  id?: string;
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  hint: string;
  className?: string;
  style?: React.CSSProperties;
}

/** One region of any depth: provinces to begin with, anything by its name. */
export function RegionSelect({ id, value, onChange, hint, className, style }: RegionSelectProps) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const found = useQuery(regionSearchQuery(q));
  const provinces = useQuery(regionsQuery(undefined));
  const name = useRegionName(value);
  const offered = (q.trim() === '' ? provinces.data : found.data) ?? [];
  const options = offered.map((region) => ({ value: region.code, label: region.path ?? region.name }));
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <Select
      id={id}
      allowClear
      className={className}
      style={style}
      aria-label={hint}
      placeholder={hint}
      value={value}
      onChange={(code: string | undefined) => onChange(code)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      popupMatchSelectWidth={260}
      options={known ? options : [{ value, label: name }, ...options]}
    />
  );
}
