import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import type { Session } from '../api/contract';
import { asProblem } from '../api/problem';
import { sessionQuery } from '../api/queries';
import { useWords } from '../i18n';
import { Icon } from '../parts/Icon';
import { ProblemNote } from '../parts/ProblemNote';
import { WhyProvider } from '../parts/why/WhyProvider';
import { usePhone } from '../theme/preferences';
import { AccountMenu } from './AccountMenu';
import { CommandPalette } from './CommandPalette';
import { PhoneBar } from './PhoneBar';
import { destinationsOf } from './permissions';
import styles from './shell.module.css';

function usePaletteKey(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [open]);
}

function Rail({ session, onSearch }: { session: Session; onSearch: () => void }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <aside className={styles.rail}>
      <div className={styles.brand}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <strong>{t('app.name')}</strong>
        {session.tenant.demo && (
          <span className={styles.demo} title={t('app.demoHint')}>
            {t('app.demo')}
          </span>
        )}
      </div>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Meta+K Control+K">
        <Icon name="search" size={15} />
        <span>{t('nav.search')}</span>
        <kbd>⌘K</kbd>
      </button>
      <nav aria-label={t('nav.label')}>
        {destinationsOf(session).map(({ path, label, icon }) => (
          <NavLink
            key={path}
            to={path}
            title={t(label)}
            className={pathname.startsWith(path) ? styles.here : ''}
          >
            <Icon name={icon} />
            <span>{t(label)}</span>
          </NavLink>
        ))}
      </nav>
      <AccountMenu session={session} />
    </aside>
  );
}

function Frame({ session }: { session: Session }) {
  const { t } = useWords();
  const phone = usePhone();
  const [searching, setSearching] = useState(false);
  const [openSearch] = useState(() => () => setSearching(true));
  usePaletteKey(openSearch);
  const full = new URLSearchParams(useLocation().search).get('full') === '1';
  return (
    <WhyProvider>
      <a href="#content" className={styles.skip}>
        {t('app.skip')}
      </a>
      <div className={`${styles.shell} ${full ? styles.full : ''}`}>
        {!phone && !full && <Rail session={session} onSearch={openSearch} />}
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
        {phone && !full && <PhoneBar session={session} onSearch={openSearch} />}
      </div>
      <CommandPalette session={session} open={searching} onClose={() => setSearching(false)} />
      <ScrollRestoration />
    </WhyProvider>
  );
}

export function Shell() {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (session.data !== undefined) {
    return <Frame session={session.data} />;
  }
  if (session.isError && asProblem(session.error).status !== 401) {
    return <ProblemNote error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.isError) {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${to}`} replace />;
  }
  return null;
}
