package dev.duodang.pricing.book.text;

import dev.duodang.pricing.money.Exact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the words of a book are read: enums, amounts, distances, durations, days and hours. */
final class Words {

  static final String AMOUNT = "an amount such as 100.00";
  static final String NUMBER = "a number such as 3 or 2.5";
  static final String DAY = "a day such as 2026-01-31";
  static final String DISTANCE = "a distance with its unit, such as 20 km or 500 m";
  static final String DURATION = "a duration with its unit, such as 30 min, 2 h or 3 d";
  static final String MOMENT = "a day or a time of a day, such as 2026-11-01 or 2026-11-01T22:00";
  static final String HOURS = "two times of day, such as 22:00-06:00";

  private static final Pattern WITH_UNIT = Pattern.compile("(\\S+?)\\s*(km|m|s|min|h|d)");

  private Words() {}

  static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("is not true or false");
    };
  }

  static <E extends Enum<E>> E word(Class<E> type, String text) {
    String name = text.trim().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("is not one of the words allowed");
  }

  /** The words of an enum as books write them: {@code follow-up, rework}. */
  static <E extends Enum<E>> String allowed(Class<E> type) {
    StringBuilder words = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      words.append(words.isEmpty() ? "" : ", ").append(written(constant));
    }
    return words.toString();
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static int whole(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException("is not a whole number", notWhole);
    }
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text.trim());
  }

  static LocalDateTime moment(String text) {
    String trimmed = text.trim().replace(' ', 'T');
    return trimmed.contains("T")
        ? LocalDateTime.parse(trimmed)
        : LocalDate.parse(trimmed).atStartOfDay();
  }

  /** Metres of {@code 20 km} or {@code 500 m}. */
  static Exact metres(String text) {
    Matcher matcher = WITH_UNIT.matcher(text.trim());
    if (matcher.matches()) {
      Exact number = Exact.parse(matcher.group(1));
      if (matcher.group(2).equals("km")) {
        return number.times(Exact.of(1000));
      }
      if (matcher.group(2).equals("m")) {
        return number;
      }
    }
    throw new IllegalArgumentException("has no unit of distance");
  }

  /** Seconds of {@code 30 min}, {@code 2 h}, {@code 3 d}, {@code 45 s}. */
  static Exact seconds(String text) {
    Matcher matcher = WITH_UNIT.matcher(text.trim());
    if (matcher.matches()) {
      int seconds =
          switch (matcher.group(2)) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 0;
          };
      if (seconds > 0) {
        return Exact.parse(matcher.group(1)).times(Exact.of(seconds));
      }
    }
    throw new IllegalArgumentException("has no unit of time");
  }

  static Duration duration(String text) {
    Exact seconds = seconds(text);
    if (!seconds.isInteger()) {
      throw new IllegalArgumentException("is not a whole number of seconds");
    }
    return Duration.ofSeconds(seconds.toBigDecimal().longValueExact());
  }

  /** The longest unit that holds the duration in whole: {@code 2 h}. */
  static String written(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  static LocalTime[] hours(String text) {
    String[] ends = text.trim().split("\\s*[-–~]\\s*", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("is not two times of day");
    }
    return new LocalTime[] {time(ends[0]), time(ends[1])};
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }
}
