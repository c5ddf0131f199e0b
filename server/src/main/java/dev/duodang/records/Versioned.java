package dev.duodang.records;

import dev.duodang.records.Taken.Difference;
import dev.duodang.records.Taken.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a row adds to the history of a record: the rule that all versioned records share. A
 * row says what holds from its day on; without a day from always for a new record, from today for a
 * known one. It adds nothing where the record says the same from that day on already.
 *
 * @param <C> what a version says
 */
public final class Versioned<C> {

  /** The day from which a row counts. */
  public static final Column FROM =
      new Column(
          "validFrom",
          "生效日期 生效日 起始日期",
          "a day such as 2026-01-31, or always (始终)",
          Column.Kind.DAY);

  /** Stands for a version that counts from always. */
  public static final String ALWAYS = "always";

  /** Why a row is recorded. */
  public static final Column REASON = Column.text("reason", "原因 变更原因 说明", "at most 500 characters");

  private static final int LONGEST_REASON = 500;

  private final List<Field<C>> fields;
  private final LocalDate today;
  private final String by;
  private final Instant now;

  /**
   * The rule for one request.
   *
   * @param fields what is compared
   * @param today where the tenant is
   */
  public Versioned(List<Field<C>> fields, LocalDate today, String by, Instant now) {
    this.fields = List.copyOf(fields);
    this.today = today;
    this.by = by;
    this.now = now;
  }

  /** A field of what a version says, as text. */
  public record Field<C>(String name, Function<C, @Nullable Object> of) {

    @Nullable String text(C content) {
      Object value = of.apply(content);
      return value == null || (value instanceof List<?> list && list.isEmpty())
          ? null
          : value.toString();
    }
  }

  /** The day from which a row counts; null for always. */
  public @Nullable LocalDate from(StatedFields row, @Nullable History<C> known) {
    LocalDate stated = row.value(FROM.name(), null, Versioned::day);
    if (stated == null) {
      return known == null ? null : today;
    }
    return stated.equals(LocalDate.MIN) ? null : stated;
  }

  private static LocalDate day(String text) {
    return text.equals(ALWAYS) || text.equals("始终") ? LocalDate.MIN : StatedFields.day(text);
  }

  /** A version's first day as {@link #from} reads it. */
  public static String from(Version<?> version) {
    return version.from() == null ? ALWAYS : version.from().toString();
  }

  /** What the record says from a day on, before the row. */
  public @Nullable C before(@Nullable History<C> known, @Nullable LocalDate from) {
    return known == null
        ? null
        : known.at(from == null ? LocalDate.MIN : from).map(Version::content).orElse(null);
  }

  /** What the row comes to, when everything it says is good. */
  public Taken<Version<C>> taken(
      String id,
      StatedFields row,
      @Nullable History<C> known,
      @Nullable LocalDate from,
      C content) {
    String reason = row.text(REASON.name());
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      row.refuse(REASON.name(), reason, "is too long or has a character that is not text");
    }
    C before = before(known, from);
    if (before != null && before.equals(content)) {
      return new Taken<>(id, Outcome.EXISTS, List.of(), null);
    }
    Version<C> version =
        new Version<>(known == null ? 1 : known.next(), from, content, reason, by, now);
    return new Taken<>(
        id,
        known == null ? Outcome.CREATED : Outcome.CHANGED,
        differences(before, content),
        version);
  }

  private List<Difference> differences(@Nullable C before, C after) {
    List<Difference> differences = new ArrayList<>();
    for (Field<C> field : fields) {
      String old = before == null ? null : field.text(before);
      String own = field.text(after);
      if (!Objects.equals(old, own)) {
        differences.add(new Difference(field.name(), old, own));
      }
    }
    return differences;
  }
}
