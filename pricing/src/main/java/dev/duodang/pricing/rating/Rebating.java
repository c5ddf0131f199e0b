package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what an order counts for a book's rebates, once its lines are there. */
final class Rebating {

  private final CompiledBook compiled;
  private final Pricing pricing;

  Rebating(CompiledBook compiled, Pricing pricing) {
    this.compiled = compiled;
    this.pricing = pricing;
  }

  void apply() {
    if (pricing.counts().goOn()) {
      for (CompiledBook.CompiledRebate rebate : compiled.rebates()) {
        count(rebate.rebate(), rebate.asked());
      }
    }
  }

  private void count(Rebate rebate, List<Asked> asked) {
    Set<Integer> items = new HashSet<>();
    long minor = 0;
    for (Line line : pricing.lines()) {
      Truth truth = rebate.on().contains(line.category()) ? pricing.test(asked, line) : Truth.FAILS;
      if (truth == Truth.OPEN || truth == Truth.UNDECIDED) {
        pricing.holdNotKnown(truth, asked, pricing.subjectsOf(line), line.category(), line.item());
        return;
      }
      if (truth == Truth.HOLDS) {
        items.add(line.item());
        minor = Account.plus(minor, isInBase(rebate, line) ? line.amount().minor() : 0);
      }
    }
    if (!items.isEmpty()) {
      pricing.counts().add(rebate, new Window(1, quantity(items), minor));
    } else if (countsWithoutLine(rebate, asked)) {
      pricing.counts().add(rebate, Window.EMPTY);
    }
  }

  /**
   * Whether the order counts over a period and has no line for it. It is none of the rebate's
   * orders, but may give back later what others were given, which the rebate must know.
   */
  private boolean countsWithoutLine(Rebate rebate, List<Asked> asked) {
    for (Share share : pricing.counts().shares()) {
      Tier tier = compiled.book().tier(TierId.of(share.counted()));
      if (tier != null
          && share.key().kind() == WindowKey.Kind.COUNTER
          && rebate.on().contains(tier.category())
          && pricing.test(asked, share.item()) == Truth.HOLDS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInBase(Rebate rebate, Line line) {
    return switch (rebate.base()) {
      case TOTAL -> true;
      case CHARGES -> line.kind() == Line.Kind.CHARGE;
    };
  }

  /** The quantity of items; of all where a line is of the whole order. */
  private Exact quantity(Set<Integer> items) {
    List<OrderItem> all = pricing.order().items();
    if (all.isEmpty()) {
      return Exact.ONE;
    }
    Exact sum = Exact.ZERO;
    for (int i = 0; i < all.size(); i++) {
      sum = items.contains(i) || items.contains(-1) ? sum.plus(all.get(i).quantity()) : sum;
    }
    return sum;
  }
}
