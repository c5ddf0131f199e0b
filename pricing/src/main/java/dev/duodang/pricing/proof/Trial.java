package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.rating.Admission;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tallies;
import java.util.List;

/** Puts examples to the test of the engine itself, so that no finding rests on a proof alone. */
final class Trial {

  private final Rater rater;
  private final Admission admission;

  Trial(CompiledBook compiled) {
    this.rater = new Rater(compiled);
    this.admission = new Admission(compiled);
  }

  private Rated rated(Example example, Decisions decisions) {
    return rater.rate(example.facts().with(decisions), Bases.NONE, Tallies.NONE);
  }

  /** The lines of an example with what people decided for it. */
  List<Line> lines(Example example, Decisions decisions) {
    return rated(example, decisions).lines();
  }

  boolean isHeld(Example example, Hold.Reason reason) {
    return isHeld(example, Decisions.NONE, reason);
  }

  boolean isHeld(Example example, Decisions decisions, Hold.Reason reason) {
    return rated(example, decisions).holds().stream().anyMatch(hold -> hold.reason() == reason);
  }

  boolean admits(Tier tier, Example example) {
    return admission.admits(example.facts(), tier);
  }

  /** Whether a tier is the one that prices an example. */
  boolean wins(Tier tier, Example example) {
    Tier winner = admission.winner(example.facts(), tier.category());
    return winner != null && winner.id().equals(tier.id());
  }

  /** Whether an example is held because a category has no tier for it. */
  boolean isUnpriced(Example example, CategoryId category) {
    return rated(example, Decisions.NONE).holds().stream()
        .anyMatch(hold -> hold.reason() == Hold.Reason.NO_TIER && category.equals(hold.category()));
  }
}
