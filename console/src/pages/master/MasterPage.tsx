import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { PageHeader } from '../../parts/PageHeader';
import pageStyles from '../../parts/page.module.css';
import { usePhone } from '../../theme/preferences';
import styles from './master.module.css';

/** The frame of the pages of master data: title, sections, and the actions of the page. */
export function MasterPage({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const phone = usePhone();
  const session = useSession();
  const sections = [
    ['/master', t('master.parties')],
    ['/master/contracts', t('master.contracts')],
    ['/master/customers', t('master.customers')],
    ['/master/entities', t('master.entities')],
    ...(may(session, 'MASTER_EDIT') ? [['/master/import', t('master.import')] as const] : []),
  ] as const;
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t('master.title')} note={phone ? undefined : t('master.note')}>
        {actions}
      </PageHeader>
      <nav className={styles.sections} aria-label={t('master.sections')}>
        {sections.map(([path, label]) => (
          <NavLink key={path} to={path} end>
            {label}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  );
}
