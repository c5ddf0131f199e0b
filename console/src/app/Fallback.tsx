import { Link, useRouteError } from 'react-router';
import { useWords } from '../i18n';
import { Empty } from '../parts/Empty';
import { ProblemNote } from '../parts/ProblemNote';

export function Missing() {
  const { t } = useWords();
  return (
    <Empty title={t('problem.404')}>
      <p>{t('problem.notFoundHint')}</p>
      <Link to="/">{t('problem.goHome')}</Link>
    </Empty>
  );
}

export function Forbidden() {
  const { t } = useWords();
  return (
    <Empty title={t('problem.403')}>
      <Link to="/">{t('problem.goHome')}</Link>
    </Empty>
  );
}

export function Broken() {
  const error = useRouteError();
  return <ProblemNote error={error} onRetry={() => location.reload()} />;
}
