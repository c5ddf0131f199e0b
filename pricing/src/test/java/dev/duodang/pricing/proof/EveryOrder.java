package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every kind of order that a book of {@link SmallBooks} can tell apart. */
final class EveryOrder {

  private static final List<String> HOURS = List.of("02:00", "07:00", "12:00", "21:00", "23:00");
  private static final List<String> DAYS =
      List.of("2026-02-01", "2026-04-01", "2026-06-01", "2026-09-01");

  /** What a calendar tells apart besides: the other of working and rest, and the days it lists. */
  private static final List<String> DAYS_OF_CALENDAR =
      List.of("2026-02-02", "2026-04-04", "2026-06-06", "2026-09-05", "2026-04-06", "2026-04-12");

  private final Set<String> asked = new HashSet<>();

  EveryOrder(PriceBook book) {
    book.tiers().forEach(tier -> ask(tier.when()));
    book.covers().forEach(this::ask);
    ask(book.appliesWhen());
  }

  /** An order as far as an order itself goes, priced at a time. */
  record Priced(WorkOrder order, RegionCode region, Instant at) {}

  private void ask(Conditions conditions) {
    for (Condition condition : conditions.all()) {
      if (condition instanceof Condition.InCalendar) {
        asked.add("calendar");
      }
      asked.add(
          switch (condition) {
            case Condition.OneOf set -> set.dimension().key();
            case Condition.InRange range -> range.number().key();
            case Condition.AtHours _, Condition.During _, Condition.InCalendar _ -> "completed";
            case Condition.InStatus _ -> "status";
            case Condition.Expression _ -> "promotion";
            case Condition.OnWeekdays _,
                Condition.Happened _,
                Condition.BetweenDays _,
                Condition.PromiseCameOut _,
                Condition.Follows _ ->
                throw new AssertionError("small books do not ask for " + condition);
          });
    }
  }

  private <T> List<T> values(String fact, List<T> all, T otherwise) {
    return asked.contains(fact) ? all : Arrays.asList(otherwise);
  }

  /** Every item, and no item at all as null. */
  List<OrderItem> items() {
    List<OrderItem> items = new ArrayList<>();
    for (String service :
        values(
            Dimension.Standard.SERVICE.key(),
            Arrays.asList("A", "A/B", "A/B/X", "A/C", "A/Y", "D", "Z", null),
            "A")) {
      for (Warranty warranty :
          values(
              Dimension.Standard.WARRANTY.key(),
              Arrays.asList(Warranty.IN, Warranty.OUT, null),
              null)) {
        for (String site : values("site", Arrays.asList("S", "T", "U", null), null)) {
          items.add(
              new OrderItem(
                  service == null ? null : ServicePath.of(service),
                  null,
                  null,
                  Exact.ONE,
                  warranty,
                  Map.of(),
                  site == null ? Map.of() : Map.of(AttributeName.of("site"), Code.of(site))));
        }
      }
    }
    items.add(null);
    return items;
  }

  Stream<Priced> orders() {
    List<String> regions =
        values(
            "region",
            List.of("110101", "460106", "460302", "460303", "460321", "460200"),
            "460106");
    List<String> classes = values("customerClass", Arrays.asList("V", "W", "X", null), "V");
    List<Exact> distances =
        values(
            NumberFact.Standard.DISTANCE_METRES.key(),
            Arrays.asList(
                null,
                Exact.ZERO,
                Exact.of(1500),
                Exact.of(3000),
                Exact.of(5000),
                Exact.of(10000),
                Exact.of(20000)),
            Exact.of(1500));
    return regions.stream()
        .flatMap(
            region ->
                classes.stream()
                    .flatMap(
                        customerClass ->
                            distances.stream()
                                .flatMap(
                                    distance ->
                                        timed(
                                            WorkOrder.builder(OrderNo.of("W"))
                                                .place(new Place(null, RegionCode.of(region)))
                                                .customer(
                                                    new Customer(
                                                        null,
                                                        customerClass == null
                                                            ? null
                                                            : Code.of(customerClass)))
                                                .distanceMetres(distance)
                                                .build(),
                                            RegionCode.of(region)))));
  }

  private Stream<Priced> timed(WorkOrder order, RegionCode region) {
    List<Priced> all = new ArrayList<>();
    for (Instant priced : times()) {
      for (OrderStatus status : OrderStatus.values()) {
        switch (status) {
          case COMPLETED, VERIFIED -> all.add(priced(order, region, status, priced, null, priced));
          case CANCELLED ->
              completions(priced)
                  .forEach(
                      completed ->
                          all.add(priced(order, region, status, completed, priced, priced)));
          case OPEN -> {
            all.add(priced(order, region, status, null, null, priced));
            all.add(priced(order, region, status, priced, null, priced));
          }
        }
      }
    }
    return all.stream();
  }

  private List<Instant> times() {
    List<Instant> times = new ArrayList<>();
    List<String> days = new ArrayList<>(DAYS);
    days.addAll(values("calendar", DAYS_OF_CALENDAR, DAYS.getFirst()));
    for (String day : days) {
      for (String hour : values("completed", HOURS, "12:00")) {
        times.add(Instant.parse(day + "T" + hour + ":00+08:00"));
      }
    }
    return times;
  }

  private List<Instant> completions(Instant otherwise) {
    List<Instant> all = new ArrayList<>(times());
    all.add(null);
    return asked.contains("completed") ? all : List.of(otherwise);
  }

  private static Priced priced(
      WorkOrder order,
      RegionCode region,
      OrderStatus status,
      Instant completed,
      Instant cancelled,
      Instant at) {
    Times times = new Times(null, null, null, completed, null, cancelled);
    return new Priced(order.toBuilder().status(status).times(times).build(), region, at);
  }
}
