package dev.duodang.order;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param amount in the relation that the reader is party to; none while it waits
 */
record OrderSummary(
    String orderNo,
    long revision,
    String service,
    SettlementView.@Nullable RegionRef region,
    @Nullable String address,
    @Nullable String customerClass,
    @Nullable Named counterparty,
    List<Named> handlers,
    String status,
    @Nullable String stage,
    String state,
    List<HoldReason> holds,
    @Nullable String tierName,
    @Nullable String amount,
    String currency,
    @Nullable String createdAt,
    @Nullable String completedAt,
    @Nullable String postedAt,
    @Nullable Long elapsedSeconds) {

  /** A counterparty and his name. */
  record Named(String id, String name) {}

  /** Why the order waits. */
  record HoldReason(String reason, String sentence) {}

  /**
   * A page of orders.
   *
   * @param next asks for the next page; null on the last
   * @param hereSince the day since which orders are here; those that came in before it are
   *     archived. Null where all are here, and on all pages but the last
   */
  record OrderPage(
      List<OrderSummary> items, @Nullable String next, @Nullable LocalDate hereSince) {}
}
