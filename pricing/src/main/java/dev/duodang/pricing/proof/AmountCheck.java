package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds prices that leave their range. */
final class AmountCheck {

  private final PriceBook book;
  private final Space space;
  private final Trial trial;
  private final Winning winning;
  private final StepCheck steps;
  private final List<Finding> found = new ArrayList<>();

  AmountCheck(CompiledBook compiled, Space space, Trial trial, Winning winning) {
    this.book = compiled.book();
    this.space = space;
    this.trial = trial;
    this.winning = winning;
    this.steps = new StepCheck(space, trial, winning);
  }

  void check(Contest contest) {
    List<Modifier> discounts =
        book.modifiers().stream()
            .filter(modifier -> modifier.on().contains(contest.category().id()))
            .filter(modifier -> isDiscount(modifier.effect()))
            .toList();
    for (Tier tier : contest.tiers()) {
      found.addAll(steps.check(contest, tier));
      checkAgreed(contest, tier);
      if (discounts.isEmpty()) {
        checkLimit(contest, tier);
      } else {
        checkDiscounts(contest, tier, discounts);
      }
    }
  }

  private static boolean isDiscount(Effect effect) {
    return switch (effect) {
      case Effect.Percent percent -> percent.percent().signum() < 0;
      case Effect.Amount amount -> amount.amount().signum() < 0;
      case Effect.Minimum _ -> false;
      case Effect.Maximum _ -> true;
    };
  }

  private static @Nullable Exact flatAmount(Tier tier) {
    return tier.charge() instanceof Charge.Metered metered
            && metered.scope().reach() != CountScope.Reach.PERIOD
            && metered.tariff().rate() instanceof Flat
        ? metered.tariff().amount(Exact.ONE)
        : null;
  }

  private Money money(Exact amount) {
    return Money.round(amount, book.currency(), book.rounding());
  }

  private void checkAgreed(Contest contest, Tier tier) {
    Exact amount = flatAmount(tier);
    QuoteRange agreed = tier.charge() instanceof Charge.Metered metered ? metered.agreed() : null;
    if (amount == null || agreed == null || agreed.contains(amount)) {
      return;
    }
    Example example = winning.of(contest, tier, space.all()).example();
    if (example != null
        && trial.wins(tier, example)
        && !trial.isHeld(example, Hold.Reason.OUT_OF_RANGE)) {
      found.add(
          new Finding.OutsideAgreed(
              Ids.of("outside-agreed", tier.id().text()), tier, money(amount), agreed, example));
    }
  }

  /** Where nothing is taken off, the least is the flat amount, or the least that may be quoted. */
  private void checkLimit(Contest contest, Tier tier) {
    Exact limit = book.holdAbove();
    Exact least =
        tier.charge() instanceof Charge.Quoted quoted ? quoted.range().minimum() : flatAmount(tier);
    if (limit == null || least == null || least.compareTo(limit) <= 0) {
      return;
    }
    Example example = winning.of(contest, tier, space.all()).example();
    if (example != null
        && trial.isHeld(example, quote(contest, tier, least), Hold.Reason.OVER_LIMIT)) {
      found.add(
          new Finding.AlwaysAboveLimit(
              Ids.of("above-limit", tier.id().text()), tier, money(least), money(limit), example));
    }
  }

  private Decisions quote(Contest contest, Tier tier, Exact amount) {
    int item = contest.category().per() == FeeCategory.Per.ITEM ? 0 : -1;
    return new Decisions(
        List.of(
            new Decisions.Quote(book.relation(), tier.category(), item, tier.id(), amount),
            new Decisions.Quote(book.relation(), tier.category(), -1, tier.id(), amount)),
        List.of(),
        List.of());
  }

  /** Lets as many discounts apply at once as there is an order for. */
  private void checkDiscounts(Contest contest, Tier tier, List<Modifier> discounts) {
    if (!mayFallBelowZero(tier, discounts)) {
      return;
    }
    Box box = space.all();
    Example example = null;
    for (Modifier discount : discounts) {
      Box narrowed = box.and(space.box(discount.when()));
      Example with = winning.of(contest, tier, narrowed).example();
      if (with != null) {
        box = narrowed;
        example = with;
      }
    }
    if (example != null) {
      addIfBelowZero(contest, tier, discounts, example);
    }
  }

  private static boolean mayFallBelowZero(Tier tier, List<Modifier> discounts) {
    Exact percent = Exact.ZERO;
    Exact off = Exact.ZERO;
    for (Modifier discount : discounts) {
      switch (discount.effect()) {
        case Effect.Percent of -> percent = percent.minus(of.percent());
        case Effect.Amount of -> off = off.minus(of.amount());
        case Effect.Minimum _, Effect.Maximum _ -> {}
      }
    }
    Exact amount = flatAmount(tier);
    return amount == null
        ? off.signum() > 0 || percent.compareTo(Exact.HUNDRED) > 0
        : amount.minus(amount.percent(percent)).minus(off).signum() < 0;
  }

  private void addIfBelowZero(
      Contest contest, Tier tier, List<Modifier> discounts, Example example) {
    Decisions decisions =
        tier.charge() instanceof Charge.Quoted quoted
            ? quote(contest, tier, quoted.range().minimum())
            : Decisions.NONE;
    List<Line> lines =
        trial.lines(example, decisions).stream()
            .filter(line -> line.category().equals(tier.category()))
            .toList();
    Exact sum = lines.stream().map(line -> line.amount().toExact()).reduce(Exact.ZERO, Exact::plus);
    if (sum.signum() < 0 && trial.wins(tier, example)) {
      List<Modifier> applied =
          discounts.stream()
              .filter(
                  discount ->
                      lines.stream().anyMatch(line -> discount.id().equals(line.modifier())))
              .toList();
      found.add(
          new Finding.BelowZero(
              Ids.of("below-zero", tier.id().text()), tier, applied, money(sum), example));
    }
  }

  List<Finding> found() {
    return found;
  }
}
