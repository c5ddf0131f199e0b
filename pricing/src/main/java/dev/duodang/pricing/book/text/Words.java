package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Times;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the words of a book are read: enums, amounts, distances, durations, days and hours. */
final class Words {

  static final String AMOUNT = "an amount such as 100.00";
  static final String NUMBER = "a number such as 3 or 2.5";
  static final String ZONE = "a zone such as Asia/Shanghai";
  static final String DAY = "a day such as 2026-01-31";
  static final String DISTANCE = "a distance with its unit, such as 20 km or 500 m";
  static final String DURATION = "a duration with its unit, such as 30 min, 2 h or 3 d";
  static final String MOMENT = "a day or a time of a day, such as 2026-11-01 or 2026-11-01T22:00";
  static final String DAYS = "a day, or the first and the last, such as 2026-10-01..2026-10-07";
  static final String HOURS = "two times of day, such as 22:00-06:00";

  private static final int NAME_LENGTH_MAX = 120;
  private static final int DECIMALS_MAX = 6;
  private static final Exact MEASURED_MAX = Exact.of(1_000_000_000_000L);
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern WITH_UNIT =
      Pattern.compile("([0-9.+-]{1,40}) {0,3}(km|m|s|min|h|d)");
  private static final Map<String, Integer> DISTANCES = Map.of("km", 1000, "m", 1);
  private static final Map<String, Integer> TIMES =
      Map.of("s", 1, "min", 60, "h", 3600, "d", 86_400);

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
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("is not a whole number of at most nine digits");
    }
    return Integer.parseInt(text);
  }

  /** The words of some events as books write them. */
  static String events(List<Times.Event> allowed) {
    return String.join(", ", allowed.stream().map(Words::written).toList());
  }

  /** One of some events. */
  static Times.Event event(List<Times.Event> allowed, String text) {
    Times.Event read = word(Times.Event.class, text);
    if (!allowed.contains(read)) {
      throw new IllegalArgumentException("is not one of the words allowed");
    }
    return read;
  }

  /** A name that people read: one line of at most 120 characters. */
  static String name(String text) {
    if (text.isBlank() || text.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "is not a name of 1 to " + NAME_LENGTH_MAX + " characters");
    }
    return text;
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException notAZone) {
      throw new IllegalArgumentException("is not a time zone", notAZone);
    }
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("is not a day", notADay);
    }
  }

  static DayRun days(String text) {
    String[] ends = text.split("\\s*\\.\\.\\s*", -1);
    if (ends.length > 2) {
      throw new IllegalArgumentException("is not a day, nor a first and a last one");
    }
    LocalDate first = day(ends[0]);
    LocalDate last = day(ends[ends.length - 1]);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("has its last day before its first");
    }
    return new DayRun(first, last);
  }

  static LocalDateTime moment(String text) {
    try {
      String joined = text.replace(' ', 'T');
      return joined.contains("T")
          ? LocalDateTime.parse(joined)
          : LocalDate.parse(joined).atStartOfDay();
    } catch (DateTimeParseException notAMoment) {
      throw new IllegalArgumentException("is not a day or a time of a day", notAMoment);
    }
  }

  /** Metres of {@code 20 km} or {@code 500 m}. */
  static Exact metres(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (matcher.matches() && DISTANCES.containsKey(matcher.group(2))) {
      return product(matcher.group(1), DISTANCES.getOrDefault(matcher.group(2), 1));
    }
    throw new IllegalArgumentException("has no unit of distance");
  }

  /** Seconds of {@code 30 min}, {@code 2 h}, {@code 3 d}, {@code 45 s}. */
  static Exact seconds(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (matcher.matches() && TIMES.containsKey(matcher.group(2))) {
      return product(matcher.group(1), TIMES.getOrDefault(matcher.group(2), 1));
    }
    throw new IllegalArgumentException("has no unit of time");
  }

  private static Exact product(String number, int units) {
    Exact value = Exact.parse(number).times(Exact.of(units));
    boolean fine = value.round(DECIMALS_MAX, RoundingMode.DOWN).equals(value);
    if (!fine || value.signum() < 0 || value.compareTo(MEASURED_MAX) > 0) {
      throw new IllegalArgumentException(
          "is not between 0 and " + MEASURED_MAX + " with at most " + DECIMALS_MAX + " decimals");
    }
    return value;
  }

  static Duration duration(String text) {
    Exact seconds = seconds(text);
    if (!seconds.isInteger()) {
      throw new IllegalArgumentException("is not a whole number of seconds");
    }
    return Duration.ofSeconds(seconds.toUnits(0, RoundingMode.UNNECESSARY));
  }

  static LocalTime[] hours(String text) {
    String[] ends = text.split("\\s*[-–~]\\s*", -1);
    try {
      if (ends.length == 2) {
        return new LocalTime[] {time(ends[0]), time(ends[1])};
      }
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException("is not two times of day", notATime);
    }
    throw new IllegalArgumentException("is not two times of day");
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }
}
