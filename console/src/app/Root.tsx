import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import { useLayoutEffect } from 'react';
import { RouterProvider } from 'react-router';
import { asProblem } from '../api/problem';
import { sessionQuery } from '../api/queries';
import { useWords } from '../i18n';
import { antdTheme } from '../theme/antd';
import { usePhone, useScheme } from '../theme/preferences';
import { cssVariables, measures, type Scheme } from '../theme/tokens';
import { router } from './routes';

function forgetSession(error: unknown): void {
  if (asProblem(error).status === 401) {
    queries.setQueryData(sessionQuery.queryKey, undefined);
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session') {
        forgetSession(error);
      }
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.options.mutationKey?.[0] !== 'sign-in') {
        forgetSession(error);
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => asProblem(error).passing && failures < 3,
    },
  },
});

function paint(scheme: Scheme): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(cssVariables(scheme))) {
    style.setProperty(name, value);
  }
  style.setProperty('--font', measures.font);
  style.setProperty('--mono', measures.mono);
  style.colorScheme = scheme;
  document.documentElement.dataset.scheme = scheme;
}

export function Root() {
  const scheme = useScheme();
  const phone = usePhone();
  const { language } = useWords();
  useLayoutEffect(() => paint(scheme), [scheme]);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <ConfigProvider
      theme={antdTheme(scheme, phone)}
      locale={language === 'zh' ? chinese : english}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
