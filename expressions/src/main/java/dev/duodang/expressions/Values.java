package dev.duodang.expressions;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.duodang.pricing.money.Exact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that a text in quotes stands for; each is read once, when the expression is. */
final class Values {

  private static final Pattern DURATION =
      Pattern.compile("(?:([0-9]{1,6})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,9})s)?");

  private static final Set<String> OF_TEXT =
      Set.of(Rewriting.NUMBER, Dictionary.DURATION, Dictionary.TIMESTAMP, Dictionary.DAY);

  private static final int PATTERN_LENGTH_MAX = 200;

  /** Instructions of a pattern; a match takes at most so many for each character of a text. */
  private static final int PROGRAM_SIZE_MAX = 400;

  /** So often may counted repetitions unfold a part, one inside the other. */
  private static final long REPETITIONS_MAX = 100;

  private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

  private static final String IN_QUOTES = "a text in quotes";

  private final ZoneId zone;
  private final Mistakes mistakes;

  Values(ZoneId zone, Mistakes mistakes) {
    this.zone = zone;
    this.mistakes = mistakes;
  }

  /** Whether a function makes a value of a text. */
  boolean isOne(String function) {
    return OF_TEXT.contains(function);
  }

  Object of(String function, long part, CelExpr argument) {
    String text = text(function, part, argument);
    if (text == null) {
      return false;
    }
    try {
      return switch (function) {
        case Dictionary.DURATION -> duration(text);
        case Dictionary.TIMESTAMP -> timestamp(text);
        case Dictionary.DAY -> day(text);
        default -> Exact.parse(text);
      };
    } catch (DateTimeException | IllegalArgumentException wrong) {
      mistakes.add(part, "\"" + text + "\" is not a " + function, allowed(function));
      return false;
    }
  }

  private static String allowed(String function) {
    return switch (function) {
      case Dictionary.DURATION -> "hours, minutes and seconds, such as 2h30m";
      case Dictionary.TIMESTAMP -> "a time with its offset, such as 2026-01-31T22:00:00+08:00";
      default -> "a day such as 2026-01-31";
    };
  }

  private @Nullable String text(String function, long part, CelExpr argument) {
    boolean isText =
        argument.getKind() == Kind.CONSTANT
            && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!isText) {
      mistakes.add(part, function + " needs its text as it stands", IN_QUOTES);
      return null;
    }
    return argument.constant().stringValue();
  }

  private static Duration duration(String text) {
    java.util.regex.Matcher matcher = DURATION.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofHours(number(matcher.group(1)))
        .plusMinutes(number(matcher.group(2)))
        .plusSeconds(number(matcher.group(3)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Instant timestamp(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private Instant day(String text) {
    return LocalDate.parse(text).atStartOfDay(zone).toInstant();
  }

  /** Whether a text has a part that a pattern describes; the time is linear in the text. */
  Operation matching(long part, CelExpr argument) {
    String text = text(Dictionary.MATCHES, part, argument);
    com.google.re2j.Pattern pattern = text == null ? null : pattern(part, text);
    return new Operation(
        Dictionary.MATCHES,
        Dictionary.MATCHES,
        true,
        List.of(Types.TEXT),
        Types.BOOL,
        pattern == null ? 1 : pattern.programSize(),
        values -> pattern != null && find(pattern, (String) values[0]));
  }

  private static boolean find(com.google.re2j.Pattern pattern, @Nullable String text) {
    Matcher matcher = pattern.matcher(java.util.Objects.requireNonNull(text));
    return matcher.find();
  }

  private com.google.re2j.@Nullable Pattern pattern(long part, String text) {
    try {
      com.google.re2j.Pattern pattern =
          text.length() > PATTERN_LENGTH_MAX || repetitions(text) > REPETITIONS_MAX
              ? null
              : com.google.re2j.Pattern.compile(text);
      if (pattern != null && pattern.programSize() <= PROGRAM_SIZE_MAX) {
        return pattern;
      }
      mistakes.add(part, "the pattern is too large", "a shorter one with smaller repetitions");
    } catch (PatternSyntaxException wrong) {
      mistakes.add(part, "\"" + text + "\" is not a pattern: " + wrong.getDescription(), "");
    }
    return null;
  }

  /** How often a part may be unfolded at most, before the pattern takes room in memory. */
  private static long repetitions(String text) {
    java.util.regex.Matcher counts = REPETITION.matcher(text);
    long product = 1;
    while (counts.find() && product <= REPETITIONS_MAX) {
      String last = counts.group(2) == null ? counts.group(1) : counts.group(2);
      String count = last.isEmpty() ? counts.group(1) : last;
      product *= count.length() > 4 ? REPETITIONS_MAX + 1 : Math.max(1, Long.parseLong(count));
    }
    return product;
  }
}
