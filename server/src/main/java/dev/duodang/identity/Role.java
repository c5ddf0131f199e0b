package dev.duodang.identity;

import static dev.duodang.identity.Permission.BOARD_READ;
import static dev.duodang.identity.Permission.BOOK_PUBLISH;
import static dev.duodang.identity.Permission.BOOK_READ;
import static dev.duodang.identity.Permission.EARNINGS_READ;
import static dev.duodang.identity.Permission.HOLD_DECIDE;
import static dev.duodang.identity.Permission.IMPORT;
import static dev.duodang.identity.Permission.LEDGER_READ;
import static dev.duodang.identity.Permission.MASTER_EDIT;
import static dev.duodang.identity.Permission.ORDER_ACT;
import static dev.duodang.identity.Permission.ORDER_CREATE;
import static dev.duodang.identity.Permission.ORDER_READ;
import static dev.duodang.identity.Permission.PEOPLE_READ;
import static dev.duodang.identity.Permission.PRICE_CHECK;
import static dev.duodang.identity.Permission.RERATE;
import static dev.duodang.identity.Permission.TIER_FORCE;
import static dev.duodang.identity.Permission.VOUCHER_POST;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the company; decides what he may do, his scope decides where. */
public enum Role {
  OWNER(EnumSet.allOf(Permission.class)),
  PRICING_ADMIN(EnumSet.of(ORDER_READ, BOOK_READ, BOOK_PUBLISH, PRICE_CHECK, BOARD_READ)),
  FINANCE(
      EnumSet.of(
          ORDER_READ,
          HOLD_DECIDE,
          TIER_FORCE,
          BOOK_READ,
          PRICE_CHECK,
          BOARD_READ,
          EARNINGS_READ,
          LEDGER_READ,
          VOUCHER_POST,
          RERATE,
          MASTER_EDIT)),
  REGIONAL_MANAGER(
      EnumSet.of(
          ORDER_READ,
          ORDER_CREATE,
          ORDER_ACT,
          HOLD_DECIDE,
          TIER_FORCE,
          BOOK_READ,
          PRICE_CHECK,
          BOARD_READ,
          EARNINGS_READ,
          PEOPLE_READ)),
  FRONT_LINE(EnumSet.of(ORDER_READ, ORDER_CREATE, ORDER_ACT, HOLD_DECIDE, TIER_FORCE, PRICE_CHECK)),
  PARTNER(EnumSet.of(ORDER_READ, ORDER_ACT, EARNINGS_READ)),
  ENGINEER(EnumSet.of(ORDER_READ, ORDER_ACT, EARNINGS_READ)),
  AUDITOR(
      EnumSet.of(
          ORDER_READ, BOOK_READ, PRICE_CHECK, BOARD_READ, EARNINGS_READ, PEOPLE_READ, LEDGER_READ)),
  INTEGRATOR(
      EnumSet.of(
          ORDER_READ, ORDER_CREATE, PRICE_CHECK, BOOK_READ, IMPORT, LEDGER_READ, MASTER_EDIT));

  @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
  private final Set<Permission> permissions;

  Role(EnumSet<Permission> permissions) {
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
