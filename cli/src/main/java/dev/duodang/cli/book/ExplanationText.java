package dev.duodang.cli.book;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Explanation;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.settlement.RelationExplanation;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** An explanation as lines of text. */
final class ExplanationText {

  private final RelationExplanation one;
  private final WorkOrder order;
  private final Explanation explanation;
  private final Wording wording;

  ExplanationText(RelationExplanation one, WorkOrder order, Language language) {
    this.one = one;
    this.order = order;
    this.explanation = one.explanation();
    this.wording =
        Wording.of(one.edition().compiled().book(), one.edition().compiled().tree(), language);
  }

  void print(PrintWriter out) {
    PriceBook book = explanation.book();
    out.println(
        one.settlement().relation()
            + "  "
            + explanation.rated().state()
            + "  "
            + one.edition().id()
            + "  "
            + wording.pricingTime(explanation.rated()));
    out.println("  " + wording.sentence(explanation));
    for (Line line : explanation.rated().lines()) {
      out.println("    " + wording.line(line));
      String shares = wording.shares(Shares.of(one.settlement().relation(), order, line.amount()));
      if (!shares.isEmpty()) {
        out.println("      " + shares);
      }
    }
    wording.promise(explanation.rated()).forEach(promise -> out.println("    " + promise));
    for (Hold hold : explanation.rated().holds()) {
      out.println("    " + wording.hold(hold));
    }
    explanation.choices().forEach(choice -> print(choice, out));
    for (Explanation.Applied applied : explanation.modifiers()) {
      if (applied.failing() != null) {
        out.println(
            "    ✗ " + applied.modifier().name() + "  " + wording.condition(applied.failing()));
      }
      for (Explanation.Outdone outdone : applied.outdone()) {
        out.println("    ✗ " + applied.modifier().name() + "  " + wording.outdone(outdone));
      }
    }
    out.println("  " + book.name() + ", " + book.currency() + ", " + book.rounding());
  }

  private void print(Explanation.Choice choice, PrintWriter out) {
    Tier winner = choice.winner();
    String item = choice.item() < 0 ? "" : " [" + (choice.item() + 1) + "]";
    out.println("  " + choice.category().name() + item);
    if (winner != null) {
      out.println(
          "    ✓ " + winner.name() + "  " + String.join(", ", wording.conditions(winner.when())));
    }
    for (Explanation.Loser loser : choice.losers()) {
      out.println("    ✗ " + loser.tier().name() + "  " + reason(loser, choice.best()));
    }
  }

  private String reason(Explanation.Loser loser, @Nullable Tier best) {
    return wording.reason(loser.reason(), best == null ? null : best.name());
  }
}
