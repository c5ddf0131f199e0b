package dev.duodang.pricing.rebate;

import dev.duodang.pricing.book.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as people write it: {@code 2026-11-20}, {@code 2026-11}, {@code 2026-Q4} or {@code
 * 2026}.
 *
 * @param from its first day
 */
public record ReportedPeriod(Period period, LocalDate from) {

  /** How each is written. */
  public static final String ALLOWED =
      "a year such as 2026, a quarter such as 2026-Q4, a month such as 2026-11, or a day such as"
          + " 2026-11-20";

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})(?:-(?:[Qq]([1-4])|(\\d{2})(?:-(\\d{2}))?))?");
  private static final int MONTHS_OF_QUARTER = 3;

  public ReportedPeriod {
    if (!period.startOf(from).equals(from)) {
      throw new IllegalArgumentException(from + " is not the first day of a " + period);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static ReportedPeriod parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED);
    }
    try {
      int year = Integer.parseInt(written.group(1));
      if (written.group(2) != null) {
        int month = (Integer.parseInt(written.group(2)) - 1) * MONTHS_OF_QUARTER + 1;
        return new ReportedPeriod(Period.QUARTER, LocalDate.of(year, month, 1));
      }
      if (written.group(3) == null) {
        return new ReportedPeriod(Period.YEAR, LocalDate.of(year, 1, 1));
      }
      int month = Integer.parseInt(written.group(3));
      return written.group(4) == null
          ? new ReportedPeriod(Period.MONTH, LocalDate.of(year, month, 1))
          : new ReportedPeriod(
              Period.DAY, LocalDate.of(year, month, Integer.parseInt(written.group(4))));
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED, noDay);
    }
  }

  @Override
  public String toString() {
    return switch (period) {
      case DAY -> from.toString();
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", from.getYear(), from.getMonthValue());
      case QUARTER ->
          String.format(
              Locale.ROOT,
              "%04d-Q%d",
              from.getYear(),
              (from.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
      case YEAR -> String.format(Locale.ROOT, "%04d", from.getYear());
    };
  }
}
