package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rates orders by one book. The result depends on the arguments alone; the rater keeps scratch room
 * between calls and so belongs to one thread.
 */
public final class Rater {

  /** Kept in the place of a row where somebody chose the tier. */
  private static final int FORCED = Integer.MIN_VALUE;

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Key[] keys;
  private final int[] ids;

  /** The subject whose numbers {@code ids} holds. */
  private @Nullable Subject numbered;

  private final long[][] sets;

  /** What was chosen for the order rated last, a number for each category and subject of it. */
  private int[] choices = new int[16];

  private int made;
  private @Nullable Pricing last;

  public Rater(CompiledBook compiled) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.keys = compiled.keys().toArray(Key[]::new);
    this.ids = new int[keys.length];
    this.sets = new long[compiled.keys().size()][];
  }

  public CompiledBook compiled() {
    return compiled;
  }

  /**
   * Rates one order.
   *
   * @param bases the lines of the order's other relations
   * @param tallies what other orders of the same visit came to, without this order
   */
  public Rated rate(Facts facts, Bases bases, Tallies tallies) {
    return rate(facts, bases, Known.of(tallies));
  }

  /** As {@link #rate(Facts, Bases, Tallies)}, with what the parties have in their periods. */
  public Rated rate(Facts facts, Bases bases, Known known) {
    return rate(facts, bases, known, Contests.NONE);
  }

  /** As {@link #rate(Facts, Bases, Known)}, telling who lost in groups of modifiers. */
  Rated rate(Facts facts, Bases bases, Known known, Contests contests) {
    last = null;
    WorkOrder order = facts.order();
    boolean isFinal = isFinal(book, order);
    Times.Event event = pricingEvent(book, order);
    Instant stated = order.times().at(event);
    if (stated == null && isFinal) {
      return held(Hold.of(Hold.Reason.FACT_MISSING, new Hold.Detail.Missing(factOf(event))));
    }
    Instant time = stated == null ? facts.asOf() : stated;
    Pricing pricing = new Pricing(compiled, facts, time, bases, known);
    last = pricing;
    made = 0;
    int region = place(facts.region(), compiled.tree());
    List<OrderItem> items = order.items();
    for (int i = 0; i < Math.max(1, items.size()); i++) {
      OrderItem item = items.isEmpty() ? null : items.get(i);
      Subject subject = new Subject(order, item, facts.related(), region, time, book.zone());
      Truth truth = Rows.test(compiled.appliesWhen(), subject);
      if (truth == Truth.OPEN) {
        return held(new Hold(Hold.Reason.REGION_UNKNOWN, null, -1, pricing.regions()));
      }
      if (truth == Truth.UNDECIDED) {
        return held(pricing.undecided(compiled.appliesWhen(), List.of(subject), null, -1));
      }
      if (truth == Truth.HOLDS) {
        pricing.add(items.isEmpty() ? -1 : i, subject);
      }
    }
    if (!pricing.subjects().isEmpty()) {
      Mandatory.check(book.mandatory(), pricing);
      match(pricing);
      pricing.finish(contests);
    }
    return result(pricing, isFinal, time);
  }

  /** The windows of a book's counters for two parties at a time; none for unknown parties. */
  public static List<WindowKey> counters(PriceBook book, Sides sides, Instant time) {
    Counts counts = new Counts(book, time, new Known(Tallies.NONE, Windows.NONE, sides));
    return counts.goOn()
        ? book.periodic().counters().stream().map(counter -> counts.key(counter.id())).toList()
        : List.of();
  }

  static boolean isFinal(PriceBook book, WorkOrder order) {
    return switch (order.status()) {
      case OPEN -> false;
      case COMPLETED -> book.finalAt() != Times.Event.VERIFIED;
      case VERIFIED, CANCELLED -> true;
    };
  }

  static Times.Event pricingEvent(PriceBook book, WorkOrder order) {
    return order.status() == OrderStatus.CANCELLED ? Times.Event.CANCELLED : book.pricedAt();
  }

  private static String factOf(Times.Event event) {
    return event.name().toLowerCase(Locale.ROOT) + "At";
  }

  /** The place of the region, or of what is known of it, in a tree; -1 for nothing known. */
  static int place(Resolution resolution, RegionTree tree) {
    @Nullable Region known =
        switch (resolution) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    return known == null ? -1 : tree.index(known.code());
  }

  private void match(Pricing pricing) {
    for (CategoryIndex category : compiled.categories()) {
      if (category.category().per() == FeeCategory.Per.ITEM) {
        for (int i = 0; i < pricing.subjects().size(); i++) {
          take(pricing, category, pricing.itemOf(i), List.of(pricing.subjects().get(i)));
        }
      } else {
        take(pricing, category, -1, pricing.subjects());
      }
    }
  }

  private void take(Pricing pricing, CategoryIndex category, int item, List<Subject> subjects) {
    Decisions.Forced forced = Forcing.of(book, pricing.facts(), category.category().id(), item);
    if (forced != null) {
      keep(FORCED);
      force(pricing, forced, subjects);
      return;
    }
    int found = choose(category, subjects);
    keep(found);
    if (CategoryIndex.isOpen(found)) {
      pricing.hold(
          new Hold(Hold.Reason.REGION_UNKNOWN, category.category().id(), item, pricing.regions()));
    } else if (CategoryIndex.isUndecided(found)) {
      List<Asked> asked = category.row(CategoryIndex.rank(found)).asked();
      pricing.hold(pricing.undecided(asked, subjects, category.category().id(), item));
    } else if (found != CategoryIndex.NONE) {
      Row row = category.row(found);
      pricing.charge(row.tier(), item, chosen(row, subjects));
    } else if (category.category().required()
        && pricing.order().status() != OrderStatus.CANCELLED) {
      pricing.hold(
          new Hold(Hold.Reason.NO_TIER, category.category().id(), item, new Hold.Detail.None()));
    }
  }

  /** Charges by the tier that somebody chose, for the first item where it is of the whole order. */
  private void force(Pricing pricing, Decisions.Forced forced, List<Subject> subjects) {
    Subject subject = subjects.getFirst();
    Tier tier = Forcing.tier(book, forced, subject.pricingTime());
    if (tier == null) {
      pricing.hold(Forcing.refused(book, forced, subject.pricingTime()));
    } else {
      pricing.charge(tier, forced.item(), subject);
    }
  }

  private void keep(int found) {
    if (made == choices.length) {
      choices = Arrays.copyOf(choices, 2 * made);
    }
    choices[made++] = found;
  }

  /** The order that was rated last, as far as it came; null where it came to no tiers. */
  @Nullable Pricing last() {
    return last;
  }

  /** How often a tier was chosen for the order that was rated last. */
  int choices() {
    return made;
  }

  /** The row that was chosen, as {@link CategoryIndex} tells them. */
  int choice(int place) {
    return choices[place];
  }

  /**
   * The best row that any of the subjects finds. It is open only where the tier that wins depends
   * on what of the region is not known.
   */
  int choose(CategoryIndex category, List<Subject> subjects) {
    int best = CategoryIndex.NONE;
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      int found = category.find(idsOf(subject), subject, sets);
      best = better(found, best) ? found : best;
    }
    return CategoryIndex.isOpen(best) ? chooseEverywhere(category, best, subjects) : best;
  }

  /** A row of the tier that wins in every region that the known one holds, else the open row. */
  private int chooseEverywhere(CategoryIndex category, int open, List<Subject> subjects) {
    RegionTree tree = compiled.tree();
    int known = subjects.getFirst().region();
    int end = known < 0 ? tree.size() : tree.subtreeEnd(known);
    long @Nullable [] previous = null;
    int winner = CategoryIndex.NONE;
    for (int region = Math.max(0, known); region < end; region++) {
      long[] meets = category.certainIn(region);
      if (!Arrays.equals(meets, previous)) {
        int found = chooseIn(region, category, subjects);
        if (previous != null && !sameTier(category, found, winner)) {
          return open;
        }
        winner = found;
        previous = meets;
      }
    }
    return winner;
  }

  private int chooseIn(int region, CategoryIndex category, List<Subject> subjects) {
    int best = CategoryIndex.NONE;
    for (Subject subject : subjects) {
      int found = category.findIn(region, idsOf(subject), subject, sets);
      best = better(found, best) ? found : best;
    }
    return best;
  }

  /** The row that ranks first; of the same row, what is most certain of it. */
  private static boolean better(int found, int best) {
    if (found == CategoryIndex.NONE || best == CategoryIndex.NONE) {
      return found != CategoryIndex.NONE;
    }
    int rank = Integer.compare(CategoryIndex.rank(found), CategoryIndex.rank(best));
    return rank < 0 || (rank == 0 && found > best);
  }

  private static boolean sameTier(CategoryIndex category, int a, int b) {
    if (a == CategoryIndex.NONE || b == CategoryIndex.NONE) {
      return a == b;
    }
    return CategoryIndex.isUndecided(a) == CategoryIndex.isUndecided(b)
        && tier(category, a).equals(tier(category, b));
  }

  private static Tier tier(CategoryIndex category, int found) {
    return category.row(CategoryIndex.rank(found)).tier();
  }

  /** Makes the next choice read its subjects anew, which may look at another order by now. */
  void forget() {
    numbered = null;
  }

  /** The subject's numbers, worked out once for all categories. */
  private int[] idsOf(Subject subject) {
    if (subject != numbered) {
      for (int i = 0; i < ids.length; i++) {
        ids[i] = keys[i].id(subject);
      }
      numbered = subject;
    }
    return ids;
  }

  /** The item that a row of a whole order is charged by: the first that meets it. */
  private static Subject chosen(Row row, List<Subject> subjects) {
    for (int i = 0; subjects.size() > 1 && i < subjects.size(); i++) {
      Truth truth = row.test(subjects.get(i));
      if (truth == Truth.HOLDS || truth == Truth.OPEN) {
        return subjects.get(i);
      }
    }
    return subjects.getFirst();
  }

  private Rated result(Pricing pricing, boolean isFinal, Instant time) {
    List<Line> lines = pricing.lines();
    List<Hold> holds = pricing.holds();
    Rated.State state;
    if (!holds.isEmpty()) {
      state = Rated.State.ON_HOLD;
    } else if (pricing.subjects().isEmpty()) {
      state = Rated.State.NOT_APPLICABLE;
    } else if (pricing.order().status() == OrderStatus.CANCELLED && lines.isEmpty()) {
      state = Rated.State.VOIDED;
    } else if (lines.isEmpty()
        && pricing.tallies().isEmpty()
        && pricing.counts().shares().isEmpty()) {
      state = Rated.State.NOT_APPLICABLE;
    } else {
      state = isFinal ? Rated.State.SETTLED : Rated.State.ESTIMATED;
    }
    boolean counts = state == Rated.State.SETTLED || state == Rated.State.VOIDED;
    return new Rated(
        state,
        time,
        book.currency(),
        lines,
        holds,
        pricing.promise(),
        counts ? pricing.tallies() : Map.of(),
        counts ? pricing.counts().shares() : List.of());
  }

  private Rated held(Hold hold) {
    return new Rated(
        Rated.State.ON_HOLD,
        null,
        book.currency(),
        List.of(),
        List.of(hold),
        null,
        Map.of(),
        List.of());
  }

  /**
   * Takes an order out of a tally of this book.
   *
   * @return the tally without the order, and by how many minor units what was given changes
   * @throws IllegalArgumentException when the book has neither a tier nor a modifier of that name
   */
  public Withdrawal withdraw(TallyKey key, Tally tally, WorkOrder order) {
    Tally rest = tally.without(order.orderNo());
    long given = Counters.round(book, Counters.of(book, key.counter()).price(rest));
    return new Withdrawal(
        rest.given(given), new Money(given - tally.givenMinor(), book.currency()));
  }

  /**
   * What a share gives back: what its window's price falls by without it, at the top; the last
   * share everything that is left.
   *
   * @param window the window with the share
   * @return at most 0 where prices rise; in minor units
   * @throws IllegalArgumentException when the book counts nothing over a period as the share was
   */
  public long withdraw(Share share, Window window) {
    if (window.count() == share.part().count()) {
      return Math.negateExact(window.minor());
    }
    Window rest =
        new Window(
            window.count() - share.part().count(),
            window.quantity().minus(share.part().quantity()),
            window.minor());
    PeriodCounter counter = PeriodCounter.of(book, share);
    return Math.subtractExact(
        counter.worth().applyAsLong(rest), counter.worth().applyAsLong(window));
  }

  /** The tier or limit that counted a share of a counter, as its lines name it. */
  public Counted counted(Share share) {
    return PeriodCounter.of(book, share).counted();
  }

  /** Whether this book has the tier or limit that counted a share. */
  public boolean counts(Share share) {
    return PeriodCounter.find(book, share) != null;
  }

  /**
   * The tax of an amount that an order's tier gives; null where it bears none.
   *
   * @param tier null for the book's usual tax category
   */
  public @Nullable LineTax tax(WorkOrder order, @Nullable TierId tier, Money amount) {
    Instant time = order.times().at(pricingEvent(book, order));
    Taxing taxing = time == null ? null : Taxing.of(compiled, order, time);
    return taxing == null ? null : taxing.tax(tier, amount);
  }

  /** Whether this book has a tier or limit that counts under a key. */
  public boolean counts(TallyKey key) {
    return Counters.find(book, key.counter()) != null;
  }

  /**
   * The tier or limit that counts under a key.
   *
   * @throws IllegalArgumentException when the book counts nothing under it
   */
  public Counted counted(TallyKey key) {
    return Counters.of(book, key.counter()).counted();
  }

  /** What a tally counts, as its lines name it. */
  public record Counted(
      CategoryId category, @Nullable TierId tier, @Nullable ModifierId modifier, String label) {}

  /** A tally without an order, and the change in what was given. */
  public record Withdrawal(Tally rest, Money change) {}
}
