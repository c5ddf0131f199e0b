package dev.duodang.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Posting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the writer keeps about one order.
 *
 * @param state the order as it counts
 * @param tallies what its visit comes to
 * @param lines all lines, those taken back too, in the order they were posted
 * @param relations the settlement of each relation after the last change
 * @param history what happened, oldest first
 */
public record OrderLedger(
    OrderState state,
    Map<TallyKey, Tally> tallies,
    List<PostedLine> lines,
    List<SettledRelation> relations,
    List<Happening> history) {

  public OrderLedger {
    tallies = Map.copyOf(tallies);
    lines = List.copyOf(lines);
    relations = List.copyOf(relations);
    history = List.copyOf(history);
  }

  public WorkOrder order() {
    return state.order();
  }

  /** A line and when it was posted. */
  public record PostedLine(Posting line, Instant postedAt) {}

  /** How one relation stands. */
  public record SettledRelation(
      Relation relation, Rated.State state, @Nullable BookVersion book, Instant settledAt) {}

  /**
   * Something that changed the order.
   *
   * @param what the revision that came, the amount quoted, the code of the region chosen, the
   *     relation released, or the tier chosen or no longer chosen
   * @param reason what the decider gave; empty for a revision
   * @param by who sent or decided it
   * @param book the version that priced what was decided; null where it is about all relations
   */
  public record Happening(
      Instant at, Kind kind, String what, String reason, String by, @Nullable BookVersion book) {

    /** What it was. */
    public enum Kind {
      REVISION,
      QUOTE,
      REGION,
      RELEASE,
      FORCE,
      UNFORCE,
      RERATE
    }
  }
}
