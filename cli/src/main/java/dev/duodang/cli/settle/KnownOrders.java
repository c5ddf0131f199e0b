package dev.duodang.cli.settle;

import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.OrderState;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of orders and visits while rows are taken. */
interface KnownOrders {

  /** An order as it is, or null; {@code hash} is the one of its number. */
  @Nullable OrderState order(OrderNo order, long hash) throws IOException;

  /** Keeps an order whose change was made beforehand. */
  void put(OrderNo order, Prepared prepared) throws IOException;

  void put(OrderState state) throws IOException;

  /** All tallies of a visit. */
  Map<TallyKey, Tally> tallies(VisitId visit) throws IOException;

  void putTallies(VisitId visit, Map<TallyKey, Tally> changed) throws IOException;

  /** What a counter or rebate holds for a period. */
  Window window(WindowKey key) throws IOException;

  /** Adds changes to windows. */
  void change(Map<WindowKey, Window> changes) throws IOException;
}
