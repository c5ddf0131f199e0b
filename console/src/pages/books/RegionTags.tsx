import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { regionSearchQuery, regionsQuery } from '../../api/queries';
import { useSettled } from '../../app/useSettled';
import { useWords } from '../../i18n';
import styles from './wizard.module.css';

interface RegionTagsProps {
  groups: string[];
  value: string[];
  onChange: (regions: string[]) => void;
}

interface Option {
  value: string;
  label: string;
}

/** Named groups of the book and regions of any depth, several at once. */
export function RegionTags({ groups, value, onChange }: RegionTagsProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Record<string, string>>({});
  const q = useSettled(typed, 200);
  const found = useQuery(regionSearchQuery(q));
  const provinces = useQuery(regionsQuery(undefined));
  const searched = (q.trim() === '' ? provinces.data : found.data) ?? [];
  const matching = groups.filter((group) => group.includes(q.trim()));
  const options: Option[] = [
    ...matching.map((group) => ({ value: group, label: `「${group}」` })),
    ...searched.map((region) => ({ value: region.code, label: region.path ?? region.name })),
  ];
  const offered = new Set(options.map((option) => option.value));
  const chosen = value
    .filter((each) => !offered.has(each))
    .map((each) => ({ value: each, label: known[each] ?? each }));
  return (
    <Select
      mode="multiple"
      allowClear
      className={styles.grow}
      aria-label={t('tier.regions')}
      placeholder={t('tier.allRegions')}
      value={value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(regions: string[]) => {
        setKnown({ ...known, ...Object.fromEntries(options.map((option) => [option.value, option.label])) });
        setTyped('');
        onChange(regions);
      }}
      options={[...options, ...chosen]}
    />
  );
}
