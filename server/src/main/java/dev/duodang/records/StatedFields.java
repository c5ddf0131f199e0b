package dev.duodang.records;

import dev.duodang.intake.RowProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row and gathers what is wrong with them. */
public final class StatedFields {

  private final Stated row;
  private final List<Column> columns;
  private final List<RowProblem> problems;

  StatedFields(Stated row, List<Column> columns) {
    this.row = row;
    this.columns = columns;
    this.problems = new ArrayList<>(row.problems());
  }

  List<RowProblem> problems() {
    return problems;
  }

  /** The text of a field; empty when it is not stated. */
  public String text(String field) {
    return row.texts().getOrDefault(field, "");
  }

  /** A field as what it means; as it was where the row does not state it. */
  public <T> @Nullable T value(String field, @Nullable T before, Function<String, T> parse) {
    String text = row.texts().get(field);
    if (text == null) {
      return before;
    }
    return text.isEmpty() ? null : parsed(field, text, parse);
  }

  private <T> @Nullable T parsed(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      refuse(field, text, "cannot be read");
      return null;
    }
  }

  /** As {@link #value}, for a field that a record always has. */
  public <T> @Nullable T required(String field, @Nullable T before, Function<String, T> parse) {
    T value = value(field, before, parse);
    if (value == null && problems.stream().noneMatch(one -> one.field().equals(field))) {
      refuse(field, "", "is missing");
    }
    return value;
  }

  /** A word of a closed choice. */
  public <E extends Enum<E>> @Nullable E word(
      String field, @Nullable E before, Words<E> words, boolean isRequired) {
    return isRequired ? required(field, before, words::of) : value(field, before, words::of);
  }

  /** Several values. */
  public <T> List<T> list(String field, List<T> before, Function<String, T> parse) {
    String text = row.texts().get(field);
    if (text == null) {
      return before;
    }
    return Arrays.stream(text.split("[;；、|\\n]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .flatMap(part -> Stream.ofNullable(parsed(field, part, parse)))
        .toList();
  }

  /** A day. */
  public @Nullable LocalDate day(String field, @Nullable LocalDate before) {
    return value(field, before, StatedFields::day);
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text.replace('/', '-'));
  }

  /** Notes that a field cannot be taken. */
  public void refuse(String field, String value, String reason) {
    String allowed =
        columns.stream()
            .filter(column -> column.name().equals(field))
            .map(Column::allowed)
            .findFirst()
            .orElse("");
    refuse(field, value, reason, allowed);
  }

  /** The same with what is allowed here. */
  public void refuse(String field, String value, String reason, String allowed) {
    problems.add(new RowProblem(field, value, reason, allowed));
  }

  public boolean isGood() {
    return problems.isEmpty();
  }
}
