package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.rating.Decisions;
import java.util.List;

/** Whether a tier may be chosen for an order as it stands. */
public sealed interface Choosing {

  /** It may. */
  record Allowed() implements Choosing {}

  /**
   * It may not, for this reason.
   *
   * @param instead the tiers that may be chosen there; empty where none may
   */
  record Refused(String reason, List<TierId> instead) implements Choosing {
    public Refused {
      instead = List.copyOf(instead);
    }
  }

  /**
   * Judges a tier against what an order leaves to choose.
   *
   * @param choices of {@link OrderChanges#choices}
   */
  static Choosing of(List<TierChoice> choices, Decisions.Forced chosen) {
    String place = place(chosen.relation(), chosen.category(), chosen.item());
    for (TierChoice one : choices) {
      if (one.isOf(chosen)) {
        return one.allows(chosen.tier())
            ? new Allowed()
            : new Refused(
                "tier " + chosen.tier() + " may not be chosen in " + place,
                one.allowed().stream().map(Tier::id).toList());
      }
    }
    return new Refused("no tier may be chosen in " + place, List.of());
  }

  /** Where a tier is chosen, in words. */
  static String place(Relation relation, CategoryId category, int item) {
    return relation + ", " + category + (item < 0 ? "" : ", item " + item);
  }
}
