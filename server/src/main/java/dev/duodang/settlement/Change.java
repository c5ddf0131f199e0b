package dev.duodang.settlement;

import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one command did to one order.
 *
 * @param sequence counts the changes of the order, from 1
 * @param firstMonth month of the commit that brought the order
 * @param revisionMonth month of the commit that brought the revision that counts
 * @param before the order as it was; none for a new order
 * @param change what the core says is different now
 */
public record Change(
    OrderNo orderNo,
    int sequence,
    LocalDate firstMonth,
    LocalDate revisionMonth,
    @Nullable Earlier before,
    dev.duodang.pricing.settlement.Change change,
    Command.OfOrder command,
    Instant at) {

  /** An order as it was before a change. */
  public record Earlier(
      Rated.State state, WorkOrder order, @Nullable String regionCode, Decisions decisions) {}

  OrderState state() {
    return change.state();
  }

  public Revision revision() {
    return change.state().revision();
  }

  public WorkOrder order() {
    return change.state().order();
  }

  public Settlement settlement() {
    return change.settlement();
  }

  /** The lines it posts: reversals, then replacements. */
  public List<Posting> postings() {
    return change.postings();
  }

  /** Its lines that stand afterwards. */
  public List<Posting> standing() {
    return change.state().standing();
  }

  public Rated.State after() {
    return change.state().state();
  }

  /** Whether the order is new. */
  public boolean isFirst() {
    return sequence == 1;
  }

  /** The code of the deepest region that is certain. */
  public @Nullable String regionCode() {
    return code(change.place());
  }

  static @Nullable String code(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved resolved -> resolved.region().code().text();
      case Resolution.Ambiguous ambiguous -> text(ambiguous.ancestor());
      case Resolution.Unknown _ -> null;
    };
  }

  private static @Nullable String text(@Nullable Region region) {
    return region == null ? null : region.code().text();
  }

  /** The order that a line belongs to: one that takes back belongs to the order as it was. */
  public WorkOrder orderOf(Posting line) {
    return change.orderOf(line);
  }

  /** The region that a line belongs to. */
  public @Nullable String regionOf(Posting line) {
    return line.kind() == Posting.Kind.REVERSAL && before != null
        ? before.regionCode()
        : regionCode();
  }

  /** The tier that a decision is about: quoted, chosen, or chosen no longer. */
  @Nullable String decidedTier(Command.What.OfTier what) {
    return switch (what) {
      case Command.What.Quote quote -> quotedTier(quote);
      case Command.What.Force force -> force.tier().text();
      case Command.What.Unforce unforce -> {
        Decisions.Forced ended =
            before == null
                ? null
                : before
                    .decisions()
                    .forcedFor(unforce.relation(), unforce.category(), unforce.item());
        yield ended == null ? null : ended.tier().text();
      }
    };
  }

  private @Nullable String quotedTier(Command.What.Quote quote) {
    return settlement().relations().stream()
        .filter(one -> one.relation().equals(quote.relation()))
        .flatMap(one -> one.rated().lines().stream())
        .filter(line -> line.category().equals(quote.category()) && line.item() == quote.item())
        .map(Line::tier)
        .flatMap(tier -> Optional.ofNullable(tier).stream())
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }
}
