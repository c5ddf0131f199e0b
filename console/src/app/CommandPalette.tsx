import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Session } from '../api/contract';
import { ordersPage, regionSearchQuery } from '../api/queries';
import { useWords } from '../i18n';
import { Icon, type IconName } from '../parts/Icon';
import { StateTag } from '../parts/StateTag';
import styles from './palette.module.css';
import { destinationsOf, may } from './permissions';
import { useSettled } from './useSettled';

interface Hit {
  key: string;
  group: string;
  icon: IconName;
  title: string;
  detail?: React.ReactNode;
  to: string;
}

function useHits(session: Session, typed: string): Hit[] {
  const { t } = useWords();
  const q = useSettled(typed.trim(), 160);
  const seesOrders = may(session, 'ORDER_READ');
  const orders = useQuery({
    queryKey: ['palette', 'orders', q],
    queryFn: ({ signal }) => ordersPage({ q }, undefined, 6, signal),
    enabled: q !== '' && seesOrders,
  });
  const regions = useQuery({ ...regionSearchQuery(q), enabled: q !== '' && may(session, 'BOARD_READ') });
  const pages = destinationsOf(session)
    .map(({ path, label, icon }) => ({
      key: path,
      group: t('palette.pages'),
      icon,
      title: t(label),
      to: path,
    }))
    .filter(({ title }) => title.toLowerCase().includes(typed.trim().toLowerCase()));
  const found = (q === '' ? [] : (orders.data?.items ?? [])).map((order) => ({
    key: order.orderNo,
    group: t('palette.orders'),
    icon: 'orders' as const,
    title: order.orderNo,
    detail: (
      <>
        <span>{order.service}</span>
        <span>{order.region?.path}</span>
        <StateTag state={order.state} hold={order.holds[0]?.reason} />
      </>
    ),
    to: `/orders/${encodeURIComponent(order.orderNo)}`,
  }));
  const places = (q === '' ? [] : (regions.data ?? [])).slice(0, 4).map((region) => ({
    key: region.code,
    group: t('palette.regions'),
    icon: 'pin' as const,
    title: region.path ?? region.name,
    to: `/board?region=${region.code}`,
  }));
  return [...found, ...pages, ...places];
}

function HitList({ hits, at, onPick }: { hits: Hit[]; at: number; onPick: (hit: Hit) => void }) {
  const { t } = useWords();
  if (hits.length === 0) {
    return <p className={styles.none}>{t('palette.empty')}</p>;
  }
  return (
    <div id="palette-hits" role="listbox" aria-label={t('palette.title')} className={styles.hits}>
      {hits.map((hit, index) => (
        <div key={hit.key} role="presentation">
          {hit.group !== hits[index - 1]?.group && (
            <div className={styles.group} role="presentation">
              {hit.group}
            </div>
          )}
          <button
            id={`palette-hit-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.hit}
            onClick={() => onPick(hit)}
          >
            <Icon name={hit.icon} />
            <b>{hit.title}</b>
            {hit.detail}
          </button>
        </div>
      ))}
    </div>
  );
}

function Search({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const hits = useHits(session, typed);
  const open = (hit: Hit | undefined) => {
    if (hit !== undefined) {
      onClose();
      navigate(hit.to);
    }
  };
  const press = (key: string): boolean => {
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && key !== 'Enter') {
      return false;
    }
    const count = Math.max(hits.length, 1);
    step === 0 ? open(hits[at]) : setAt((at + step + count) % count);
    return true;
  };
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <Input
        ref={input}
        size="large"
        variant="borderless"
        prefix={<Icon name="search" />}
        value={typed}
        role="combobox"
        aria-label={t('palette.input')}
        aria-expanded={hits.length > 0}
        aria-controls="palette-hits"
        aria-activedescendant={hits.length > 0 ? `palette-hit-${at}` : undefined}
        placeholder={t('palette.input')}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && press(event.key)) {
            event.preventDefault();
          }
        }}
      />
      <HitList hits={hits} at={Math.min(at, Math.max(hits.length - 1, 0))} onPick={open} />
      <p className={styles.keys}>{t('palette.keys')}</p>
    </>
  );
}

/** ⌘K: orders, pages and regions from the keyboard. */
export function CommandPalette(props: { session: Session; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      open={props.open}
      onCancel={props.onClose}
      footer={null}
      closable={false}
      width={600}
      destroyOnHidden
      title={<span className="visually-hidden">{t('palette.title')}</span>}
      classNames={{ header: styles.header ?? '', body: styles.body ?? '' }}
      style={{ top: 96 }}
    >
      <Search session={props.session} onClose={props.onClose} />
    </Modal>
  );
}
