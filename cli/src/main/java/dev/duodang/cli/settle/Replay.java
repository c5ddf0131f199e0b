package dev.duodang.cli.settle;

import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Posting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows as a settlement of their file would, and keeps what is known in memory: for a few rows
 * that depend on one another and on no others. Belongs to one thread.
 */
public final class Replay {

  private final OrderChanges changes;
  private final Instant asOf;
  private final ByteWriter unwritten = new ByteWriter();

  public Replay(OrderChanges changes, Instant asOf) {
    this.changes = changes;
    this.asOf = asOf;
  }

  /**
   * An order after all rows.
   *
   * @param last what its last revision or decision changed
   * @param posted all lines that were ever posted for it
   */
  public record Ended(Change last, List<Posting> posted) {}

  /** A row that could not be taken. */
  public record Rejected(long row, List<RowProblem> problems) {}

  /**
   * What rows came to.
   *
   * @param orders in the order in which they came
   */
  public record Result(
      Map<OrderNo, Ended> orders, List<Rejected> rejected, long repeated, long stale) {}

  /** Stands for an order: rows of equal keys may depend on one another. */
  public static long key(OrderNo order) {
    return OrderLog.hash(order);
  }

  /** Stands for a visit. */
  public static long key(VisitId visit) {
    return OrderLog.hash(visit);
  }

  /** Stands for a window of a counter. */
  public static long key(WindowKey window) {
    return WindowLog.hash(window);
  }

  /** Takes rows in the order given, with nothing known before. */
  public Result run(List<RowSource.Numbered> rows) throws IOException {
    Taking taking = new Taking(changes, new InMemory(), (_, _) -> {}, asOf);
    Map<OrderNo, Ended> orders = new LinkedHashMap<>();
    List<Rejected> rejected = new ArrayList<>();
    long repeated = 0;
    long stale = 0;
    for (RowSource.Numbered row : rows) {
      switch (taking.take(prepared(row), unwritten)) {
        case Taking.Outcome.Changed(Change change) ->
            orders.compute(change.state().order().orderNo(), (_, before) -> ended(before, change));
        case Taking.Outcome.Repeated _ -> repeated++;
        case Taking.Outcome.Stale _ -> stale++;
        case Taking.Outcome.Rejected(List<RowProblem> problems) ->
            rejected.add(new Rejected(row.number(), problems));
      }
    }
    return new Result(orders, rejected, repeated, stale);
  }

  private Prepared prepared(RowSource.Numbered row) {
    FactsDigest digest = row.row() instanceof Row.Order order ? order.order().digest() : null;
    return new Prepared(row, 0, digest, null, unwritten, 0, 0, 0);
  }

  private static Ended ended(@Nullable Ended before, Change change) {
    List<Posting> posted = before == null ? new ArrayList<>() : before.posted();
    posted.addAll(change.postings());
    return new Ended(change, posted);
  }

  private static final class InMemory implements KnownOrders {

    private final Map<OrderNo, OrderState> orders = new HashMap<>();
    private final Map<VisitId, Map<TallyKey, Tally>> visits = new HashMap<>();
    private final Map<WindowKey, Window> windows = new HashMap<>();

    @Override
    public @Nullable OrderState order(OrderNo order, long hash) {
      return orders.get(order);
    }

    @Override
    public void put(OrderNo order, Prepared prepared) {
      put(Objects.requireNonNull(prepared.change()).state());
    }

    @Override
    public void put(OrderState state) {
      orders.put(state.order().orderNo(), state);
    }

    @Override
    public Map<TallyKey, Tally> tallies(VisitId visit) {
      return visits.getOrDefault(visit, Map.of());
    }

    @Override
    public Window window(WindowKey key) {
      return windows.getOrDefault(key, Window.EMPTY);
    }

    @Override
    public void change(Map<WindowKey, Window> changes) {
      changes.forEach((key, change) -> windows.merge(key, change, Window::plus));
    }

    @Override
    public void putTallies(VisitId visit, Map<TallyKey, Tally> changed) {
      visits.computeIfAbsent(visit, _ -> new HashMap<>()).putAll(changed);
    }
  }
}
