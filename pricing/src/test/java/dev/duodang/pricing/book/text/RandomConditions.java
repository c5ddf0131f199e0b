package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkingTime;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.TenantRoot;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on everything that can be asked, at least one at a time. */
final class RandomConditions {

  private final Chance chance;
  private final List<Code> regions = new ArrayList<>();
  private List<AttributeDeclaration> attributes = List.of();
  private List<MeasureDeclaration> measures = List.of();
  private List<WorkCalendar> calendars = List.of();

  RandomConditions(Chance chance) {
    this.chance = chance;
  }

  void declare(
      List<TenantRoot> roots,
      List<RegionGroup> groups,
      List<AttributeDeclaration> attributes,
      List<MeasureDeclaration> measures,
      List<WorkCalendar> calendars) {
    regions.addAll(List.of(Code.of("北京市"), Code.of("河南省/郑州市"), Code.of("440305")));
    groups.forEach(group -> regions.add(group.name()));
    if (!roots.isEmpty()) {
      regions.addAll(List.of(Code.of("US-NYC-BK"), Code.of("United States")));
    }
    this.attributes = attributes;
    this.measures = measures;
    this.calendars = calendars;
  }

  /** As {@link #random}, or with an expression that reads like anything. */
  Conditions withExpression() {
    List<Condition> all = new ArrayList<>(random().all());
    if (chance.odds(4)) {
      String text = chance.name() + (chance.odds(2) ? " && \"" : " ") + chance.name();
      all.add(new Condition.Expression(ExpressionText.of(text.strip())));
    }
    return new Conditions(all);
  }

  /** As {@link #withExpression}, or asking how the promise came out. */
  Conditions ofLines() {
    List<Condition> all = new ArrayList<>(withExpression().all());
    switch (chance.below(6)) {
      case 0 -> all.add(promise(Promise.Part.WHOLE));
      case 1 -> all.add(promise(Promise.Part.FINISH));
      case 2 -> {
        all.add(promise(Promise.Part.RESPOND));
        all.add(promise(Promise.Part.FINISH));
      }
      default -> {}
    }
    return new Conditions(all);
  }

  private Condition promise(Promise.Part part) {
    return new Condition.PromiseCameOut(part, chance.pick(Promise.State.values()));
  }

  /** Conditions of which all can be proven. */
  Conditions random() {
    List<Condition> all = new ArrayList<>();
    while (all.isEmpty()) {
      for (Dimension.Standard dimension : Dimension.Standard.values()) {
        if (chance.odds(6)) {
          all.add(oneOf(dimension));
        }
      }
      addNumbers(all);
      attributes.stream().filter(_ -> chance.odds(4)).forEach(declared -> all.add(on(declared)));
      for (Times.Event event : Times.Event.values()) {
        addTime(all, event);
      }
      if (chance.odds(6)) {
        all.add(new Condition.InStatus(subset(List.of(OrderStatus.values()))));
      }
      if (chance.odds(6)) {
        Integer days = chance.odds(2) ? chance.below(60) : null;
        all.add(
            new Condition.Follows(chance.pick(RelatedOrder.Kind.values()), days, chance.odds(2)));
      }
    }
    return new Conditions(all);
  }

  private Condition oneOf(Dimension.Standard dimension) {
    List<Code> values =
        switch (dimension) {
          case REGION -> regions;
          case SERVICE -> List.of(Code.of("维修"), Code.of("维修/空调"), Code.of("安装/a b"));
          case WARRANTY -> List.of(Code.of("IN"), Code.of("OUT"));
          case STAGE -> List.of(Code.of("PRE_SALES"), Code.of("IN_SALES"), Code.of("AFTER_SALES"));
          case COUNTERPARTY,
              CUSTOMER,
              CUSTOMER_CLASS,
              CHANNEL,
              PARTNER_TYPE,
              MODE,
              GRADE,
              COMPLEXITY,
              URGENCY,
              BRAND,
              PRODUCT,
              PROMOTION ->
              List.of(Code.of("VIP"), Code.of(chance.name()), Code.of(chance.name()));
        };
    return oneOf(dimension, values);
  }

  private Condition oneOf(Dimension dimension, List<Code> values) {
    Set<Code> included = chance.odds(3) ? Set.of() : subset(values);
    Set<Code> excluded = included.isEmpty() || chance.odds(3) ? subset(values) : Set.of();
    return new Condition.OneOf(dimension, included, excluded);
  }

  private <T> Set<T> subset(List<T> values) {
    Set<T> subset = new HashSet<>();
    while (subset.isEmpty()) {
      values.stream().filter(_ -> chance.odds(2)).forEach(subset::add);
    }
    return subset;
  }

  private void addNumbers(List<Condition> all) {
    for (NumberFact.Standard number : NumberFact.Standard.values()) {
      if (chance.odds(6)) {
        all.add(new Condition.InRange(number, range(number != NumberFact.Standard.QUANTITY)));
      }
    }
    for (MeasureDeclaration measure : measures) {
      if (chance.odds(3)) {
        all.add(new Condition.InRange(new NumberFact.Measured(measure.name()), range(false)));
      }
    }
  }

  private Range range(boolean measured) {
    Exact low = measured ? chance.measured() : chance.amount();
    Exact high = low.plus(measured ? chance.measured() : chance.amount()).plus(Exact.ONE);
    Range.@Nullable Bound lower = chance.odds(3) ? null : new Range.Bound(low, chance.odds(2));
    Range.@Nullable Bound upper =
        lower != null && chance.odds(3) ? null : new Range.Bound(high, chance.odds(2));
    return new Range(lower, upper);
  }

  private Condition on(AttributeDeclaration declared) {
    return switch (declared.type()) {
      case TEXT ->
          oneOf(
              new Dimension.Attribute(declared.name()),
              List.of(Code.of(chance.name()), Code.of("12"), Code.of("null")));
      case CHOICE -> oneOf(new Dimension.Attribute(declared.name()), declared.choices());
      case NUMBER -> new Condition.InRange(new NumberFact.Attribute(declared.name()), range(false));
      case DATE ->
          new Condition.BetweenDays(
              declared.name(), chance.day(), chance.odds(2) ? null : chance.day().plusDays(1500));
    };
  }

  private void addTime(List<Condition> all, Times.Event event) {
    if (chance.odds(8)) {
      all.add(new Condition.Happened(event, chance.odds(2)));
      return;
    }
    if (chance.odds(6)) {
      LocalDateTime from = moment();
      all.add(
          new Condition.During(
              event, chance.odds(3) ? null : from, from.plusSeconds(1 + chance.below(9_000_000))));
    }
    if (chance.odds(6)) {
      LocalTime from = time();
      LocalTime until = time();
      all.add(new Condition.AtHours(event, from, from.equals(until) ? until.plusHours(1) : until));
    }
    if (chance.odds(6)) {
      all.add(new Condition.OnWeekdays(event, subset(List.of(DayOfWeek.values()))));
    }
    if (!calendars.isEmpty() && chance.odds(4)) {
      Set<WorkingTime> times = subset(List.of(WorkingTime.values()));
      times.remove(chance.pick(WorkingTime.values()));
      if (!times.isEmpty()) {
        all.add(new Condition.InCalendar(event, chance.pick(calendars).id(), times));
      }
    }
  }

  private LocalDateTime moment() {
    return chance.odds(2) ? chance.day().atStartOfDay() : chance.day().atTime(time());
  }

  private LocalTime time() {
    return chance.odds(4)
        ? LocalTime.MIDNIGHT
        : chance.odds(2)
            ? LocalTime.of(chance.below(24), 30)
            : LocalTime.ofSecondOfDay(chance.below(86_400));
  }
}
