import { Badge, Button, DatePicker, Drawer, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { PartySelect } from '../../parts/PartySelect';
import { RegionSelect } from '../../parts/RegionSelect';
import { ServiceSelect } from '../../parts/ServiceSelect';
import { usePhone } from '../../theme/preferences';
import { type Filters, filtersSet, holdReasons, noFilters, promises, states, statuses } from './filters';
import styles from './orders.module.css';

const typingMs = 250;

export type PutFilters = (change: Filters, replace?: boolean) => void;

interface FilterProps {
  filters: Filters;
  put: PutFilters;
}

function SearchBox({ filters, put }: FilterProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(filters.q ?? '');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (waiting.current === undefined) {
      setTyped(filters.q ?? '');
    }
  }, [filters.q]);
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      put({ q: q.trim() }, true);
    }, typingMs);
  };
  return (
    <Input
      type="search"
      className={styles.search}
      prefix={<Icon name="search" size={14} />}
      aria-label={t('orders.search')}
      placeholder={t('orders.search')}
      value={typed}
      onChange={(event) => type(event.target.value)}
    />
  );
}

function StateChoice({ filters, put }: FilterProps) {
  const { t, word } = useWords();
  return (
    <div className={styles.states}>
      <Segmented
        aria-label={t('orders.state')}
        value={filters.state ?? ''}
        onChange={(state) => put({ state, hold: state === 'ON_HOLD' ? (filters.hold ?? '') : '' })}
        options={[
          { value: '', label: t('action.all') },
          ...states.map((state) => ({ value: state as string, label: word('state', state) })),
        ]}
      />
    </div>
  );
}

export function Period({ filters, put }: FilterProps) {
  const { t } = useWords();
  const date = (text: string | undefined) => (text === undefined ? null : dayjs(text));
  return (
    <DatePicker.RangePicker
      className={styles.period}
      id={{ start: 'period-from', end: 'period-until' }}
      aria-label={t('orders.period')}
      placeholder={[t('orders.from'), t('orders.until')]}
      allowEmpty={[true, true]}
      value={[date(filters.from), date(filters.until)]}
      onChange={(range) =>
        put({ from: range?.[0]?.format('YYYY-MM-DD') ?? '', until: range?.[1]?.format('YYYY-MM-DD') ?? '' })
      }
    />
  );
}

function MoreFilters({ filters, put }: FilterProps) {
  const { t, word } = useWords();
  const options = (group: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: word(group, code) }));
  return (
    <>
      {filters.state === 'ON_HOLD' && (
        <Select
          allowClear
          className={styles.filter}
          aria-label={t('orders.hold')}
          placeholder={t('orders.anyHold')}
          value={filters.hold}
          onChange={(hold: string | undefined) => put({ hold: hold ?? '' })}
          options={options('hold', holdReasons)}
        />
      )}
      <RegionSelect
        className={styles.filter}
        hint={t('orders.anyRegion')}
        value={filters.region}
        onChange={(region) => put({ region: region ?? '' })}
      />
      <ServiceSelect
        className={styles.filter}
        hint={t('orders.anyService')}
        value={filters.service}
        onChange={(service) => put({ service: service ?? '' })}
      />
      <PartySelect
        kind="PARTNER"
        className={styles.filter}
        hint={t('orders.anyParty')}
        value={filters.counterparty}
        onChange={(counterparty) => put({ counterparty: counterparty ?? '' })}
      />
      <PartySelect
        kind="ENGINEER"
        className={styles.filter}
        hint={t('orders.anyHandler')}
        value={filters.handler}
        onChange={(handler) => put({ handler: handler ?? '' })}
      />
      <Select
        allowClear
        className={styles.filter}
        aria-label={t('orders.promise')}
        placeholder={t('orders.anyPromise')}
        value={filters.promise}
        onChange={(promise: string | undefined) => put({ promise: promise ?? '' })}
        options={options('promise', promises)}
      />
      <Select
        allowClear
        className={styles.filter}
        aria-label={t('orders.status')}
        placeholder={t('orders.anyStatus')}
        value={filters.status}
        onChange={(status: string | undefined) => put({ status: status ?? '' })}
        options={options('status', statuses)}
      />
    </>
  );
}

function PhoneFilters({ filters, put }: FilterProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.bar}>
        <SearchBox filters={filters} put={put} />
        <Badge count={filtersSet(filters)} size="small">
          <Button onClick={() => setOpen(true)}>{t('orders.filter')}</Button>
        </Badge>
      </div>
      <StateChoice filters={filters} put={put} />
      <Drawer
        placement="bottom"
        size="auto"
        title={t('orders.filter')}
        open={open}
        onClose={() => setOpen(false)}
      >
        <div className={styles.sheet}>
          <MoreFilters filters={filters} put={put} />
          <Period filters={filters} put={put} />
          <Button onClick={() => put(noFilters)}>{t('action.clear')}</Button>
          <Button type="primary" onClick={() => setOpen(false)}>
            {t('action.close')}
          </Button>
        </div>
      </Drawer>
    </>
  );
}

export function FilterBar({ filters, put }: FilterProps) {
  const { t } = useWords();
  if (usePhone()) {
    return <PhoneFilters filters={filters} put={put} />;
  }
  return (
    <search className={styles.bar}>
      <SearchBox filters={filters} put={put} />
      <StateChoice filters={filters} put={put} />
      <MoreFilters filters={filters} put={put} />
      {filtersSet(filters) > 0 && (
        <Button type="text" onClick={() => put(noFilters)}>
          {t('action.clear')}
        </Button>
      )}
    </search>
  );
}
