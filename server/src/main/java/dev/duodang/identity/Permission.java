package dev.duodang.identity;

/** What a role may do; checked before a request reaches its controller. */
public enum Permission {
  ORDER_READ,
  ORDER_CREATE,
  ORDER_ACT,
  HOLD_DECIDE,
  TIER_FORCE,
  BOOK_READ,
  BOOK_PUBLISH,
  PRICE_CHECK,
  BOARD_READ,
  EARNINGS_READ,
  IMPORT,
  PEOPLE_READ,
  KEY_MANAGE,
  LEDGER_READ,
  VOUCHER_POST,
  RERATE,
  MASTER_EDIT
}
