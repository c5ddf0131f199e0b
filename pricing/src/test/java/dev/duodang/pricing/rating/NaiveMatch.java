package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Holiday;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkDays;
import dev.duodang.pricing.book.WorkSpan;
import dev.duodang.pricing.book.WorkingTime;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.sample.ToyExpressions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The winner as the rules say it, by looking at every tier of a book in turn, for an order whose
 * region is exactly known. Shares nothing with the index but the book.
 */
public final class NaiveMatch {

  private final PriceBook book;
  private final RegionTree tree;
  private final WorkOrder order;
  private final WorkOrder related;
  private final Instant pricingTime;

  public NaiveMatch(
      PriceBook book, RegionTree tree, WorkOrder order, WorkOrder related, Instant pricingTime) {
    this.book = book;
    this.tree = tree;
    this.order = order;
    this.related = related;
    this.pricingTime = pricingTime;
  }

  /** The best tier of a category for any of some items, null for none. */
  Tier winner(String category, List<OrderItem> items, RegionCode region) {
    Tier best = null;
    List<Long> bestRank = null;
    for (Tier tier : book.tiers()) {
      for (OrderItem item : items) {
        if (tier.category().text().equals(category) && holds(tier, item, region)) {
          List<Long> rank = rank(tier, item, region);
          if (best == null || isBefore(rank, tier, bestRank, best)) {
            best = tier;
            bestRank = rank;
          }
        }
      }
    }
    return best;
  }

  private static boolean isBefore(List<Long> rank, Tier tier, List<Long> bestRank, Tier best) {
    for (int i = 0; i < rank.size(); i++) {
      if (!rank.get(i).equals(bestRank.get(i))) {
        return rank.get(i) > bestRank.get(i);
      }
    }
    return tier.id().text().compareTo(best.id().text()) < 0;
  }

  /** Whether conditions hold for an item. */
  public boolean meets(Conditions conditions, OrderItem item, RegionCode region) {
    return conditions.all().stream().allMatch(condition -> holds(condition, item, region));
  }

  /** Priority, then how specific in each dimension for this order, then the first day. */
  public List<Long> rank(Tier tier, OrderItem item, RegionCode region) {
    List<Long> rank = new ArrayList<>();
    rank.add((long) tier.priority());
    for (Dimension dimension : book.specificity()) {
      Condition.OneOf set = tier.when().on(dimension);
      rank.add(set == null ? 0L : depth(set, item, region));
    }
    LocalDate from = tier.validFrom() == null ? book.validFrom() : tier.validFrom();
    rank.add(from.toEpochDay());
    return rank;
  }

  private long depth(Condition.OneOf set, OrderItem item, RegionCode region) {
    if (set.included().isEmpty()) {
      return 0;
    }
    if (set.dimension() == Dimension.Standard.REGION) {
      return nodes(set.included()).stream()
          .filter(node -> lies(region, node))
          .mapToLong(node -> tree.find(node).orElseThrow().depth())
          .max()
          .orElse(0);
    }
    if (set.dimension() == Dimension.Standard.SERVICE && item != null && item.service() != null) {
      return set.included().stream()
          .filter(node -> isUnder(item.service().text(), node.text()))
          .mapToLong(node -> node.text().split("/", -1).length)
          .max()
          .orElse(0);
    }
    return 1;
  }

  private List<RegionCode> nodes(Set<Code> words) {
    List<RegionCode> nodes = new ArrayList<>();
    for (Code word : words) {
      RegionGroup group =
          book.groups().stream().filter(one -> one.name().equals(word)).findFirst().orElse(null);
      List<Code> members = group == null ? List.of(word) : group.members();
      members.forEach(member -> nodes.add(RegionCode.of(member.text())));
    }
    return nodes;
  }

  /** Whether a region is a node or lies below it, by walking up. */
  private boolean lies(RegionCode region, RegionCode node) {
    RegionCode at = region;
    while (at != null) {
      if (at.equals(node)) {
        return true;
      }
      at = tree.find(at).map(Region::parent).orElse(null);
    }
    return false;
  }

  private static boolean isUnder(String path, String node) {
    return path.equals(node) || path.startsWith(node + "/");
  }

  /** Whether a tier admits an item. */
  public boolean holds(Tier tier, OrderItem item, RegionCode region) {
    LocalDate day = local(pricingTime).toLocalDate();
    boolean valid =
        (tier.validFrom() == null || !day.isBefore(tier.validFrom()))
            && (tier.validUntil() == null || day.isBefore(tier.validUntil()));
    boolean admitted =
        tier.when().all().stream().anyMatch(Condition.InStatus.class::isInstance)
            || order.status() != OrderStatus.CANCELLED;
    return valid && admitted && meets(tier.when(), item, region);
  }

  private LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, book.zone());
  }

  private LocalDateTime local(Times.Event event) {
    return local(order.times().at(event));
  }

  private boolean holds(Condition condition, OrderItem item, RegionCode region) {
    return switch (condition) {
      case Condition.OneOf set -> oneOf(set, item, region);
      case Condition.InRange range -> inRange(number(range.number(), item), range.range());
      case Condition.During during -> {
        LocalDateTime at = local(during.event());
        yield at != null
            && (during.from() == null || !at.isBefore(during.from()))
            && (during.until() == null || at.isBefore(during.until()));
      }
      case Condition.AtHours hours -> {
        LocalDateTime at = local(hours.event());
        yield at != null && atHours(at.toLocalTime(), hours.from(), hours.until());
      }
      case Condition.OnWeekdays weekdays -> {
        LocalDateTime at = local(weekdays.event());
        yield at != null && weekdays.days().contains(at.getDayOfWeek());
      }
      case Condition.InCalendar in -> {
        LocalDateTime at = local(in.event());
        yield at != null && in.times().contains(workingTime(in.calendar(), at));
      }
      case Condition.PromiseCameOut promise ->
          throw new AssertionError("no tier asks for " + promise);
      case Condition.Happened happened -> (local(happened.event()) != null) == happened.expected();
      case Condition.BetweenDays days -> betweenDays(attribute(days.attribute(), item), days);
      case Condition.InStatus status -> status.statuses().contains(order.status());
      case Condition.Follows follows -> follows(follows);
      case Condition.Expression expression -> {
        Exact bound = Exact.parse(expression.text().text().replace("quantity > ", ""));
        yield ToyExpressions.isMore(new OrderFacts(order, item, related), bound);
      }
    };
  }

  /** By looking through all that the calendar says, the exceptions last. */
  private WorkingTime workingTime(CalendarId id, LocalDateTime at) {
    WorkCalendar calendar =
        book.calendars().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    List<WorkSpan> hours = new ArrayList<>();
    for (WorkDays days : calendar.week()) {
      hours.addAll(days.weekdays().contains(at.getDayOfWeek()) ? days.hours() : List.of());
    }
    for (DayRun run : calendar.workingDays()) {
      hours = isIn(run, at) ? calendar.week().getFirst().hours() : hours;
    }
    for (Holiday holiday : calendar.holidays()) {
      if (holiday.runs().stream().anyMatch(run -> isIn(run, at))) {
        return WorkingTime.HOLIDAY;
      }
    }
    if (hours.isEmpty()) {
      return WorkingTime.REST_DAY;
    }
    int minute = at.getHour() * 60 + at.getMinute();
    boolean working =
        hours.stream().anyMatch(span -> minute >= minute(span.from()) && minute < end(span));
    return working ? WorkingTime.WORKING_HOURS : WorkingTime.AFTER_HOURS;
  }

  private static boolean isIn(DayRun run, LocalDateTime at) {
    long day = at.toLocalDate().toEpochDay();
    return day >= run.first().toEpochDay() && day <= run.last().toEpochDay();
  }

  private static int end(WorkSpan span) {
    return minute(span.until()) == 0 ? 24 * 60 : minute(span.until());
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }

  private boolean oneOf(Condition.OneOf set, OrderItem item, RegionCode region) {
    if (set.dimension() == Dimension.Standard.REGION) {
      boolean in =
          set.included().isEmpty()
              || nodes(set.included()).stream().anyMatch(node -> lies(region, node));
      return in && nodes(set.excluded()).stream().noneMatch(node -> lies(region, node));
    }
    String value = value(set.dimension(), item);
    if (value == null) {
      return set.included().isEmpty();
    }
    boolean tree = set.dimension() == Dimension.Standard.SERVICE;
    boolean in =
        set.included().isEmpty()
            || set.included().stream()
                .anyMatch(c -> tree ? isUnder(value, c.text()) : value.equals(c.text()));
    return in
        && set.excluded().stream()
            .noneMatch(c -> tree ? isUnder(value, c.text()) : value.equals(c.text()));
  }

  private String value(Dimension dimension, OrderItem item) {
    Object value =
        switch (dimension) {
          case Dimension.Attribute attribute -> attribute(attribute.name(), item);
          case Dimension.Standard standard -> fact(standard, item);
        };
    return value instanceof Enum<?> constant
        ? constant.name()
        : value instanceof Code code ? code.text() : value == null ? null : value.toString();
  }

  private Object fact(Dimension.Standard dimension, OrderItem item) {
    var party = order.counterparty();
    return switch (dimension) {
      case COUNTERPARTY -> party == null ? null : party.id();
      case PARTNER_TYPE -> party == null ? null : party.type();
      case MODE -> party == null ? null : party.mode();
      case GRADE -> party == null ? null : party.grade();
      case CUSTOMER -> order.customer().id();
      case CUSTOMER_CLASS -> order.customer().customerClass();
      case CHANNEL -> order.channel();
      case COMPLEXITY -> order.complexity();
      case URGENCY -> order.urgency();
      case STAGE -> order.stage();
      case PROMOTION -> order.promotion();
      case SERVICE -> item == null ? null : item.service();
      case WARRANTY -> item == null ? null : item.warranty();
      case BRAND -> item == null ? null : item.brand();
      case PRODUCT -> item == null ? null : item.product();
      case REGION -> throw new AssertionError("the region is given");
    };
  }

  private Code attribute(AttributeName name, OrderItem item) {
    Code own = item == null ? null : item.attributes().get(name);
    return own != null ? own : order.attributes().get(name);
  }

  private Exact number(NumberFact fact, OrderItem item) {
    return switch (fact) {
      case NumberFact.Standard.QUANTITY -> item == null ? Exact.ONE : item.quantity();
      case NumberFact.Standard.DISTANCE_METRES -> order.distanceMetres();
      case NumberFact.Standard.DURATION_SECONDS -> order.durationSeconds();
      case NumberFact.Measured(MeasureName name) -> {
        Exact own = item == null ? null : item.measures().get(name);
        yield own != null ? own : order.measures().get(name);
      }
      case NumberFact.Attribute(AttributeName name) -> {
        Code code = attribute(name, item);
        yield code == null || !code.text().matches("-?[0-9.]+") ? null : Exact.parse(code.text());
      }
    };
  }

  private static boolean inRange(Exact value, Range range) {
    if (value == null) {
      return false;
    }
    Range.Bound lower = range.lower();
    Range.Bound upper = range.upper();
    int low = lower == null ? 1 : value.compareTo(lower.value());
    int high = upper == null ? -1 : value.compareTo(upper.value());
    return (low > 0 || (low == 0 && lower.inclusive()))
        && (high < 0 || (high == 0 && upper.inclusive()));
  }

  /** Minute by minute would give the same: inside, or around midnight. */
  private static boolean atHours(LocalTime time, LocalTime from, LocalTime until) {
    int at = time.toSecondOfDay();
    int start = from.toSecondOfDay();
    int end = until.toSecondOfDay();
    return start < end ? at >= start && at < end : at >= start || at < end;
  }

  private static boolean betweenDays(Code value, Condition.BetweenDays days) {
    try {
      LocalDate day = value == null ? null : LocalDate.parse(value.text());
      return day != null
          && !day.isBefore(days.from())
          && (days.until() == null || day.isBefore(days.until()));
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  private boolean follows(Condition.Follows follows) {
    if (order.related() == null || order.related().kind() != follows.kind()) {
      return false;
    }
    if (follows.withinDays() != null) {
      Instant done = related == null ? null : related.times().completed();
      if (done == null
          || Duration.between(done, pricingTime).compareTo(Duration.ofDays(follows.withinDays()))
              > 0) {
        return false;
      }
    }
    return !follows.sameHandler()
        || (related != null
            && order.handlers().stream()
                .anyMatch(
                    mine ->
                        related.handlers().stream()
                            .anyMatch(other -> other.id().equals(mine.id()))));
  }
}
