import type { Permission, Role, Session } from '../api/contract';
import type { PlainKey } from '../i18n';
import type { IconName } from '../parts/Icon';

export interface Destination {
  path: string;
  label: PlainKey;
  icon: IconName;
  needs: Permission;
}

/** The one map from pages to the permission they need; menu, routes and the command palette read it. */
export const destinations: readonly Destination[] = [
  { path: '/board', label: 'nav.board', icon: 'board', needs: 'BOARD_READ' },
  { path: '/orders', label: 'nav.orders', icon: 'orders', needs: 'ORDER_READ' },
  { path: '/desk', label: 'nav.desk', icon: 'desk', needs: 'ORDER_ACT' },
  { path: '/earnings', label: 'nav.earnings', icon: 'earnings', needs: 'EARNINGS_READ' },
  { path: '/price-check', label: 'nav.priceCheck', icon: 'check', needs: 'PRICE_CHECK' },
  { path: '/books', label: 'nav.books', icon: 'books', needs: 'BOOK_READ' },
  { path: '/ledger', label: 'nav.ledger', icon: 'ledger', needs: 'LEDGER_READ' },
  { path: '/master', label: 'nav.master', icon: 'master', needs: 'BOOK_READ' },
  { path: '/imports', label: 'nav.imports', icon: 'imports', needs: 'IMPORT' },
];

export function may(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission);
}

const firstPages: Partial<Record<Role, string>> = {
  ENGINEER: '/earnings',
  PARTNER: '/earnings',
  FRONT_LINE: '/desk',
  PRICING_ADMIN: '/books',
  INTEGRATOR: '/imports',
};

export function destinationsOf(session: Session): Destination[] {
  return destinations.filter(({ needs }) => may(session, needs));
}

/** Where a person lands: the page of the role if permitted, else the first that is. */
export function homeOf(session: Session): string {
  const open = destinationsOf(session);
  const preferred = firstPages[session.user.role] ?? '/board';
  return open.some(({ path }) => path === preferred) ? preferred : (open[0]?.path ?? '/account');
}
