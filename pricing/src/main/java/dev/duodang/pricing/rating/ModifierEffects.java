package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Bounds;
import dev.duodang.pricing.book.CountScope.Counting;
import dev.duodang.pricing.book.CountScope.Reach;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What modifiers would do to some charges of an order, given the lines that are there so far. */
final class ModifierEffects {

  private final Pricing pricing;
  private final Currency currency;

  ModifierEffects(Pricing pricing, Currency currency) {
    this.pricing = pricing;
    this.currency = currency;
  }

  /**
   * What a modifier would do.
   *
   * @param counted what a limit has counted with this order; null for other modifiers
   */
  record Done(List<Line> lines, long minor, @Nullable Counted counted) {}

  /** What a limit counts, to be kept if the limit applies. */
  sealed interface Counted {

    /** The tally of an order or visit with this order. */
    record InVisit(Reach reach, String counter, Tally tally) implements Counted {}

    /** This order's part in a period. */
    record InPeriod(CounterId counter, String limit, int item, Window part) implements Counted {}
  }

  /** What a modifier does to one line. */
  private record Share(Line target, Exact base, long minor, Computation computation) {}

  Done of(Modifier modifier, List<Line> targets) {
    return switch (modifier.effect()) {
      case Effect.Percent percent ->
          done(modifier, bounded(modifier, percents(percent, targets)), null);
      case Effect.Amount amount ->
          done(modifier, bounded(modifier, amounts(amount, targets)), null);
      case Effect.Minimum minimum -> limit(modifier, minimum.amount(), minimum.reach(), targets);
      case Effect.Maximum maximum -> limit(modifier, maximum.amount(), maximum.reach(), targets);
    };
  }

  private Done done(Modifier modifier, List<Share> shares, @Nullable Counted counted) {
    List<Line> lines = new ArrayList<>();
    long sum = 0;
    for (Share share : shares) {
      if (share.minor != 0) {
        lines.add(line(Line.Kind.MODIFIER, modifier, share));
        sum = Account.plus(sum, share.minor);
      }
    }
    return new Done(lines, sum, counted);
  }

  private List<Share> percents(Effect.Percent percent, List<Line> targets) {
    List<Share> shares = new ArrayList<>();
    for (Line line : targets) {
      Exact base =
          switch (percent.base()) {
            case CHARGE -> line.amount().toExact();
            case RUNNING -> running(line);
          };
      long minor = pricing.round(base.percent(percent.percent()));
      Computation computation = new Computation.OfPercent(base, percent.percent());
      shares.add(new Share(line, base, minor, computation));
    }
    return shares;
  }

  private List<Share> amounts(Effect.Amount amount, List<Line> targets) {
    Computation computation = new Computation.OfAmount(amount.amount());
    long minor = pricing.round(amount.amount());
    List<Share> shares = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    for (Line line : targets) {
      int place = amount.per() == FeeCategory.Per.ORDER ? -1 : line.item();
      if (done.add(place)) {
        shares.add(new Share(line, Exact.ONE, minor, computation));
      }
    }
    return shares;
  }

  /** The shares within the modifier's bounds: all together, or those of each item. */
  private List<Share> bounded(Modifier modifier, List<Share> shares) {
    Bounds bounds = modifier.bounds();
    if (bounds == null || shares.isEmpty()) {
      return shares;
    }
    Map<Integer, List<Share>> sets = new LinkedHashMap<>();
    for (Share share : shares) {
      int item = bounds.per() == FeeCategory.Per.ORDER ? -1 : share.target.item();
      sets.computeIfAbsent(item, _ -> new ArrayList<>()).add(share);
    }
    List<Share> within = new ArrayList<>();
    sets.values().forEach(set -> within.addAll(within(bounds, modifier.effect(), set)));
    return within;
  }

  private List<Share> within(Bounds bounds, Effect effect, List<Share> shares) {
    long sum = shares.stream().mapToLong(Share::minor).reduce(0, Account::plus);
    long size = Math.absExact(sum);
    boolean below = bounds.least() != null && size < pricing.round(bounds.least());
    boolean above = bounds.most() != null && size > pricing.round(bounds.most());
    if (!below && !above) {
      return shares;
    }
    Exact bound = Objects.requireNonNull(above ? bounds.most() : bounds.least());
    Exact limit = sign(sum, effect) < 0 ? bound.negate() : bound;
    return split(limit, above, effect, shares);
  }

  private static int sign(long sum, Effect effect) {
    return sum != 0
        ? Long.signum(sum)
        : switch (effect) {
          case Effect.Percent percent -> percent.percent().signum();
          case Effect.Amount amount -> amount.amount().signum();
          case Effect.Minimum _, Effect.Maximum _ -> 1;
        };
  }

  /** The limit by the bases of the shares; all on the first where those say nothing. */
  private List<Share> split(Exact limit, boolean above, Effect effect, List<Share> shares) {
    List<Exact> bases = shares.stream().map(Share::base).toList();
    Exact sum = bases.stream().reduce(Exact.ZERO, Exact::plus);
    boolean even = sum.signum() > 0 && bases.stream().noneMatch(base -> base.signum() < 0);
    Money total = new Money(pricing.round(limit), currency);
    List<Money> parts = even ? total.split(bases) : List.of(total);
    Computation whole = whole(effect, sum, shares.size());
    List<Share> split = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Exact part = even ? bases.get(i) : sum;
      Computation computation = new Computation.OfBounded(whole, limit, above, part, sum);
      split.add(new Share(shares.get(i).target, bases.get(i), parts.get(i).minor(), computation));
    }
    return split;
  }

  private static Computation whole(Effect effect, Exact base, int count) {
    return switch (effect) {
      case Effect.Percent percent -> new Computation.OfPercent(base, percent.percent());
      case Effect.Amount amount when count == 1 -> new Computation.OfAmount(amount.amount());
      case Effect.Amount amount -> new Computation.OfTimes(count, amount.amount());
      case Effect.Minimum _, Effect.Maximum _ ->
          throw new IllegalStateException("a limit has no bounds of its own");
    };
  }

  /** A charge with the modifiers and limits that it has so far. */
  private Exact running(Line charge) {
    Exact sum = Exact.ZERO;
    for (Line line : pricing.lines()) {
      boolean ofCharge =
          line.category().equals(charge.category())
              && line.item() == charge.item()
              && Objects.equals(line.part(), charge.part());
      if (ofCharge) {
        sum = sum.plus(line.amount().toExact());
      }
    }
    return sum;
  }

  private Done limit(Modifier modifier, Exact limit, Reach reach, List<Line> targets) {
    Exact raw = targets.stream().map(this::running).reduce(Exact.ZERO, Exact::plus);
    CounterId period = modifier.effect().counter();
    if (period != null && pricing.counts().goOn()) {
      return overPeriod(modifier, limit, period, raw, targets.getFirst());
    }
    String counter = modifier.id().text();
    Tally before = pricing.tally(reach, counter);
    Tally after = before.plus(new Tally.Contribution(pricing.order().orderNo(), raw));
    Exact sum = after.together(Counting.SUM);
    Exact due = Counters.exact(modifier.effect(), sum);
    long given = pricing.round(due);
    long minor = Math.subtractExact(given, before.givenMinor());
    Counted tally = new Counted.InVisit(reach, counter, after.given(given));
    if (minor == 0) {
      return new Done(List.of(), 0, tally);
    }
    Money earlier = new Money(before.givenMinor(), currency);
    Computation computation = new Computation.OfLimit(limit, sum, due, earlier);
    Share share = new Share(targets.getFirst(), raw, minor, computation);
    return new Done(List.of(line(Line.Kind.LIMIT, modifier, share)), minor, tally);
  }

  private Done overPeriod(
      Modifier modifier, Exact limit, CounterId counter, Exact raw, Line target) {
    Window before = pricing.counts().window(counter);
    Exact sum = before.quantity().plus(raw);
    Exact due = Counters.exact(modifier.effect(), sum);
    long given = pricing.worth(modifier.effect(), before);
    long minor = Math.subtractExact(pricing.round(due), given);
    Counted counted =
        new Counted.InPeriod(
            counter, modifier.id().text(), target.item(), new Window(1, raw, minor));
    if (minor == 0) {
      return new Done(List.of(), 0, counted);
    }
    Computation computation = new Computation.OfLimit(limit, sum, due, new Money(given, currency));
    Share share = new Share(target, raw, minor, computation);
    return new Done(List.of(line(Line.Kind.LIMIT, modifier, share)), minor, counted);
  }

  private Line line(Line.Kind kind, Modifier modifier, Share share) {
    return new Line(
        kind,
        share.target.category(),
        share.target.item(),
        share.target.tier(),
        modifier.id(),
        share.target.part(),
        modifier.name(),
        new Money(share.minor, currency),
        null,
        share.computation);
  }
}
