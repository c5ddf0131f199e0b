package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope.Counting;
import dev.duodang.pricing.book.CountScope.Reach;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order on its way to lines: the winners' charges, then modifiers and limits. */
final class Pricing {

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Facts facts;
  private final Instant time;
  private final Bases bases;
  private final Tallies known;
  private final Counts counts;
  private final Exchange exchange;
  private final @Nullable CategoryId ofPromise;
  private Map<TallyKey, Tally> changed = Map.of();
  private Map<String, Tally> ofOrder = Map.of();
  private final List<Subject> subjects = new ArrayList<>();
  private final List<Integer> items = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private @Nullable Promised promise;

  Pricing(CompiledBook compiled, Facts facts, Instant time, Bases bases, Known known) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.facts = facts;
    this.time = time;
    this.bases = bases;
    this.known = known.tallies();
    this.counts = new Counts(book, time, known);
    this.exchange = new Exchange(book, time);
    this.ofPromise = compiled.categoryOfPromise();
  }

  void add(int item, Subject subject) {
    subjects.add(subject);
    items.add(item);
  }

  List<Subject> subjects() {
    return subjects;
  }

  int itemOf(int place) {
    return items.get(place);
  }

  Facts facts() {
    return facts;
  }

  WorkOrder order() {
    return facts.order();
  }

  List<Line> lines() {
    return lines;
  }

  List<Hold> holds() {
    return holds;
  }

  @Nullable Promised promise() {
    return promise;
  }

  Map<TallyKey, Tally> tallies() {
    return changed;
  }

  Counts counts() {
    return counts;
  }

  void hold(Hold hold) {
    if (!holds.contains(hold)) {
      holds.add(hold);
    }
  }

  Hold.Detail regions() {
    List<Region> candidates =
        facts.region() instanceof Resolution.Ambiguous ambiguous
            ? ambiguous.candidates()
            : List.of();
    return new Hold.Detail.Regions(candidates.stream().map(Region::code).toList());
  }

  void charge(Tier tier, int item, Subject subject) {
    if (fallsAway(tier, item)) {
      return;
    }
    if (promise == null && tier.promise() != null && tier.category().equals(ofPromise)) {
      promise = PromiseClocks.of(book, tier.promise(), subject);
    }
    try {
      chargeBy(tier, item, subject);
    } catch (BeyondAccountException beyond) {
      hold(Account.hold(book, tier, item));
    }
  }

  private void chargeBy(Tier tier, int item, Subject subject) {
    switch (tier.charge()) {
      case Charge.Metered metered -> metered(tier, metered, item, subject);
      case Charge.Summed summed -> summed(tier, summed, item, subject);
      case Charge.Quoted quoted -> {
        if (!agreed(tier, quoted.range(), item)) {
          hold(
              new Hold(
                  Hold.Reason.QUOTE,
                  tier.category(),
                  item,
                  new Hold.Detail.Quote(tier.id(), quoted.range())));
        }
      }
      case Charge.Listed listed ->
          new Listing(compiled, this, time).charge(tier, listed, item, subject);
    }
  }

  /**
   * Whether the tier gives way to a category, or to an item of the order, that it names, or may.
   */
  private boolean fallsAway(Tier tier, int item) {
    for (Line line : lines) {
      if (tier.unlessCategories().contains(line.category())) {
        return true;
      }
    }
    List<Asked> unless = compiled.unless(tier.id());
    Truth falls = unless == null ? Truth.FAILS : any(unless);
    if (unless != null) {
      holdNotKnown(falls, unless, subjects, tier.category(), item);
    }
    return falls != Truth.FAILS;
  }

  /** Holds the order where some conditions can neither be said to hold nor to fail. */
  void holdNotKnown(
      Truth truth, List<Asked> asked, List<Subject> of, CategoryId category, int item) {
    if (truth == Truth.OPEN) {
      hold(new Hold(Hold.Reason.REGION_UNKNOWN, category, item, regions()));
    } else if (truth == Truth.UNDECIDED) {
      hold(undecided(asked, of, category, item));
    }
  }

  /** The hold for conditions with an expression that is undecided of one of the subjects. */
  Hold undecided(List<Asked> asked, List<Subject> of, @Nullable CategoryId category, int item) {
    for (Subject subject : of) {
      Test.OfExpression expression =
          Asked.all(asked, subject) == Truth.UNDECIDED ? Asked.undecided(asked, subject) : null;
      if (expression != null
          && expression.outcome(subject) instanceof ExpressionOutcome.Undecided undecided) {
        Hold.Detail detail = new Hold.Detail.NotDecided(expression.text(), undecided);
        return new Hold(Hold.Reason.EXPRESSION, category, item, detail);
      }
    }
    throw new IllegalStateException("no expression is undecided");
  }

  /** Whether conditions hold for any item of the order. */
  Truth any(List<Asked> asked) {
    Truth any = Truth.FAILS;
    for (Subject subject : subjects) {
      Truth one = Rows.test(asked, subject);
      if (one == Truth.HOLDS) {
        return one;
      }
      any = one == Truth.FAILS ? any : one;
    }
    return any;
  }

  /** A line's item, or all items where it is of the whole order. */
  List<Subject> subjectsOf(Line line) {
    int place = items.indexOf(line.item());
    return place < 0 ? subjects : List.of(subjects.get(place));
  }

  /** Whether conditions hold for a line's item, or for any item where it is of the whole order. */
  Truth test(List<Asked> asked, Line line) {
    return test(asked, line.item());
  }

  /** Whether conditions hold for an item, or for any where it is -1. */
  Truth test(List<Asked> asked, int item) {
    int place = items.indexOf(item);
    return place < 0 ? any(asked) : Rows.test(asked, subjects.get(place));
  }

  /** Makes the line of an amount that somebody entered for this tier; false when nobody has. */
  private boolean agreed(Tier tier, @Nullable QuoteRange range, int item) {
    if (range == null) {
      return false;
    }
    Exact amount = facts.decisions().quoteFor(book.relation(), tier.category(), item, tier.id());
    if (amount == null || !range.contains(amount)) {
      return false;
    }
    add(tier, item, null, round(amount), new Computation.OfQuote(amount));
    return true;
  }

  private void metered(Tier tier, Charge.Metered charge, int item, Subject subject) {
    if (agreed(tier, charge.agreed(), item)) {
      return;
    }
    Exact measured = measured(charge.measure(), subject, tier.category(), item);
    if (measured == null) {
      return;
    }
    boolean alone =
        charge.scope().counting() == Counting.HIGHEST || charge.scope().reach() == Reach.ITEM;
    if (!charge.tariff().covers(measured) || (alone && isRefused(tier, charge, measured))) {
      beyond(tier, item);
    } else if (charge.scope().reach() == Reach.ITEM) {
      Computation computation = computation(charge, measured);
      long minor = round(charge.tariff().amount(measured));
      if (minor != 0 || charge.tariff().rate() instanceof Flat) {
        add(tier, item, isHidden(charge) ? null : measured, minor, computation);
      }
    } else if (charge.scope().counter() != null && counts.goOn()) {
      overPeriod(tier, charge, charge.scope().counter(), item, measured);
    } else {
      counted(tier, charge, item, measured);
    }
  }

  /** Whether the charge is of lines of another relation, which the book does not show. */
  private boolean isHidden(Charge.Metered charge) {
    return charge.measure() instanceof Measure.RelationAmount && !book.showBase();
  }

  private Computation computation(Charge.Metered charge, Exact measured) {
    return isHidden(charge)
        ? new Computation.OfHiddenBase(
            charge.tariff(), new Money(round(charge.tariff().amount(measured)), book.currency()))
        : told(charge.measure(), new Computation.OfTariff(charge.tariff(), measured));
  }

  private Computation told(Measure measure, Computation computation) {
    return measure instanceof Measure.RelationAmount of
        ? exchange.told(computation, bases.of(of.relation(), of.category()))
        : computation;
  }

  /** Whether the amount leaves its limits where the tier does not move it there. */
  private static boolean isRefused(Tier tier, Charge.Metered charge, Exact measured) {
    return tier.outOfRange() == Tier.OutOfRange.HOLD && !charge.tariff().isWithinLimits(measured);
  }

  private void beyond(Tier tier, int item) {
    hold(
        new Hold(
            Hold.Reason.OUT_OF_RANGE, tier.category(), item, new Hold.Detail.Beyond(tier.id())));
  }

  /** The difference that this item makes to what its order or visit has together. */
  private void counted(Tier tier, Charge.Metered charge, int item, Exact measured) {
    Exact value =
        charge.scope().counting() == Counting.SUM ? measured : charge.tariff().amount(measured);
    Tally before = tally(charge.scope().reach(), tier.id().text());
    Tally after = before.plus(new Tally.Contribution(order().orderNo(), value));
    boolean refused =
        charge.scope().counting() == Counting.SUM
            && isRefused(tier, charge, after.together(Counting.SUM));
    if (refused || !Counters.covers(charge, after)) {
      beyond(tier, item);
      return;
    }
    long total = round(Counters.exact(charge, after));
    put(charge.scope().reach(), tier.id().text(), after.given(total));
    long minor = Math.subtractExact(total, before.givenMinor());
    if (minor != 0) {
      Exact counted =
          charge.scope().counting() == Counting.SUM ? after.together(Counting.SUM) : measured;
      String text = computation(charge, counted).text();
      Money given = new Money(before.givenMinor(), book.currency());
      Exact shown = isHidden(charge) ? null : measured;
      add(tier, item, shown, minor, new Computation.OfCount(text, given));
    }
  }

  /** The difference that this item makes to what its counterparty has in a period. */
  private void overPeriod(
      Tier tier, Charge.Metered charge, CounterId counter, int item, Exact measured) {
    Window before = counts.window(counter);
    Exact together = before.quantity().plus(measured);
    if (!charge.tariff().covers(together)) {
      beyond(tier, item);
      return;
    }
    long given = round(PeriodCounter.worth(charge, before));
    long minor = Math.subtractExact(round(charge.tariff().amount(together)), given);
    counts.add(counter, tier.id().text(), item, new Window(1, measured, minor));
    if (minor != 0) {
      String total = charge.tariff().formula(together);
      Computation computation = new Computation.OfCount(total, new Money(given, book.currency()));
      add(tier, item, measured, minor, computation);
    }
  }

  Tally tally(Reach reach, String counter) {
    VisitId visit = order().visitId();
    if (reach != Reach.VISIT || visit == null) {
      return ofOrder.getOrDefault(counter, Tally.EMPTY);
    }
    TallyKey key = new TallyKey(book.relation(), visit, counter);
    Tally own = changed.get(key);
    return own == null ? known.get(key) : own;
  }

  void put(Reach reach, String counter, Tally tally) {
    VisitId visit = order().visitId();
    if (reach != Reach.VISIT || visit == null) {
      ofOrder = ofOrder.isEmpty() ? new HashMap<>() : ofOrder;
      ofOrder.put(counter, tally);
    } else {
      changed = changed.isEmpty() ? new HashMap<>() : changed;
      changed.put(new TallyKey(book.relation(), visit, counter), tally);
    }
  }

  private void summed(Tier tier, Charge.Summed charge, int item, Subject subject) {
    List<Computation> parts = new ArrayList<>();
    Exact sum = Exact.ZERO;
    for (Charge.Metered part : charge.parts()) {
      Exact measured = measured(part.measure(), subject, tier.category(), item);
      if (measured != null
          && (!part.tariff().covers(measured) || isRefused(tier, part, measured))) {
        beyond(tier, item);
        return;
      }
      if (measured != null) {
        parts.add(computation(part, measured));
        sum = sum.plus(part.tariff().amount(measured));
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    Exact raised = charge.minimum() == null ? sum : sum.max(charge.minimum());
    Exact amount = charge.maximum() == null ? raised : raised.min(charge.maximum());
    if (tier.outOfRange() == Tier.OutOfRange.HOLD && !amount.equals(sum)) {
      beyond(tier, item);
      return;
    }
    long minor = round(amount);
    if (minor != 0) {
      Computation computation = new Computation.OfSum(parts, charge.minimum(), charge.maximum());
      add(tier, item, null, minor, computation);
    }
  }

  private @Nullable Exact measured(
      Measure measure, Subject subject, CategoryId category, int item) {
    return switch (measure) {
      case Measure.Standard standard -> subject.measure(standard);
      case Measure.Named named -> subject.measure(named.name());
      case Measure.CategoryAmount of -> sumOf(of.category(), item);
      case Measure.RelationAmount of ->
          switch (bases.of(of.relation(), of.category())) {
            case Bases.Base.Amount amount ->
                inOwnCurrency(amount.sum(), of.relation(), category, item);
            case Bases.Base.Absent _ -> null;
            case Bases.Base.Waiting waiting -> {
              hold(
                  new Hold(
                      waiting.reason(),
                      category,
                      item,
                      new Hold.Detail.Waiting(of.relation(), waiting.reason())));
              yield null;
            }
          };
    };
  }

  /** Amounts are converted by stated rates alone. */
  private @Nullable Exact inOwnCurrency(
      Money base, Relation relation, CategoryId category, int item) {
    Exact rate = exchange.rate(base.currency());
    if (rate != null) {
      return base.toExact().times(rate);
    }
    Hold.Detail detail =
        new Hold.Detail.OtherCurrency(relation, base.currency(), book.currency(), exchange.day());
    hold(new Hold(Hold.Reason.FACT_MISSING, category, item, detail));
    return null;
  }

  private @Nullable Exact sumOf(CategoryId category, int item) {
    @Nullable Exact sum = null;
    for (Line line : lines) {
      boolean inReach = item < 0 || line.item() < 0 || line.item() == item;
      if (line.category().equals(category) && inReach) {
        sum = sum == null ? line.amount().toExact() : sum.plus(line.amount().toExact());
      }
    }
    return sum;
  }

  private void add(
      Tier tier, int item, @Nullable Exact quantity, long minor, Computation computation) {
    lines.add(
        new Line(
            Line.Kind.CHARGE,
            tier.category(),
            item,
            tier.id(),
            null,
            null,
            tier.name(),
            new Money(minor, book.currency()),
            quantity,
            computation));
  }

  /** What a limit adds to what its window holds. */
  long worth(Effect limit, Window window) {
    return round(PeriodCounter.worth(limit, window));
  }

  long round(Exact amount) {
    return Account.round(book, amount);
  }

  /** Everything that comes after the charges. */
  void finish(Contests contests) {
    try {
      Account.require(lines);
      complete(contests);
      Account.require(lines);
      checkLimit();
    } catch (BeyondAccountException beyond) {
      lines.clear();
      hold(Account.hold(book, null, -1));
    }
  }

  private void complete(Contests contests) {
    subjects.forEach(subject -> subject.promised(promise));
    new Modifying(compiled, this, contests).apply();
    new Rebating(compiled, this).apply();
    Taxing taxing = Taxing.of(compiled, order(), time);
    if (taxing != null) {
      taxing.apply(this);
    }
  }

  private void checkLimit() {
    Exact limit = book.holdAbove();
    if (limit == null || facts.decisions().released().contains(book.relation())) {
      return;
    }
    Exact total =
        lines.stream().map(line -> line.amount().toExact()).reduce(Exact.ZERO, Exact::plus);
    if (total.compareTo(limit) > 0) {
      Money above = Money.round(total, book.currency(), book.rounding());
      Money allowed = Money.round(limit, book.currency(), book.rounding());
      hold(Hold.of(Hold.Reason.OVER_LIMIT, new Hold.Detail.Above(above, allowed)));
    }
  }
}
