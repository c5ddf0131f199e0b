import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Popover, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import type { Session } from '../api/contract';
import { change } from '../api/http';
import { type Language, useWords } from '../i18n';
import { money } from '../money/format';
import { Icon } from '../parts/Icon';
import { prefer, type SchemeChoice, usePreferences } from '../theme/preferences';
import styles from './shell.module.css';

function Choices() {
  const { t } = useWords();
  const { scheme, language } = usePreferences();
  return (
    <>
      <div className={styles.choice}>
        <span id="choose-language">{t('user.language')}</span>
        <Segmented<Language>
          aria-labelledby="choose-language"
          size="small"
          value={language}
          onChange={(value) => prefer({ language: value })}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div className={styles.choice}>
        <span id="choose-scheme">{t('user.scheme')}</span>
        <Segmented<SchemeChoice>
          aria-labelledby="choose-scheme"
          size="small"
          value={scheme}
          onChange={(value) => prefer({ scheme: value })}
          options={[
            { value: 'light', label: t('user.light') },
            { value: 'dark', label: t('user.dark') },
            { value: 'system', label: t('user.system') },
          ]}
        />
      </div>
    </>
  );
}

/** Who is signed in, the scope and limit, language and appearance, and the way out. */
export function AccountPanel({ session }: { session: Session }) {
  const { t, word } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => change<void>('DELETE', '/session'),
    onSettled: () => {
      queries.clear();
      navigate('/sign-in');
    },
  });
  const { user, tenant, scope, quoteLimit } = session;
  return (
    <div className={styles.account}>
      <div>
        <strong>{user.name}</strong>
        <span className="quiet"> {word('role', user.role)}</span>
        <p className="quiet">{tenant.name}</p>
      </div>
      <p>
        <span className="quiet">{t('user.scope')}</span> {scope.label}
      </p>
      {quoteLimit !== null && <p>{t('user.limit', { limit: money(quoteLimit, tenant.currency) })}</p>}
      <Choices />
      <button type="button" className={`bare ${styles.leave}`} onClick={() => leave.mutate()}>
        <Icon name="exit" />
        {t('user.signOut')}
      </button>
    </div>
  );
}

export function AccountMenu({ session }: { session: Session }) {
  const { t, word } = useWords();
  return (
    <Popover trigger="click" placement="topLeft" content={<AccountPanel session={session} />}>
      <button type="button" className={styles.me}>
        <span className="visually-hidden">{t('user.menu')}</span>
        <span className={styles.avatar} aria-hidden="true">
          {session.user.name.slice(0, 1)}
        </span>
        <span className={styles.meText}>
          <b>{session.user.name}</b>
          <small>{word('role', session.user.role)}</small>
        </span>
      </button>
    </Popover>
  );
}
