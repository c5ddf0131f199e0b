package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Holiday;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkDays;
import dev.duodang.pricing.book.WorkSpan;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The few values that random books ask for and random orders have, so that they often meet. */
final class Pools {

  static final AttributeName TEXT = AttributeName.of("shop");
  static final AttributeName NUMBER = AttributeName.of("floor");
  static final AttributeName DATE = AttributeName.of("bought");
  static final MeasureName MEASURE = MeasureName.of("metres");

  static final List<Code> REGIONS =
      codes(
          "110000", "110105", "310000", "330000", "330100", "330110", "440000", "440100", "440300",
          "440305", "441900", "核心", "华东");

  static final List<Code> SERVICES = codes("维修", "维修/空调", "维修/空调/加氟", "维修/冰箱", "安装", "安装/空调");

  private static final List<String> WORKS =
      List.of("维修", "维修/空调", "维修/空调/加氟", "维修/空调/清洗", "维修站", "安装/空调/柜机", "咨询");

  private static final List<String> PLACES =
      List.of(
          "110000", "110105", "310000", "310115", "330000", "330110", "330100", "440000", "440304",
          "440300", "440305", "441900", "650000");

  static final List<NumberFact> NUMBERS =
      List.of(
          NumberFact.Standard.QUANTITY,
          NumberFact.Standard.DISTANCE_METRES,
          NumberFact.Standard.DURATION_SECONDS,
          new NumberFact.Measured(MEASURE),
          new NumberFact.Attribute(NUMBER));

  static final List<Dimension.Standard> PLAIN =
      Arrays.stream(Dimension.Standard.values()).filter(dimension -> !dimension.isTree()).toList();

  /** A calendar with all that calendars have in November 2026. */
  static final WorkCalendar OFFICE =
      new WorkCalendar(
          CalendarId.of("office"),
          "办公",
          List.of(
              new WorkDays(
                  Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                  List.of(
                      new WorkSpan(LocalTime.of(9, 0), LocalTime.NOON),
                      new WorkSpan(LocalTime.of(13, 30), LocalTime.of(18, 0)))),
              new WorkDays(
                  Set.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
                  List.of(new WorkSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
          List.of(
              new Holiday(
                  "节",
                  List.of(
                      new DayRun(LocalDate.of(2026, 11, 7), LocalDate.of(2026, 11, 10)),
                      new DayRun(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25))))),
          List.of(new DayRun(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 16))));

  private Pools() {}

  static List<Code> codes(String... texts) {
    return Arrays.stream(texts).map(Code::of).toList();
  }

  static List<Code> valuesOf(Dimension.Standard dimension) {
    return switch (dimension) {
      case WARRANTY -> codes("IN", "OUT");
      case STAGE -> codes("PRE_SALES", "IN_SALES", "AFTER_SALES");
      default -> codes("A", "B", "C");
    };
  }

  static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> T anyOrNone(Random random, List<T> values) {
    return random.nextInt(4) == 0 ? null : any(random, values);
  }

  private static Code code(Random random) {
    return anyOrNone(random, codes("A", "B", "C", "D"));
  }

  /** An order with some of the facts, and one to four items or none. */
  static WorkOrder order(Random random) {
    List<OrderItem> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(item(random));
    }
    return WorkOrder.builder(OrderNo.of("W1"))
        .status(
            random.nextInt(4) == 0
                ? any(random, List.of(OrderStatus.values()))
                : OrderStatus.COMPLETED)
        .stage(anyOrNone(random, List.of(Stage.values())))
        .related(
            random.nextBoolean()
                ? null
                : new RelatedOrder(
                    OrderNo.of("W0"), any(random, List.of(RelatedOrder.Kind.values()))))
        .items(items)
        .complexity(code(random))
        .urgency(code(random))
        .channel(code(random))
        .promotion(code(random))
        .customer(new Customer(anyOrNone(random, parties()), code(random)))
        .counterparty(counterparty(random))
        .handlers(List.of(Handler.of(any(random, parties()))))
        .place(new Place(null, anyOrNone(random, PLACES.stream().map(RegionCode::of).toList())))
        .distanceMetres(number(random))
        .durationSeconds(number(random))
        .times(times(random))
        .measures(measures(random))
        .attributes(attributes(random))
        .build();
  }

  private static List<PartyId> parties() {
    return List.of(PartyId.of("A"), PartyId.of("B"), PartyId.of("C"), PartyId.of("D"));
  }

  private static Counterparty counterparty(Random random) {
    PartyId id = anyOrNone(random, parties());
    return id == null
        ? null
        : new Counterparty(
            id, Counterparty.Kind.PARTNER, code(random), code(random), code(random), null);
  }

  private static OrderItem item(Random random) {
    String service = anyOrNone(random, WORKS);
    Exact quantity = number(random);
    return new OrderItem(
        service == null ? null : ServicePath.of(service),
        code(random),
        code(random),
        quantity == null ? Exact.ONE : quantity,
        anyOrNone(random, List.of(Warranty.values())),
        measures(random),
        attributes(random));
  }

  /** A bound of the books' ranges, or a number between two. */
  private static Exact number(Random random) {
    return random.nextInt(5) == 0 ? null : Exact.of(5L * random.nextInt(15), 1);
  }

  private static Map<MeasureName, Exact> measures(Random random) {
    Exact metres = number(random);
    return metres == null ? Map.of() : Map.of(MEASURE, metres);
  }

  private static Map<AttributeName, Code> attributes(Random random) {
    Map<AttributeName, Code> attributes = new HashMap<>();
    if (random.nextBoolean()) {
      attributes.put(TEXT, any(random, codes("S1", "S2", "S3", "S4")));
    }
    if (random.nextBoolean()) {
      attributes.put(NUMBER, any(random, codes("0", "1", "1.5", "2", "3", "-1", "顶楼")));
    }
    if (random.nextBoolean()) {
      attributes.put(DATE, any(random, codes("2026-11-05", "2026-11-20", "2026-02-30", "昨天")));
    }
    return attributes;
  }

  private static Times times(Random random) {
    return new Times(
        instant(random),
        instant(random),
        instant(random),
        instant(random),
        instant(random),
        instant(random));
  }

  /** A time of November 2026, often on the hour, or none. */
  private static Instant instant(Random random) {
    if (random.nextInt(5) == 0) {
      return null;
    }
    long halfHours = random.nextInt(60 * 24);
    return Instant.parse("2026-11-01T00:00:00Z").plusSeconds(halfHours * 1800);
  }
}
