package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Periodic;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.book.WorkingTime;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Books whose tiers ask all kinds of things of the values in {@link Pools}. Each tier costs a flat
 * amount of its own, so that the winner is seen in the line. The same seed makes the same book.
 */
final class RandomBooks {

  private final Random random;

  RandomBooks(Random random) {
    this.random = random;
  }

  PriceBook book(int tiers) {
    List<Tier> all = new ArrayList<>();
    for (int i = 0; i < tiers; i++) {
      all.add(tier(i));
    }
    return of(all, specificity());
  }

  /** A book of these tiers and otherwise the same as all others. */
  static PriceBook of(List<Tier> tiers, List<Dimension> specificity) {
    return new PriceBook(
        BookId.of("random"),
        "random",
        Relation.parse("headquarters→partner"),
        Currency.CNY,
        ZoneId.of("Asia/Shanghai"),
        Times.Event.COMPLETED,
        Times.Event.COMPLETED,
        LocalDate.parse("2026-01-01"),
        null,
        RoundingMode.HALF_UP,
        Conditions.NONE,
        null,
        null,
        specificity,
        List.of(),
        List.of(),
        List.of(
            new RegionGroup(Code.of("核心"), List.of(Code.of("110000"), Code.of("440300"))),
            new RegionGroup(Code.of("华东"), List.of(Code.of("330000"), Code.of("310115")))),
        List.of(
            attribute(Pools.TEXT.text(), AttributeDeclaration.Type.TEXT),
            attribute(Pools.NUMBER.text(), AttributeDeclaration.Type.NUMBER),
            attribute(Pools.DATE.text(), AttributeDeclaration.Type.DATE)),
        List.of(new MeasureDeclaration(Pools.MEASURE, "量", "")),
        List.of(
            new FeeCategory(CategoryId.of("item"), "item", FeeCategory.Per.ITEM, false),
            new FeeCategory(CategoryId.of("order"), "order", FeeCategory.Per.ORDER, false)),
        tiers,
        List.of(),
        List.of(),
        List.of(Pools.OFFICE),
        List.of(),
        List.of(),
        List.of(),
        Periodic.NONE,
        false,
        null);
  }

  private static AttributeDeclaration attribute(String name, AttributeDeclaration.Type type) {
    return new AttributeDeclaration(
        dev.duodang.pricing.order.AttributeName.of(name), name, type, List.of());
  }

  /** All dimensions, the first few in an order of the book's own. */
  private List<Dimension> specificity() {
    List<Dimension> all = new ArrayList<>(PriceBook.defaultSpecificity());
    all.add(new Dimension.Attribute(Pools.TEXT));
    if (random.nextBoolean()) {
      java.util.Collections.shuffle(all, random);
    }
    return all;
  }

  Tier tier(int number) {
    Conditions asked = Conditions.NONE;
    for (int i = random.nextInt(5); i > 0; i--) {
      asked = with(condition(), asked);
    }
    LocalDate from = random.nextInt(4) == 0 ? LocalDate.of(2026, 11, 1 + random.nextInt(28)) : null;
    return new Tier(
        TierId.of("t" + number),
        "t" + number,
        CategoryId.of(random.nextBoolean() ? "item" : "order"),
        random.nextInt(3),
        asked,
        flat(number),
        null,
        null,
        from,
        from != null && random.nextBoolean() ? from.plusDays(10) : null);
  }

  /** One more condition, where it can stand beside the others. */
  private static Conditions with(Condition condition, Conditions others) {
    List<Condition> all = new ArrayList<>(others.all());
    all.add(condition);
    try {
      return new Conditions(all);
    } catch (IllegalArgumentException aboutTheSameFact) {
      return others;
    }
  }

  static Charge flat(int number) {
    return new Charge.Metered(
        Measure.Standard.ONCE, Tariff.of(new Flat(Exact.of(number + 1))), CountScope.ALONE, null);
  }

  private Condition condition() {
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3 -> region();
      case 4, 5 -> oneOf(Dimension.Standard.SERVICE, Pools.SERVICES);
      case 6, 7, 8 -> set();
      case 9 -> oneOf(new Dimension.Attribute(Pools.TEXT), Pools.codes("S1", "S2", "S3"));
      case 10, 11 -> new Condition.InRange(Pools.any(random, Pools.NUMBERS), range());
      case 12 -> status();
      case 13 -> new Condition.Happened(event(), random.nextBoolean());
      case 14 -> time();
      case 15 -> new Condition.Expression(ExpressionText.of("quantity > " + random.nextInt(4)));
      default -> related();
    };
  }

  private Condition region() {
    return oneOf(Dimension.Standard.REGION, Pools.REGIONS);
  }

  private Condition set() {
    Dimension.Standard dimension = Pools.any(random, Pools.PLAIN);
    return oneOf(dimension, Pools.valuesOf(dimension));
  }

  private Condition oneOf(Dimension dimension, List<Code> pool) {
    Set<Code> included = some(pool, random.nextInt(4));
    Set<Code> excluded = some(pool, included.isEmpty() ? 1 : random.nextInt(2));
    return new Condition.OneOf(dimension, included, excluded);
  }

  private Set<Code> some(List<Code> pool, int count) {
    Set<Code> values = new HashSet<>();
    for (int i = 0; i < count; i++) {
      values.add(Pools.any(random, pool));
    }
    return values;
  }

  private Range range() {
    int low = random.nextInt(4);
    Range.Bound lower = new Range.Bound(Exact.of(low), random.nextBoolean());
    Range.Bound upper =
        new Range.Bound(Exact.of(low + 1 + random.nextInt(3)), random.nextBoolean());
    return switch (random.nextInt(4)) {
      case 0 -> new Range(lower, null);
      case 1 -> new Range(null, upper);
      case 2 ->
          new Range(new Range.Bound(Exact.of(low), true), new Range.Bound(Exact.of(low), true));
      default -> new Range(lower, upper);
    };
  }

  private Condition status() {
    Set<OrderStatus> statuses = new HashSet<>();
    statuses.add(Pools.any(random, List.of(OrderStatus.values())));
    statuses.add(Pools.any(random, List.of(OrderStatus.values())));
    return new Condition.InStatus(statuses);
  }

  private Times.Event event() {
    return Pools.any(random, List.of(Times.Event.values()));
  }

  private Condition time() {
    LocalDate day = LocalDate.of(2026, 11, 1 + random.nextInt(28));
    return switch (random.nextInt(5)) {
      case 0 -> new Condition.During(event(), day.atStartOfDay(), day.plusDays(9).atTime(12, 0));
      case 1 ->
          new Condition.AtHours(
              event(),
              LocalTime.of(random.nextInt(12), 0),
              LocalTime.of(12 + random.nextInt(12), 0));
      case 2 -> new Condition.AtHours(event(), LocalTime.of(22, 0), LocalTime.of(6, 30));
      case 3 -> new Condition.InCalendar(event(), Pools.OFFICE.id(), workingTimes());
      default ->
          random.nextBoolean()
              ? new Condition.OnWeekdays(event(), Set.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY))
              : new Condition.BetweenDays(
                  Pools.DATE, day, random.nextBoolean() ? null : day.plusDays(9));
    };
  }

  private Set<WorkingTime> workingTimes() {
    Set<WorkingTime> times = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      times.add(Pools.any(random, List.of(WorkingTime.values())));
    }
    return times;
  }

  private Condition related() {
    return new Condition.Follows(
        Pools.any(random, List.of(RelatedOrder.Kind.values())),
        random.nextBoolean() ? null : random.nextInt(20),
        random.nextBoolean());
  }
}
