package dev.duodang.intake;

import dev.duodang.pricing.money.Exact;
import java.time.Instant;

/** Numbers and times straight from characters, for the shapes that files have most. */
final class Cells {

  private static final long SECONDS_PER_DAY = 86_400;

  private Cells() {}

  /** A plain decimal; anything else goes the way of all texts, with its message. */
  static Exact decimal(char[] buffer, int from, int length) {
    long value = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = buffer[from + i];
      if (c == '.' && point < 0 && i > 0) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else {
        return JsonFields.exact(new String(buffer, from, length));
      }
    }
    int decimals = point < 0 ? 0 : length - point - 1;
    if (length > 17 || length == 0 || (point >= 0 && decimals == 0)) {
      return JsonFields.exact(new String(buffer, from, length));
    }
    return Exact.of(value, decimals);
  }

  /** {@code 2026-11-20T14:00[:00](Z|+08:00)}; anything else goes the way of all texts. */
  static Instant moment(char[] buffer, int from, int length, Moments moments) {
    long seconds = length < 17 ? -1 : dateAndTime(buffer, from);
    int at = 16;
    if (seconds >= 0 && length > 19 && buffer[from + 16] == ':') {
      int second = twoDigits(buffer, from + 17);
      seconds = second < 0 || second > 59 ? -1 : seconds + second;
      at = 19;
    }
    int offset = seconds < 0 ? -1 : offset(buffer, from + at, length - at);
    return offset < 0
        ? moments.parse(new String(buffer, from, length))
        : Instant.ofEpochSecond(seconds - (offset - SECONDS_PER_DAY));
  }

  /** Seconds since 1970 of the first 16 characters read as UTC, or -1 when they are no time. */
  private static long dateAndTime(char[] buffer, int from) {
    int century = twoDigits(buffer, from);
    int year = twoDigits(buffer, from + 2);
    int month = twoDigits(buffer, from + 5);
    int day = twoDigits(buffer, from + 8);
    int hour = twoDigits(buffer, from + 11);
    int minute = twoDigits(buffer, from + 14);
    boolean shaped =
        buffer[from + 4] == '-'
            && buffer[from + 7] == '-'
            && buffer[from + 10] == 'T'
            && buffer[from + 13] == ':';
    boolean valid =
        century == 20
            && year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 28
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59;
    return shaped && valid
        ? epochDay(2000 + year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L
        : -1;
  }

  /** Days since 1970 of a date from 2000 on; Howard Hinnant's days_from_civil. */
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /** Seconds east of UTC plus a day, or -1 when the characters are no offset. */
  private static int offset(char[] buffer, int from, int length) {
    if (length == 1 && buffer[from] == 'Z') {
      return (int) SECONDS_PER_DAY;
    }
    if (length != 6 || buffer[from + 3] != ':') {
      return -1;
    }
    int hours = twoDigits(buffer, from + 1);
    int minutes = twoDigits(buffer, from + 4);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return -1;
    }
    int seconds = hours * 3600 + minutes * 60;
    return switch (buffer[from]) {
      case '+' -> (int) SECONDS_PER_DAY + seconds;
      case '-' -> (int) SECONDS_PER_DAY - seconds;
      default -> -1;
    };
  }

  private static int twoDigits(char[] buffer, int at) {
    int tens = buffer[at] - '0';
    int ones = buffer[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
