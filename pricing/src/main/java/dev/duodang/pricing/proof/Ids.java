package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.Code;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Names findings by what was found, in a form that does not depend on chance or on other tiers. */
final class Ids {

  private static final int HEX_DIGITS = 12;

  private Ids() {}

  /** {@code kind-} and a digest of the texts. */
  static FindingId of(String kind, String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
      return FindingId.of(kind + "-" + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  static String text(Area area) {
    return area.extents().stream().map(Ids::text).collect(Collectors.joining(";"));
  }

  private static String text(Extent extent) {
    return switch (extent) {
      case Extent.AnyOf any -> texts(any.conditions()) + (any.orAbsent() ? "|absent" : "");
      case Extent.NoneOf none ->
          "not("
              + none.fact().key()
              + ":"
              + texts(none.excluded())
              + ")"
              + (none.orAbsent() ? "|absent" : "");
      case Extent.Absent absent -> "absent(" + absent.fact().key() + ")";
      case Extent.NotFollowing not -> "not(" + texts(not.excluded()) + ")";
      case Extent.PricedOn on ->
          on.runs().stream()
              .map(run -> "priced[" + run.from() + "," + run.until() + ")")
              .collect(Collectors.joining("|"));
    };
  }

  private static String texts(List<? extends Condition> conditions) {
    return conditions.stream().map(Ids::text).sorted().collect(Collectors.joining("|"));
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.OneOf set ->
          set.dimension().key()
              + " in "
              + sorted(set.included())
              + " not "
              + sorted(set.excluded());
      case Condition.OnWeekdays on -> on.event() + " on " + on.days().stream().sorted().toList();
      case Condition.InCalendar in ->
          in.event() + " in " + in.calendar() + " " + in.times().stream().sorted().toList();
      case Condition.InStatus in -> "status " + in.statuses().stream().sorted().toList();
      case Condition.InRange in -> in.number().key() + " " + in.range();
      case Condition.Expression _,
          Condition.During _,
          Condition.AtHours _,
          Condition.Happened _,
          Condition.BetweenDays _,
          Condition.Follows _,
          Condition.PromiseCameOut _ ->
          condition.toString();
    };
  }

  private static List<String> sorted(Collection<Code> codes) {
    return codes.stream().map(Code::text).sorted().toList();
  }
}
