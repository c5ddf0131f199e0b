import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { Demo, Session } from '../../api/contract';
import { change } from '../../api/http';
import { asProblem } from '../../api/problem';
import { demoQuery, sessionQuery } from '../../api/queries';
import { homeOf } from '../../app/permissions';
import { useWords } from '../../i18n';
import { ProblemNote } from '../../parts/ProblemNote';
import { prefer } from '../../theme/preferences';
import styles from './sign-in.module.css';

interface Credentials {
  username: string;
  password: string;
}

/** Only a path of this console, so that a link to sign in cannot lead anywhere else. */
function safeTarget(to: string | null): string | null {
  return to?.startsWith('/') && !to.startsWith('//') ? to : null;
}

function People({ demo, onPick }: { demo: Demo; onPick: (person: Credentials) => void }) {
  const { t, word } = useWords();
  return (
    <section className={styles.people} aria-label={t('signIn.demoTitle', { company: demo.company })}>
      <h2>{t('signIn.demoTitle', { company: demo.company })}</h2>
      <p className="quiet">{t('signIn.demoHint')}</p>
      <ul>
        {demo.people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              onClick={() => onPick({ username: person.username, password: person.password })}
            >
              <span className={styles.avatar} aria-hidden="true">
                {person.name.slice(0, 1)}
              </span>
              <b>{person.name}</b>
              <span>{word('role', person.role)}</span>
              <small>{person.description}</small>
            </button>
          </li>
        ))}
      </ul>
      {demo.note !== '' && <p className={styles.note}>{demo.note}</p>}
    </section>
  );
}

function useSignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  return useMutation({
    mutationKey: ['sign-in'],
    mutationFn: (credentials: Credentials) => change<Session>('POST', '/session', credentials),
    onSuccess: (session) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
      navigate(safeTarget(parameters.get('to')) ?? homeOf(session), { replace: true });
    },
  });
}

function LanguageSwitch() {
  const { language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className={styles.language}
      lang={other}
      onClick={() => prefer({ language: other })}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

function SignInForm({ picked, onTyped }: { picked: Credentials; onTyped: (change: Credentials) => void }) {
  const { t } = useWords();
  const signIn = useSignIn();
  const missing = picked.username === '' || picked.password === '';
  const [asked, setAsked] = useState(false);
  const submit = () => {
    setAsked(true);
    if (!missing) {
      signIn.mutate(picked);
    }
  };
  const wrong = signIn.isError && asProblem(signIn.error).status === 401;
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item label={t('signIn.username')} htmlFor="username">
        <Input
          id="username"
          autoComplete="username"
          value={picked.username}
          onChange={(event) => onTyped({ ...picked, username: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('signIn.password')} htmlFor="password">
        <Input.Password
          id="password"
          autoComplete="current-password"
          value={picked.password}
          onChange={(event) => onTyped({ ...picked, password: event.target.value })}
        />
      </Form.Item>
      {(wrong || (asked && missing)) && (
        <p role="alert" className={styles.wrong}>
          {missing ? t('signIn.missing') : t('signIn.wrong')}
        </p>
      )}
      {signIn.isError && !wrong && <ProblemNote error={signIn.error} />}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

export function SignIn() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  const demo = useQuery(demoQuery);
  const session = useQuery(sessionQuery);
  const [credentials, setCredentials] = useState<Credentials>({ username: '', password: '' });
  if (session.data !== undefined) {
    return <Navigate to={safeTarget(parameters.get('to')) ?? homeOf(session.data)} replace />;
  }
  return (
    <main className={styles.page}>
      <section className={styles.form}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>{t('app.name')}</h1>
            <p className="quiet">{t('signIn.promise')}</p>
          </div>
        </div>
        <SignInForm picked={credentials} onTyped={setCredentials} />
        <LanguageSwitch />
      </section>
      {demo.data !== undefined && <People demo={demo.data} onPick={setCredentials} />}
    </main>
  );
}
