package dev.duodang.pricing.settlement;

import dev.duodang.pricing.rating.Rated.State;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import java.util.List;
import java.util.Map;

/**
 * One order over all relations that it concerns.
 *
 * @param relations in the order in which they depend on each other
 * @param tallies the tallies of the visit that the order changed, as they are with it
 */
public record Settlement(List<RelationSettlement> relations, Map<TallyKey, Tally> tallies) {

  public Settlement {
    relations = List.copyOf(relations);
    tallies = Map.copyOf(tallies);
  }

  /** The least advanced of the relations' states; void when the order concerns none. */
  public State state() {
    boolean held = false;
    boolean estimated = false;
    boolean settled = false;
    for (RelationSettlement relation : relations) {
      State state = relation.rated().state();
      held |= state == State.ON_HOLD;
      estimated |= state == State.ESTIMATED;
      settled |= state == State.SETTLED;
    }
    if (held) {
      return State.ON_HOLD;
    }
    return estimated ? State.ESTIMATED : settled ? State.SETTLED : State.VOIDED;
  }
}
