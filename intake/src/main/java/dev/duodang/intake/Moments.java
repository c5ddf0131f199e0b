package dev.duodang.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as people and programs write them: {@code 2026-11-20T14:00:00+08:00}, {@code
 * 2026-11-20 14:00}, {@code 2026/11/20 9:05:30}, {@code 2026-11-20}. A moment without an offset is
 * in the zone given. Years from 2000 to 2100.
 */
public final class Moments {

  static final String ALLOWED =
      "a time from 2000 to 2100 such as 2026-11-20 14:00 or 2026-11-20T14:00:00+08:00";

  private final ZoneId zone;

  /** The zone's offset when it never changes in the years allowed, which saves the lookup. */
  private final @Nullable ZoneOffset fixed;

  private Moments(ZoneId zone) {
    this.zone = zone;
    ZoneRules rules = zone.getRules();
    Instant first = Instant.parse("2000-01-01T00:00:00Z");
    var next = rules.nextTransition(first);
    this.fixed = next == null ? rules.getOffset(first) : null;
  }

  public static Moments in(ZoneId zone) {
    return new Moments(zone);
  }

  /**
   * Reads one moment.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public Instant parse(CharSequence text) {
    Scan scan = new Scan(text);
    int year = scan.number(4, 4);
    char separator = scan.oneOf('-', '/', '.');
    int month = scan.number(1, 2);
    scan.expect(separator);
    int day = scan.number(1, 2);
    if (year < 2000 || year > 2100) {
      throw new IllegalArgumentException("the year " + year + " is not between 2000 and 2100");
    }
    try {
      return afterDate(scan, year, month, day);
    } catch (DateTimeException impossible) {
      throw new IllegalArgumentException("there is no such day or time", impossible);
    }
  }

  private Instant afterDate(Scan scan, int year, int month, int day) {
    if (scan.atEnd()) {
      return instant(LocalDate.of(year, month, day).atStartOfDay(), null);
    }
    scan.oneOf('T', ' ', 't');
    int hour = scan.number(1, 2);
    scan.expect(':');
    int minute = scan.number(2, 2);
    int second = 0;
    int nanos = 0;
    if (scan.skip(':')) {
      second = scan.number(2, 2);
      if (scan.skip('.')) {
        nanos = scan.fraction();
      }
    }
    @Nullable ZoneOffset offset = scan.offset();
    LocalDate date = LocalDate.of(year, month, day);
    boolean midnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
    return midnight
        ? instant(date.plusDays(1).atStartOfDay(), offset)
        : instant(date.atTime(hour, minute, second, nanos), offset);
  }

  private Instant instant(LocalDateTime local, @Nullable ZoneOffset stated) {
    ZoneOffset offset = stated == null ? fixed : stated;
    return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
  }

  /** A place in a text that moves on with each part read. */
  private static final class Scan {
    private final CharSequence text;
    private int at;

    Scan(CharSequence text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    int number(int digitsMin, int digitsMax) {
      int value = 0;
      int start = at;
      while (at < text.length() && at - start < digitsMax && isDigit(text.charAt(at))) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      if (at - start < digitsMin) {
        throw malformed();
      }
      return value;
    }

    int fraction() {
      int nanos = 0;
      int start = at;
      while (at < text.length() && at - start < 9 && isDigit(text.charAt(at))) {
        nanos = nanos * 10 + text.charAt(at++) - '0';
      }
      if (at == start) {
        throw malformed();
      }
      for (int digits = at - start; digits < 9; digits++) {
        nanos *= 10;
      }
      return nanos;
    }

    char oneOf(char... allowed) {
      for (char c : allowed) {
        if (skip(c)) {
          return c;
        }
      }
      throw malformed();
    }

    void expect(char c) {
      if (!skip(c)) {
        throw malformed();
      }
    }

    boolean skip(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }

    @Nullable ZoneOffset offset() {
      if (atEnd()) {
        return null;
      }
      if (skip('Z') || skip('z')) {
        return ended(ZoneOffset.UTC);
      }
      int sign = oneOf('+', '-') == '-' ? -1 : 1;
      int hours = number(2, 2);
      skip(':');
      int minutes = atEnd() ? 0 : number(2, 2);
      return ended(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private ZoneOffset ended(ZoneOffset offset) {
      if (!atEnd()) {
        throw malformed();
      }
      return offset;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static IllegalArgumentException malformed() {
      return new IllegalArgumentException("is not a time");
    }
  }
}
