import { Drawer } from 'antd';
import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Session } from '../api/contract';
import { useWords } from '../i18n';
import { Icon } from '../parts/Icon';
import { AccountPanel } from './AccountMenu';
import { destinationsOf } from './permissions';
import styles from './shell.module.css';

const shownInBar = 4;
const phoneOrder = [
  '/earnings',
  '/desk',
  '/orders',
  '/board',
  '/price-check',
  '/books',
  '/ledger',
  '/imports',
];

/** The tabs at the thumb: the person's first four pages, everything else under "more". */
export function PhoneBar({ session, onSearch }: { session: Session; onSearch: () => void }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [more, setMore] = useState(false);
  const open = destinationsOf(session).toSorted(
    (a, b) => phoneOrder.indexOf(a.path) - phoneOrder.indexOf(b.path),
  );
  const rest = open.slice(shownInBar);
  return (
    <>
      <nav className={styles.tabs} aria-label={t('nav.label')}>
        {open.slice(0, shownInBar).map(({ path, label, icon }) => (
          <NavLink key={path} to={path} className={pathname.startsWith(path) ? styles.here : ''}>
            <Icon name={icon} size={21} />
            <span>{t(label)}</span>
          </NavLink>
        ))}
        <button type="button" onClick={() => setMore(true)}>
          <Icon name="more" size={21} />
          <span>{t('nav.more')}</span>
        </button>
      </nav>
      <Drawer placement="bottom" size="auto" open={more} onClose={() => setMore(false)} title={t('nav.more')}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside carry the keyboard; this only closes the sheet */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div className={styles.moreList} onClick={() => setMore(false)}>
          <button type="button" onClick={onSearch}>
            <Icon name="search" size={20} />
            {t('nav.search')}
          </button>
          {rest.map(({ path, label, icon }) => (
            <NavLink key={path} to={path}>
              <Icon name={icon} size={20} />
              {t(label)}
            </NavLink>
          ))}
        </div>
        <AccountPanel session={session} />
      </Drawer>
    </>
  );
}
