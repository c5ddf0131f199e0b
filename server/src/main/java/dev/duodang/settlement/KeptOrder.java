package dev.duodang.settlement;

import dev.duodang.pricing.settlement.OrderState;
import java.time.LocalDate;

/**
 * An order as it counts, and where its rows are.
 *
 * @param sequence counts its changes, from 1
 * @param firstMonth month of the commit that brought it
 * @param month month of the commit that brought the revision that counts
 */
record KeptOrder(OrderState state, int sequence, LocalDate firstMonth, LocalDate month) {}
