package dev.duodang.expressions;

import static dev.duodang.expressions.Types.ANY;
import static dev.duodang.expressions.Types.BOOL;
import static dev.duodang.expressions.Types.NUMBER;
import static dev.duodang.expressions.Types.SPAN;
import static dev.duodang.expressions.Types.TEXT;
import static dev.duodang.expressions.Types.TIME;
import static dev.duodang.expressions.Types.listOf;

import dev.cel.common.types.CelType;
import dev.duodang.pricing.expression.ExpressionOutcome.Undecided;
import dev.duodang.pricing.expression.ExpressionOutcome.Why;
import dev.duodang.pricing.money.Exact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All operations that expressions have, besides those that decide which of their sides they run.
 */
final class Operations {

  /** More than any price needs, and little enough that every operation takes about the same. */
  private static final int BITS_MAX = 1024;

  private static final Undecided OUT_OF_BOUNDS = Undecided.of(Why.OUT_OF_BOUNDS);

  private final List<Operation> all = new ArrayList<>();
  private final Map<String, Operation> byId;

  private Operations(ZoneId zone) {
    addLogic();
    addNumbers();
    addOrder("number", NUMBER, Exact.class);
    addOrder("text", TEXT, String.class);
    addOrder("time", TIME, Instant.class);
    addOrder("duration", SPAN, Duration.class);
    addTimes();
    addClock(zone);
    addTexts();
    addLists();
    this.byId = all.stream().collect(Collectors.toMap(Operation::id, one -> one));
  }

  /** The operations of a book, whose zone tells times of day. */
  static Operations of(ZoneId zone) {
    return new Operations(zone);
  }

  List<Operation> all() {
    return all;
  }

  @Nullable Operation operation(String id) {
    return byId.get(id);
  }

  private void addLogic() {
    unary("!_", "not", BOOL, BOOL, value -> value.equals(false));
    binary("_==_", "equal", ANY, ANY, BOOL, Object::equals);
    binary("_!=_", "unequal", ANY, ANY, BOOL, (a, b) -> !a.equals(b));
  }

  private void addNumbers() {
    arithmetic("_+_", "plus", Exact::plus);
    arithmetic("_-_", "minus", Exact::minus);
    arithmetic("_*_", "times", Exact::times);
    binary(
        "_/_",
        "divided",
        NUMBER,
        NUMBER,
        NUMBER,
        (a, b) ->
            ((Exact) b).signum() == 0
                ? Undecided.of(Why.DIVISION_BY_ZERO)
                : bounded(((Exact) a).dividedBy((Exact) b)));
    unary("-_", "negated", NUMBER, NUMBER, value -> ((Exact) value).negate());
  }

  private void arithmetic(String name, String id, BinaryOperator<Exact> of) {
    binary(name, id, NUMBER, NUMBER, NUMBER, (a, b) -> bounded(of.apply((Exact) a, (Exact) b)));
  }

  private static Object bounded(Exact number) {
    return number.bitLength() > BITS_MAX ? OUT_OF_BOUNDS : number;
  }

  private <T extends Comparable<T>> void addOrder(String of, CelType type, Class<T> values) {
    compare("_<_", "less_" + of, type, values, order -> order < 0);
    compare("_<=_", "less_or_equal_" + of, type, values, order -> order <= 0);
    compare("_>_", "greater_" + of, type, values, order -> order > 0);
    compare("_>=_", "greater_or_equal_" + of, type, values, order -> order >= 0);
  }

  private <T extends Comparable<T>> void compare(
      String name, String id, CelType type, Class<T> values, IntPredicate holds) {
    binary(
        name, id, type, type, BOOL, (a, b) -> holds.test(values.cast(a).compareTo(values.cast(b))));
  }

  private void addTimes() {
    timed("_-_", "between", TIME, TIME, SPAN, (a, b) -> Duration.between((Instant) b, (Instant) a));
    timed("_-_", "before", TIME, SPAN, TIME, (a, b) -> ((Instant) a).minus((Duration) b));
    timed("_+_", "after", TIME, SPAN, TIME, (a, b) -> ((Instant) a).plus((Duration) b));
    timed("_+_", "together", SPAN, SPAN, SPAN, (a, b) -> ((Duration) a).plus((Duration) b));
    timed("_-_", "shorter", SPAN, SPAN, SPAN, (a, b) -> ((Duration) a).minus((Duration) b));
  }

  private void timed(
      String name,
      String id,
      CelType first,
      CelType second,
      CelType gives,
      BiFunction<Object, Object, Object> of) {
    binary(
        name,
        id,
        first,
        second,
        gives,
        (a, b) -> {
          try {
            return of.apply(a, b);
          } catch (DateTimeException | ArithmeticException beyond) {
            return OUT_OF_BOUNDS;
          }
        });
  }

  private void addClock(ZoneId zone) {
    clock("year", zone, ZonedDateTime::getYear);
    clock("month", zone, ZonedDateTime::getMonthValue);
    clock("dayOfMonth", zone, ZonedDateTime::getDayOfMonth);
    clock("dayOfWeek", zone, time -> time.getDayOfWeek().getValue());
    clock("hour", zone, ZonedDateTime::getHour);
    clock("minute", zone, ZonedDateTime::getMinute);
  }

  private void clock(String name, ZoneId zone, ToIntFunction<ZonedDateTime> of) {
    member(
        name,
        List.of(TIME),
        NUMBER,
        values -> Exact.of(of.applyAsInt(((Instant) first(values)).atZone(zone))));
  }

  private void addTexts() {
    member(
        "startsWith",
        List.of(TEXT, TEXT),
        BOOL,
        values -> ((String) first(values)).startsWith((String) second(values)));
    member(
        "endsWith",
        List.of(TEXT, TEXT),
        BOOL,
        values -> ((String) first(values)).endsWith((String) second(values)));
    member(
        "contains",
        List.of(TEXT, TEXT),
        BOOL,
        values -> ((String) first(values)).contains((String) second(values)));
  }

  private void addLists() {
    binary("@in", "in", ANY, listOf(ANY), BOOL, (value, list) -> ((List<?>) list).contains(value));
    member(
        "size", List.of(listOf(ANY)), NUMBER, values -> Exact.of(((List<?>) first(values)).size()));
    binary(Rewriting.APPEND, Rewriting.APPEND, listOf(ANY), ANY, listOf(ANY), Operations::append);
    member("sum", List.of(listOf(NUMBER)), NUMBER, values -> sum((List<?>) first(values)));
  }

  /** The list is the result of a loop, which nobody else sees before the loop ends. */
  @SuppressWarnings("unchecked")
  private static Object append(Object list, Object element) {
    ((List<Object>) list).add(element);
    return list;
  }

  private static Object sum(List<?> numbers) {
    Object sum = Exact.ZERO;
    for (Object number : numbers) {
      sum = sum instanceof Exact exact ? bounded(exact.plus((Exact) number)) : sum;
    }
    return sum;
  }

  private void unary(
      String name, String id, CelType takes, CelType gives, Function<Object, Object> of) {
    all.add(
        new Operation(
            name, id, false, List.of(takes), gives, 1, values -> of.apply(first(values))));
  }

  private void binary(
      String name,
      String id,
      CelType first,
      CelType second,
      CelType gives,
      BiFunction<Object, Object, Object> of) {
    all.add(
        new Operation(
            name,
            id,
            false,
            List.of(first, second),
            gives,
            1,
            values -> of.apply(first(values), second(values))));
  }

  private void member(
      String name, List<CelType> takes, CelType gives, Function<@Nullable Object[], Object> body) {
    all.add(new Operation(name, name, true, takes, gives, 1, body));
  }

  private static Object first(@Nullable Object[] values) {
    return java.util.Objects.requireNonNull(values[0]);
  }

  private static Object second(@Nullable Object[] values) {
    return java.util.Objects.requireNonNull(values[1]);
  }
}
