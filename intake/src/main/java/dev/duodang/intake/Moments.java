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

  private static final long SECONDS_A_DAY = 86_400;

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
      return afterDate(scan, LocalDate.of(year, month, day).toEpochDay());
    } catch (DateTimeException impossible) {
      throw new IllegalArgumentException("there is no such day or time", impossible);
    }
  }

  private Instant afterDate(Scan scan, long epochDay) {
    if (scan.atEnd()) {
      return instant(epochDay * SECONDS_A_DAY, 0, Scan.NO_OFFSET);
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
    int offset = scan.offset();
    boolean midnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
    if (minute > 59 || second > 59 || (hour > 23 && !midnight)) {
      throw new IllegalArgumentException("there is no such day or time");
    }
    long secondOfDay = hour * 3600L + minute * 60L + second;
    return instant(epochDay * SECONDS_A_DAY + secondOfDay, nanos, offset);
  }

  /** The instant at which a clock shows a time: the earlier one where it shows it twice. */
  private Instant instant(long localSeconds, int nanos, int statedOffset) {
    if (statedOffset != Scan.NO_OFFSET) {
      return Instant.ofEpochSecond(localSeconds - statedOffset, nanos);
    }
    if (fixed != null) {
      return Instant.ofEpochSecond(localSeconds - fixed.getTotalSeconds(), nanos);
    }
    return LocalDateTime.ofEpochSecond(localSeconds, nanos, ZoneOffset.UTC)
        .atZone(zone)
        .toInstant();
  }

  /** A place in a text that moves on with each part read. */
  private static final class Scan {
    static final int NO_OFFSET = Integer.MAX_VALUE;

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

    /** The offset that the rest states, in seconds, or {@link #NO_OFFSET}. */
    int offset() {
      if (atEnd()) {
        return NO_OFFSET;
      }
      if (skip('Z') || skip('z')) {
        return ended(0);
      }
      int sign = oneOf('+', '-') == '-' ? -1 : 1;
      int hours = number(2, 2);
      skip(':');
      int minutes = atEnd() ? 0 : number(2, 2);
      if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
        throw malformed();
      }
      return ended(sign * (hours * 3600 + minutes * 60));
    }

    private int ended(int offset) {
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
