package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CalendarWord;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Stage;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes conditions as {@link ConditionReader} reads them; sets in the order of their texts. */
final class ConditionWriter {

  private ConditionWriter() {}

  /** The conditions as a mapping; null when nothing is asked. */
  static Written.@Nullable Mapping orNull(Conditions conditions) {
    return conditions.all().isEmpty() ? null : mapping(conditions);
  }

  static Written.Mapping mapping(Conditions conditions) {
    Written.Mapping mapping = new Written.Mapping();
    for (Condition condition : serviceFirst(conditions)) {
      switch (condition) {
        case Condition.OneOf set -> put(mapping, set);
        case Condition.InRange range ->
            home(mapping, range.number()).put(range.number().key(), range(range));
        case Condition.BetweenDays days ->
            under(mapping, "attributes")
                .put(
                    days.attribute().text(),
                    new Written.Mapping()
                        .put("from", days.from(), null)
                        .put("until", days.until(), null));
        case Condition.Happened happened ->
            mapping.put(Words.written(happened.event()), happened.expected(), null);
        case Condition.During during ->
            under(mapping, Words.written(during.event()))
                .put("from", moment(during.from()))
                .put("until", moment(during.until()));
        case Condition.AtHours hours ->
            under(mapping, Words.written(hours.event()))
                .put("hours", hours(hours.from(), hours.until()));
        case Condition.OnWeekdays weekdays ->
            under(mapping, Words.written(weekdays.event())).put("weekdays", words(weekdays.days()));
        case Condition.InCalendar in ->
            under(mapping, Words.written(in.event()))
                .put("calendar", new Written.Word(in.calendar().text()))
                .put("is", words(CalendarWord.of(in.times())));
        case Condition.PromiseCameOut promise -> put(mapping, promise);
        case Condition.InStatus status -> mapping.put("status", words(status.statuses()));
        case Condition.Follows follows ->
            mapping.put(
                "related",
                new Written.Mapping()
                    .put("kind", new Written.Plain(Words.written(follows.kind())))
                    .put("withinDays", follows.withinDays(), null)
                    .put("sameHandler", follows.sameHandler(), false));
        case Condition.Expression expression ->
            mapping.put("expression", new Written.Word(expression.text().text()));
      }
    }
    return mapping;
  }

  /** People say what the work is before they say for whom and where. */
  private static List<Condition> serviceFirst(Conditions conditions) {
    return conditions.all().stream()
        .sorted(Comparator.comparing(condition -> !isOnService(condition)))
        .toList();
  }

  private static boolean isOnService(Condition condition) {
    return condition instanceof Condition.OneOf set
        && set.dimension() == Dimension.Standard.SERVICE;
  }

  private static void put(Written.Mapping mapping, Condition.OneOf set) {
    Written.Mapping home =
        set.dimension() instanceof Dimension.Attribute ? under(mapping, "attributes") : mapping;
    Written in = codes(set.dimension(), set.included());
    Written not = codes(set.dimension(), set.excluded());
    home.put(
        set.dimension().key(),
        in != null && not == null ? in : new Written.Mapping().put("in", in).put("not", not));
  }

  private static @Nullable Written codes(Dimension dimension, Collection<Code> codes) {
    List<Written> words =
        codes.stream()
            .map(Code::text)
            .sorted()
            .<Written>map(
                text ->
                    dimension == Dimension.Standard.STAGE
                        ? new Written.Plain(Words.written(Stage.valueOf(text)))
                        : new Written.Word(text))
            .toList();
    return Written.oneOrMore(words);
  }

  private static Written.Mapping home(Written.Mapping mapping, NumberFact number) {
    return switch (number) {
      case NumberFact.Standard _ -> mapping;
      case NumberFact.Measured _ -> under(mapping, "measures");
      case NumberFact.Attribute _ -> under(mapping, "attributes");
    };
  }

  private static Written.Mapping under(Written.Mapping mapping, String key) {
    if (mapping.fields().get(key) instanceof Written.Mapping inner) {
      return inner;
    }
    Written.Mapping inner = new Written.Mapping();
    mapping.put(key, inner);
    return inner;
  }

  private static Written.Mapping range(Condition.InRange condition) {
    Written.Mapping bounds = new Written.Mapping();
    bound(bounds, condition.number(), condition.range().lower(), "gt", "gte");
    bound(bounds, condition.number(), condition.range().upper(), "lt", "lte");
    return bounds;
  }

  private static void bound(
      Written.Mapping bounds,
      NumberFact number,
      Range.@Nullable Bound bound,
      String open,
      String closed) {
    if (bound != null) {
      bounds.put(bound.inclusive() ? closed : open, Numbers.of(number, bound.value()));
    }
  }

  private static Written.@Nullable Plain moment(@Nullable LocalDateTime moment) {
    if (moment == null) {
      return null;
    }
    boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return new Written.Plain(day ? moment.toLocalDate().toString() : moment.toString());
  }

  /** {@code 22:00-06:00}. */
  static Written.Plain hours(LocalTime from, LocalTime until) {
    return new Written.Plain(hour(from) + "-" + until(until));
  }

  private static String hour(LocalTime time) {
    return time.toString();
  }

  private static String until(LocalTime time) {
    return time.equals(LocalTime.MIDNIGHT) ? "24:00" : hour(time);
  }

  private static void put(Written.Mapping mapping, Condition.PromiseCameOut promise) {
    Written state = new Written.Plain(Words.written(promise.state()));
    switch (promise.part()) {
      case WHOLE -> mapping.put("promise", state);
      case RESPOND -> under(mapping, "promise").put("respond", state);
      case FINISH -> under(mapping, "promise").put("finish", state);
    }
  }

  static <E extends Enum<E>> @Nullable Written words(Collection<E> constants) {
    return Written.oneOrMore(
        constants.stream()
            .sorted()
            .<Written>map(constant -> new Written.Plain(Words.written(constant)))
            .toList());
  }
}
