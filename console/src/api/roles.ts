/** What a person is in a tenant, and what that lets the person do. */

export type Role =
  | 'OWNER'
  | 'PRICING_ADMIN'
  | 'FINANCE'
  | 'REGIONAL_MANAGER'
  | 'FRONT_LINE'
  | 'PARTNER'
  | 'ENGINEER'
  | 'AUDITOR'
  | 'INTEGRATOR';

export type Permission =
  | 'ORDER_READ'
  | 'ORDER_CREATE'
  | 'ORDER_ACT'
  | 'HOLD_DECIDE'
  | 'TIER_FORCE'
  | 'BOOK_READ'
  | 'BOOK_PUBLISH'
  | 'PRICE_CHECK'
  | 'BOARD_READ'
  | 'EARNINGS_READ'
  | 'IMPORT'
  | 'PEOPLE_READ'
  | 'LEDGER_READ'
  | 'VOUCHER_POST'
  | 'MASTER_EDIT';
