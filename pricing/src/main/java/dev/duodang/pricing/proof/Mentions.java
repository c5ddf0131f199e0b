package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.book.RegionWords;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.region.RegionTree;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the conditions of a book name of each fact, and the aspects that follow from it. */
final class Mentions {

  private final PriceBook book;
  private final Map<Dimension, SortedSet<String>> values;
  private final Map<NumberFact, SortedSet<Exact>> bounds;
  private final Map<AttributeName, SortedSet<LocalDate>> days;
  private final Map<Times.Event, SortedSet<LocalDateTime>> moments = new TreeMap<>();
  private final Map<Times.Event, SortedSet<LocalTime>> hours = new TreeMap<>();
  private final Set<Times.Event> weekdays = new TreeSet<>();
  private final Map<Times.Event, SortedSet<String>> calendars = new TreeMap<>();
  private final Set<Code> regions = new HashSet<>();
  private final Set<Condition.Follows> follows = new HashSet<>();

  private Mentions(PriceBook book) {
    this.book = book;
    this.values =
        new TreeMap<>(
            Comparator.<Dimension>comparingInt(book.specificity()::indexOf)
                .thenComparing(Dimension::key));
    this.bounds = new TreeMap<>(Comparator.comparing(NumberFact::key));
    this.days = new TreeMap<>(Comparator.comparing(AttributeName::text));
  }

  static Mentions of(PriceBook book) {
    Mentions mentions = new Mentions(book);
    book.tiers().forEach(tier -> mentions.add(tier.when()));
    book.modifiers().forEach(modifier -> mentions.add(modifier.when()));
    book.periodic().rebates().forEach(rebate -> mentions.add(rebate.when()));
    book.covers().forEach(mentions::add);
    mentions.add(book.appliesWhen());
    return mentions;
  }

  private void add(Conditions conditions) {
    for (Condition condition : conditions.all()) {
      switch (condition) {
        case Condition.OneOf set when set.dimension() == Dimension.Standard.REGION -> {
          regions.addAll(set.included());
          regions.addAll(set.excluded());
        }
        case Condition.OneOf set -> {
          SortedSet<String> named = values.computeIfAbsent(set.dimension(), _ -> new TreeSet<>());
          set.included().forEach(value -> named.add(value.text()));
          set.excluded().forEach(value -> named.add(value.text()));
        }
        case Condition.InRange in -> {
          SortedSet<Exact> ends = bounds.computeIfAbsent(in.number(), _ -> new TreeSet<>());
          addBound(ends, in.range().lower());
          addBound(ends, in.range().upper());
        }
        case Condition.BetweenDays between ->
            addAll(
                days.computeIfAbsent(between.attribute(), _ -> new TreeSet<>()),
                between.from(),
                between.until());
        case Condition.During during ->
            addAll(moments(during.event()), during.from(), during.until());
        case Condition.Happened happened -> moments(happened.event());
        case Condition.AtHours at -> {
          moments(at.event());
          addAll(hours.computeIfAbsent(at.event(), _ -> new TreeSet<>()), at.from(), at.until());
        }
        case Condition.OnWeekdays on -> {
          moments(on.event());
          weekdays.add(on.event());
        }
        case Condition.InCalendar in -> {
          moments(in.event());
          calendars.computeIfAbsent(in.event(), _ -> new TreeSet<>()).add(in.calendar().text());
        }
        case Condition.Follows following -> follows.add(following);
        case Condition.InStatus _, Condition.PromiseCameOut _, Condition.Expression _ -> {}
      }
    }
  }

  private SortedSet<LocalDateTime> moments(Times.Event event) {
    return moments.computeIfAbsent(event, _ -> new TreeSet<>());
  }

  private static void addBound(SortedSet<Exact> ends, Range.@Nullable Bound bound) {
    if (bound != null) {
      ends.add(bound.value());
    }
  }

  private static <T> void addAll(SortedSet<T> cuts, @Nullable T from, @Nullable T until) {
    if (from != null) {
      cuts.add(from);
    }
    if (until != null) {
      cuts.add(until);
    }
  }

  /** The aspects of the book's orders; status and pricing day are always among them. */
  List<Aspect> aspects(RegionTree tree) {
    List<Aspect> aspects = new ArrayList<>();
    aspects.add(new StatusAspect());
    aspects.add(new PricingDayAspect(book));
    if (!regions.isEmpty()) {
      aspects.add(new RegionAspect(tree, RegionWords.of(tree, book.groups()), regions));
    }
    values.forEach(
        (dimension, named) ->
            aspects.add(new ValueAspect(dimension, named, other(dimension, named))));
    bounds.forEach((fact, ends) -> aspects.add(new NumberAspect(fact, ends)));
    days.forEach((name, cuts) -> aspects.add(new DayAspect(name, cuts)));
    moments.forEach((event, cuts) -> aspects.add(new MomentAspect(event, cuts)));
    weekdays.forEach(event -> aspects.add(new WeekdayAspect(event)));
    hours.forEach((event, cuts) -> aspects.add(new HoursAspect(event, cuts)));
    calendars.forEach(
        (event, ids) ->
            book.calendars().stream()
                .filter(calendar -> ids.contains(calendar.id().text()))
                .forEach(calendar -> aspects.add(new CalendarAspect(event, calendar))));
    if (!follows.isEmpty()) {
      SortedSet<Integer> within = new TreeSet<>();
      follows.forEach(following -> addAll(within, following.withinDays(), null));
      aspects.add(new RelatedAspect(within, follows));
    }
    return List.copyOf(aspects);
  }

  private @Nullable String other(Dimension dimension, SortedSet<String> named) {
    List<String> candidates = closedValues(dimension);
    if (candidates == null) {
      candidates = new ArrayList<>();
      for (int i = 0; i <= named.size(); i++) {
        candidates.add(i == 0 ? "OTHER" : "OTHER-" + i);
      }
    }
    return candidates.stream().filter(value -> !named.contains(value)).findFirst().orElse(null);
  }

  /** All values that a fact can have; null where they are not known. */
  private @Nullable List<String> closedValues(Dimension dimension) {
    if (dimension == Dimension.Standard.WARRANTY) {
      return Arrays.stream(Warranty.values()).map(Warranty::name).toList();
    }
    if (dimension == Dimension.Standard.STAGE) {
      return Arrays.stream(Stage.values()).map(Stage::name).toList();
    }
    AttributeDeclaration declared =
        dimension instanceof Dimension.Attribute attribute
            ? book.attribute(attribute.name())
            : null;
    return declared == null || declared.choices().isEmpty()
        ? null
        : declared.choices().stream().map(Code::text).toList();
  }
}
