package dev.duodang.whatif;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import dev.duodang.settlement.FactsText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Settles the orders of the last days with today's book and with a draft, and compares. */
@Component
class PastOrders {

  private static final int DAYS = 30;
  private static final int MOST_ORDERS = 5_000;
  private static final int RECORDED_SINCE = 1_000_000;
  private static final JsonMapper JSON = new JsonMapper();

  private static final String FACTS =
      """
      SELECT r.facts FROM order_revision r
      JOIN order_key k ON k.tenant_id = r.tenant_id AND k.order_no = r.order_no
        AND k.revision = r.revision AND k.month = r.month
      WHERE r.tenant_id = current_tenant() AND r.received_at > :since AND r.month >= :month
      ORDER BY r.received_at DESC LIMIT :limit
      """;

  private final ScopedTransactions transactions;
  private final Books books;
  private final Regions regions;
  private final Clock clock;

  PastOrders(ScopedTransactions transactions, Books books, Regions regions, Clock clock) {
    this.transactions = transactions;
    this.books = books;
    this.regions = regions;
    this.clock = clock;
  }

  /** What a draft would have done, and one order that shows it. */
  record Effect(TierDraftController.Impact impact, TierDraftController.@Nullable Example example) {}

  private static final class Sum {
    private int orders;
    private long before;
    private long after;

    void add(long was, long is) {
      orders++;
      before = Math.addExact(before, was);
      after = Math.addExact(after, is);
    }
  }

  Effect effect(TenantId tenant, PriceBook draft) {
    Instant now = clock.instant();
    Shelf shelf = books.shelf(tenant);
    OrderChanges today = regions.changes(shelf);
    OrderChanges then = regions.changes(with(shelf, draft, now));
    Surroundings around = Surroundings.none(now);
    Sum all = new Sum();
    Map<String, Sum> byProvince = new TreeMap<>();
    TierDraftController.@Nullable Example example = null;
    for (WorkOrder order : orders(tenant, now)) {
      Rated before = rated(today, order, around, draft);
      Rated after = rated(then, order, around, draft);
      if (before != null || after != null) {
        long was = total(before);
        long is = total(after);
        all.add(was, is);
        if (was != is) {
          byProvince.computeIfAbsent(province(today.place(order)), _ -> new Sum()).add(was, is);
        }
        if (after != null && (example == null || was != is) && isBetter(example, was, is)) {
          example = example(draft, order, after);
        }
      }
    }
    return new Effect(impact(all, byProvince, draft.currency()), example);
  }

  private static boolean isBetter(TierDraftController.@Nullable Example known, long was, long is) {
    return known == null || was != is;
  }

  private List<WorkOrder> orders(TenantId tenant, Instant now) {
    Instant since = now.minus(Duration.ofDays(DAYS));
    return transactions
        .read(
            tenant,
            jdbc ->
                jdbc.sql(FACTS)
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .param("month", since.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1))
                    .param("limit", MOST_ORDERS)
                    .query(String.class)
                    .list())
        .stream()
        .map(FactsText::read)
        .toList();
  }

  /** The shelf as it would be: the draft counts from its first day, as if always known. */
  private Shelf with(Shelf shelf, PriceBook draft, Instant now) {
    List<Edition> editions = new ArrayList<>();
    shelf.relations().forEach(relation -> editions.addAll(shelf.editions(relation)));
    editions.add(new Edition(CompiledBook.of(draft, regions.tree()), RECORDED_SINCE, now));
    return Shelf.of(editions);
  }

  private static @Nullable Rated rated(
      OrderChanges changes, WorkOrder order, Surroundings around, PriceBook draft) {
    return changes.preview(order, around).relations().stream()
        .filter(one -> one.relation().equals(draft.relation()))
        .map(RelationSettlement::rated)
        .findFirst()
        .orElse(null);
  }

  private static long total(@Nullable Rated rated) {
    return rated == null || rated.state() == Rated.State.ON_HOLD ? 0 : rated.total().minor();
  }

  private static String province(Resolution place) {
    return place instanceof Resolution.Resolved resolved
            && resolved.region().code().text().matches("\\d{6}")
        ? resolved.region().code().text().substring(0, 2) + "0000"
        : "";
  }

  private TierDraftController.Impact impact(
      Sum all, Map<String, Sum> byProvince, Currency currency) {
    return new TierDraftController.Impact(
        DAYS,
        byProvince.values().stream().mapToInt(sum -> sum.orders).sum(),
        text(all.before, currency),
        text(all.after, currency),
        text(all.after - all.before, currency),
        byProvince.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                    entry -> -Math.abs(entry.getValue().after - entry.getValue().before)))
            .map(
                entry ->
                    new TierDraftController.RegionImpact(
                        entry.getKey(),
                        entry.getKey().isEmpty()
                            ? ""
                            : regions.tree().path(RegionCode.of(entry.getKey())),
                        entry.getValue().orders,
                        text(entry.getValue().after - entry.getValue().before, currency)))
            .toList());
  }

  private TierDraftController.Example example(PriceBook draft, WorkOrder order, Rated rated) {
    Wording wording = Wording.of(draft, regions.tree(), Language.CHINESE);
    String sentence =
        rated.lines().isEmpty()
            ? rated.holds().stream().map(wording::hold).findFirst().orElse("")
            : String.join(
                "；", rated.lines().stream().map((Line line) -> wording.line(line)).toList());
    return new TierDraftController.Example(
        JSON.readTree(FactsText.write(order)), sentence, rated.total().toString());
  }

  private static String text(long minor, Currency currency) {
    return new Money(minor, currency).toString();
  }
}
