package dev.duodang.board;

import dev.duodang.database.Columns;
import dev.duodang.database.Rows;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.settlement.Batch;
import dev.duodang.settlement.BatchPart;
import dev.duodang.settlement.Change;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds each batch to the sums, by the day and hour of posting. An order counts once it is settled;
 * a line that takes back counts against the region, tier and party of the line it takes back.
 */
@Component
@Order(2)
class RollupPart implements BatchPart {

  private static final String UPSERT =
      """
      INSERT INTO rollup AS r (tenant_id, day, hour, shard, region, dimension, key, orders,
                               amount_minor, income_minor)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      ON CONFLICT (tenant_id, day, dimension, hour, region, key, shard) DO UPDATE
      SET orders = r.orders + excluded.orders, amount_minor = r.amount_minor + excluded.amount_minor,
          income_minor = r.income_minor + excluded.income_minor
      """;
  private static final int WHOLE_DAY = -1;

  private final TenantClock clocks;

  RollupPart(TenantClock clocks) {
    this.clocks = clocks;
  }

  private record Key(int hour, String region, String dimension, String key)
      implements Comparable<Key> {
    /** All writers touch rows in one order, so that two never wait for each other. */
    @Override
    public int compareTo(Key other) {
      int byDimension = dimension.compareTo(other.dimension);
      int byHour = byDimension != 0 ? byDimension : Integer.compare(hour, other.hour);
      int byRegion = byHour != 0 ? byHour : region.compareTo(other.region);
      return byRegion != 0 ? byRegion : key.compareTo(other.key);
    }
  }

  private static final class Sums {
    private long orders;
    private long amount;
    private long income;
  }

  @Override
  public void rows(Batch batch, Consumer<Rows> ready) {
    ZonedDateTime now = batch.at().atZone(clocks.zone(batch.tenant()));
    Map<Key, Sums> sums = new HashMap<>();
    batch.changes().forEach(change -> add(sums, change, now.getHour()));
    Columns columns =
        new Columns(
            "rollup", "date", "int4", "int4", "text", "text", "text", "int8", "int8", "int8");
    new TreeMap<>(sums)
        .forEach(
            (key, sum) -> {
              if (sum.orders != 0 || sum.amount != 0 || sum.income != 0) {
                columns.add(
                    now.toLocalDate(),
                    key.hour(),
                    batch.shard(),
                    key.region(),
                    key.dimension(),
                    key.key(),
                    sum.orders,
                    sum.amount,
                    sum.income);
              }
            });
    ready.accept(columns.ready(UPSERT));
  }

  private static void add(Map<Key, Sums> sums, Change change, int hour) {
    for (Posting line : change.postings()) {
      String region = text(change.regionOf(line));
      long minor = line.amount().minor();
      Sums all = at(sums, hour, region, "ALL", "");
      if (line.relation().payer() == PartyKind.HEADQUARTERS) {
        all.amount += minor;
        if (TierOrders.isTier(line)) {
          at(sums, WHOLE_DAY, region, "TIER", line.label()).amount += minor;
        }
      } else if (line.relation().payee() == PartyKind.HEADQUARTERS) {
        all.income += minor;
      }
      parties(sums, change, line, region);
    }
    count(sums, change, hour);
  }

  private static void parties(Map<Key, Sums> sums, Change change, Posting line, String region) {
    String dimension =
        switch (line.relation().payee()) {
          case PARTNER -> "PARTNER";
          case ENGINEER -> "ENGINEER";
          case HEADQUARTERS, BRAND, CUSTOMER, DEPARTMENT -> "";
        };
    if (!dimension.isEmpty()) {
      for (Map.Entry<PartyId, Money> share :
          Shares.of(line.relation(), change.orderOf(line), line.amount()).entrySet()) {
        at(sums, WHOLE_DAY, region, dimension, share.getKey().text()).amount +=
            share.getValue().minor();
      }
    }
  }

  private static void count(Map<Key, Sums> sums, Change change, int hour) {
    Change.Earlier before = change.before();
    if (before != null && before.state() == Rated.State.SETTLED) {
      count(sums, hour, text(before.regionCode()), before.order(), -1);
    }
    if (change.after() == Rated.State.SETTLED) {
      String region = text(change.regionCode());
      count(sums, hour, region, change.order(), 1);
    }
    TierOrders.of(change)
        .forEach((key, by) -> at(sums, WHOLE_DAY, key.region(), "TIER", key.tier()).orders += by);
  }

  private static void count(
      Map<Key, Sums> sums,
      int hour,
      String region,
      dev.duodang.pricing.order.WorkOrder order,
      int by) {
    at(sums, hour, region, "ALL", "").orders += by;
    if (order.counterparty() != null) {
      at(sums, WHOLE_DAY, region, "PARTNER", order.counterparty().id().text()).orders += by;
    }
    order
        .handlers()
        .forEach(
            handler -> at(sums, WHOLE_DAY, region, "ENGINEER", handler.id().text()).orders += by);
  }

  private static Sums at(
      Map<Key, Sums> sums, int hour, String region, String dimension, String key) {
    return sums.computeIfAbsent(new Key(hour, region, dimension, key), _ -> new Sums());
  }

  private static String text(@Nullable String region) {
    return region == null ? "" : region;
  }
}
