package dev.duodang.cli.settle;

import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.OrderState;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of orders and visits, in a {@link KeyedLog}. */
final class OrderLog implements KnownOrders, Closeable {

  private final KeyedLog log;
  private final WindowLog windows;
  private final ByteWriter scratch = new ByteWriter();

  OrderLog(KeyedLog log) throws IOException {
    this.log = log;
    this.windows = new WindowLog(log);
  }

  /** The hash under which an order is kept; worth computing where there is time. */
  static long hash(OrderNo order) {
    return KeyedLog.hash(order.text());
  }

  /** The hash under which the tallies of a visit are kept. */
  static long hash(VisitId visit) {
    return KeyedLog.hash(key(visit));
  }

  @Override
  public @Nullable OrderState order(OrderNo order, long hash) throws IOException {
    byte[] kept = log.get(order.text(), hash);
    return kept == null ? null : StateCodec.read(kept);
  }

  /** Keeps an order that is written in binary form already. */
  @Override
  public void put(OrderNo order, Prepared prepared) throws IOException {
    log.put(order.text(), prepared.hash(), prepared.bytes(), prepared.from(), prepared.middle());
  }

  @Override
  public void put(OrderState state) throws IOException {
    scratch.clear();
    StateCodec.write(state, scratch);
    log.put(
        state.order().orderNo().text(),
        hash(state.order().orderNo()),
        scratch,
        0,
        scratch.length());
  }

  @Override
  public Map<TallyKey, Tally> tallies(VisitId visit) throws IOException {
    String key = key(visit);
    byte[] kept = log.get(key, hash(visit));
    return kept == null ? Map.of() : StateCodec.readTallies(kept);
  }

  @Override
  public void putTallies(VisitId visit, Map<TallyKey, Tally> changed) throws IOException {
    Map<TallyKey, Tally> all = new HashMap<>(tallies(visit));
    all.putAll(changed);
    scratch.clear();
    StateCodec.write(all, scratch);
    String key = key(visit);
    log.put(key, hash(visit), scratch, 0, scratch.length());
  }

  /** No order's number begins with a control character. */
  private static String key(VisitId visit) {
    return "\u0001visit " + visit;
  }

  @Override
  public Window window(WindowKey key) throws IOException {
    return windows.get(key);
  }

  @Override
  public void change(Map<WindowKey, Window> changes) throws IOException {
    windows.change(changes);
  }

  /** What all rebates hold. */
  Map<WindowKey, Window> rebates() {
    return windows.rebates();
  }

  void commit() throws IOException {
    windows.write();
    log.commit();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
