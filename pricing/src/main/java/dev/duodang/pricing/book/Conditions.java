package dev.duodang.pricing.book;

import dev.duodang.pricing.order.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tier or modifier asks; all of it must hold. Nothing asked admits every order.
 *
 * @param all at most one condition of a kind on a fact, in one fixed order whatever the order given
 */
public record Conditions(List<Condition> all) {

  public static final Conditions NONE = new Conditions(List.of());

  public Conditions {
    List<Condition> ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparing(Place::of, Place.ORDER));
    for (int i = 1; i < ordered.size(); i++) {
      Place place = Place.of(ordered.get(i));
      if (place.excludes(Place.of(ordered.get(i - 1)))) {
        throw new IllegalArgumentException(
            "two conditions on " + place.fact + "; write one with all that is asked of it");
      }
    }
    all = List.copyOf(ordered);
  }

  /** The set condition on a dimension, or null when there is none. */
  public Condition.@Nullable OneOf on(Dimension dimension) {
    for (Condition condition : all) {
      if (condition instanceof Condition.OneOf set && set.dimension().equals(dimension)) {
        return set;
      }
    }
    return null;
  }

  /** Whether the order's status is among what is asked. */
  public boolean namesStatus() {
    return all.stream().anyMatch(Condition.InStatus.class::isInstance);
  }

  /** Whether it is asked how the order's promise came out. */
  public boolean asksOfPromise() {
    return all.stream().anyMatch(Condition.PromiseCameOut.class::isInstance);
  }

  /** The expression among what is asked, or null when there is none. */
  public @Nullable ExpressionText expression() {
    for (Condition condition : all) {
      if (condition instanceof Condition.Expression expression) {
        return expression.text();
      }
    }
    return null;
  }

  /**
   * Where a condition stands among others.
   *
   * @param kind of several on the same fact: 0 for one that stands alone
   */
  private record Place(int group, int rank, String fact, int kind) {

    private static final List<Dimension> DIMENSIONS = List.of(Dimension.Standard.values());
    private static final List<NumberFact> NUMBERS = List.of(NumberFact.Standard.values());
    private static final List<Times.Event> EVENTS = List.of(Times.Event.values());
    private static final List<Promise.Part> PARTS = List.of(Promise.Part.values());

    static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::group)
            .thenComparingInt(Place::rank)
            .thenComparing(Place::fact)
            .thenComparingInt(Place::kind);

    static Place of(Condition condition) {
      return switch (condition) {
        case Condition.OneOf set -> of(set.dimension());
        case Condition.InRange range -> of(range.number());
        case Condition.BetweenDays days -> new Place(3, 0, days.attribute().text(), 0);
        case Condition.Happened happened -> of(happened.event(), 0);
        case Condition.During during -> of(during.event(), 1);
        case Condition.AtHours hours -> of(hours.event(), 2);
        case Condition.OnWeekdays weekdays -> of(weekdays.event(), 3);
        case Condition.InCalendar in -> of(in.event(), 4);
        case Condition.InStatus _ -> new Place(5, 0, "status", 0);
        case Condition.Follows _ -> new Place(6, 0, "related", 0);
        case Condition.PromiseCameOut promise ->
            new Place(7, 0, "promise", PARTS.indexOf(promise.part()));
        case Condition.Expression _ -> new Place(8, 0, "expression", 0);
      };
    }

    private static Place of(Dimension dimension) {
      return switch (dimension) {
        case Dimension.Standard standard ->
            new Place(0, DIMENSIONS.indexOf(standard), standard.key(), 0);
        case Dimension.Attribute attribute -> new Place(3, 0, attribute.key(), 0);
      };
    }

    private static Place of(NumberFact number) {
      return switch (number) {
        case NumberFact.Standard standard ->
            new Place(1, NUMBERS.indexOf(standard), standard.key(), 0);
        case NumberFact.Measured measured -> new Place(2, 0, measured.key(), 0);
        case NumberFact.Attribute attribute -> new Place(3, 0, attribute.key(), 0);
      };
    }

    private static Place of(Times.Event event, int kind) {
      return new Place(4, EVENTS.indexOf(event), event.name().toLowerCase(Locale.ROOT), kind);
    }

    boolean excludes(Place before) {
      return group == before.group
          && rank == before.rank
          && fact.equals(before.fact)
          && (kind == before.kind || before.kind == 0);
    }
  }
}
