package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Explainer;
import dev.duodang.pricing.rating.Explanation;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Forcing;
import dev.duodang.pricing.rating.Tallies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers among which a person may choose, for one item of an order or for the whole of it.
 *
 * @param edition of the book whose tiers they are
 * @param item the item's place from 0, or -1 in a category that is per order
 * @param now the tier that counts; null when none does
 * @param best the tier that wins by what the tiers ask; null when none does
 * @param forced the decision where somebody chose already; else null
 * @param allowed in the order of the book; may be empty only where somebody chose already
 */
public record TierChoice(
    Relation relation,
    Edition edition,
    FeeCategory category,
    int item,
    @Nullable Tier now,
    @Nullable Tier best,
    Decisions.@Nullable Forced forced,
    List<Tier> allowed) {

  public TierChoice {
    allowed = List.copyOf(allowed);
  }

  /** All choices that an order leaves, in the order of its relations and their categories. */
  public static List<TierChoice> of(Settler settler, Facts facts) {
    List<TierChoice> choices = new ArrayList<>();
    for (Relation relation : settler.shelf().relations()) {
      Edition edition =
          Parties.concerns(relation, facts.order()) ? settler.edition(relation, facts) : null;
      if (edition != null && isOpen(edition.compiled().book(), facts.decisions())) {
        add(relation, edition, facts, choices);
      }
    }
    return choices;
  }

  private static boolean isOpen(PriceBook book, Decisions decisions) {
    return book.tiers().stream().anyMatch(Tier::mayBeForced)
        || decisions.forced().stream().anyMatch(one -> one.relation().equals(book.relation()));
  }

  private static void add(
      Relation relation, Edition edition, Facts facts, List<TierChoice> choices) {
    Explanation explanation =
        Explainer.explain(edition.compiled(), facts, Bases.NONE, Tallies.NONE);
    Instant time = explanation.rated().pricingTime();
    if (time == null) {
      return;
    }
    for (Explanation.Choice one : explanation.choices()) {
      List<Tier> allowed =
          Forcing.allowed(edition.compiled().book(), one.category().id(), time).stream()
              .filter(tier -> counts(tier, facts))
              .toList();
      if (!allowed.isEmpty() || one.forced() != null) {
        choices.add(
            new TierChoice(
                relation,
                edition,
                one.category(),
                one.item(),
                one.winner(),
                one.best(),
                one.forced(),
                allowed));
      }
    }
  }

  /** For a cancelled order only a tier that admits cancelled ones counts. */
  private static boolean counts(Tier tier, Facts facts) {
    return facts.order().status() != OrderStatus.CANCELLED || tier.when().namesStatus();
  }

  boolean isOf(Decisions.Forced chosen) {
    return relation.equals(chosen.relation())
        && category.id().equals(chosen.category())
        && item == chosen.item();
  }

  /** Whether somebody may choose the tier. */
  public boolean allows(TierId tier) {
    return allowed.stream().anyMatch(one -> one.id().equals(tier));
  }
}
