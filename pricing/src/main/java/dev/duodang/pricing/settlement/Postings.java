package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines that a settlement posts, after those that take back what was posted before. */
public final class Postings {

  private Postings() {}

  /** The lines among all posted ones that nothing has taken back. */
  public static List<Posting> standing(List<Posting> posted) {
    Set<Integer> reversed = new HashSet<>();
    for (Posting posting : posted) {
      if (posting.reverses() != null) {
        reversed.add(posting.reverses());
      }
    }
    return posted.stream()
        .filter(one -> one.reverses() == null && !reversed.contains(one.number()))
        .filter(one -> one.kind() != Posting.Kind.REVERSAL)
        .toList();
  }

  /**
   * Lines that take back standing ones in full.
   *
   * @param next the number of the first new line
   */
  public static List<Posting> reversals(
      List<Posting> standing, int next, Revision revision, Posting.Cause cause) {
    List<Posting> reversals = new ArrayList<>();
    for (Posting posting : standing) {
      LineTax tax = posting.tax() == null ? null : posting.tax().negate();
      int number = next + reversals.size();
      reversals.add(reversal(posting, number, revision, cause, posting.amount().negate(), tax));
    }
    return reversals;
  }

  static Posting reversal(
      Posting of,
      int number,
      Revision revision,
      Posting.Cause cause,
      Money amount,
      @Nullable LineTax tax) {
    return new Posting(
        number,
        Posting.Kind.REVERSAL,
        revision,
        of.relation(),
        of.book(),
        of.category(),
        of.item(),
        of.tier(),
        of.modifier(),
        of.part(),
        of.label(),
        amount,
        of.quantity(),
        of.formula(),
        of.number(),
        cause,
        tax);
  }

  /** The lines of all settled relations; those on hold or estimated post nothing. */
  public static List<Posting> of(Settlement settlement, int next, Revision revision) {
    return of(settlement, Set.of(), next, revision);
  }

  /** As {@link #of(Settlement, int, Revision)}, without relations whose lines stand already. */
  static List<Posting> of(
      Settlement settlement, Set<Relation> standing, int next, Revision revision) {
    List<Posting> postings = new ArrayList<>();
    for (RelationSettlement relation : settlement.relations()) {
      BookVersion book = relation.book();
      boolean settled =
          relation.rated().state() == Rated.State.SETTLED
              && !standing.contains(relation.relation());
      if (settled && book != null) {
        for (Line line : relation.rated().lines()) {
          postings.add(posting(line, next + postings.size(), revision, relation, book));
        }
      }
    }
    return postings;
  }

  /** Whether a relation has the same lines in both lists, their numbers aside. */
  static boolean sameIn(Relation relation, List<Posting> one, List<Posting> other) {
    return content(relation, one).equals(content(relation, other));
  }

  private static List<Posting> content(Relation relation, List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.relation().equals(relation))
        .map(posting -> posting.numbered(0, Revision.FIRST))
        .toList();
  }

  /**
   * Whether a relation comes to the same amounts in both lists, by whatever version of its book.
   */
  static boolean sameAmountsIn(Relation relation, List<Posting> one, List<Posting> other) {
    return amounts(relation, one).equals(amounts(relation, other));
  }

  private static List<Amount> amounts(Relation relation, List<Posting> postings) {
    return postings.stream()
        .filter(posting -> posting.relation().equals(relation))
        .map(Postings::amount)
        .toList();
  }

  private record Amount(
      CategoryId category,
      int item,
      @Nullable PartNo part,
      boolean isModifier,
      Money amount,
      @Nullable LineTax tax) {}

  private static Amount amount(Posting posting) {
    return new Amount(
        posting.category(),
        posting.item(),
        posting.part(),
        posting.modifier() != null,
        posting.amount(),
        posting.tax());
  }

  /** Whether lines come to nothing in each category of each relation. */
  static boolean cancelOut(List<Posting> postings) {
    Map<List<Object>, Money> sums = new HashMap<>();
    for (Posting posting : postings) {
      List<Object> where =
          List.of(posting.relation(), posting.category(), posting.amount().currency());
      sums.merge(where, posting.amount(), Money::plus);
    }
    return sums.values().stream().allMatch(sum -> sum.minor() == 0);
  }

  private static Posting posting(
      Line line, int number, Revision revision, RelationSettlement relation, BookVersion book) {
    return new Posting(
        number,
        kind(line.kind()),
        revision,
        relation.relation(),
        book,
        line.category(),
        line.item(),
        line.tier(),
        line.modifier(),
        line.part(),
        line.label(),
        line.amount(),
        line.quantity(),
        line.computation().text(),
        null,
        null,
        line.tax());
  }

  private static Posting.Kind kind(Line.Kind kind) {
    return switch (kind) {
      case CHARGE -> Posting.Kind.CHARGE;
      case MODIFIER -> Posting.Kind.MODIFIER;
      case LIMIT -> Posting.Kind.LIMIT;
    };
  }

  /** Reversals that leave each tally of the order's visit at the price of what remains in it. */
  public record Withdrawn(List<Posting> reversals, Map<TallyKey, Tally> tallies) {}

  /**
   * Takes back all standing lines of an order. Lines that count over a visit give back what the
   * visit's price falls by, the last of them the rest, so that a visit always sums to the price of
   * its total; all others give back their amounts. What a visit gives back beyond the order's own
   * lines, because an order withdrawn earlier kept it, is a line that reverses no other.
   *
   * @param counted the keys of the tallies that the order has a part in
   */
  public static Withdrawn withdraw(
      List<Posting> standing,
      Set<TallyKey> counted,
      Tallies tallies,
      WorkOrder order,
      Settler settler,
      int next,
      Revision revision,
      Posting.Cause cause) {
    Map<TallyKey, Tally> rest = new HashMap<>();
    Map<TallyKey, Money> due = new LinkedHashMap<>();
    for (TallyKey key : counted) {
      Rater rater = settler.rater(editionOf(key, standing, settler));
      Rater.Withdrawal withdrawal = rater.withdraw(key, tallies.get(key), order);
      rest.put(key, withdrawal.rest());
      due.put(key, withdrawal.change());
    }
    List<Posting> reversals = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      Posting posting = standing.get(i);
      @Nullable TallyKey key = keyOf(posting, due.keySet());
      Money amount = posting.amount().negate();
      if (key != null) {
        Money left = due.getOrDefault(key, amount);
        amount =
            isLast(posting, standing.subList(i + 1, standing.size())) ? left : larger(amount, left);
        due.put(key, left.minus(amount));
      }
      LineTax tax = taxOf(posting, amount.negate(), settler);
      LineTax takenBack = tax == null ? null : tax.negate();
      reversals.add(reversal(posting, next + reversals.size(), revision, cause, amount, takenBack));
    }
    due.forEach(
        (key, left) -> {
          if (left.minor() != 0) {
            Edition edition = editionOf(key, standing, settler);
            Rater.Counted what = settler.rater(edition).counted(key);
            int number = next + reversals.size();
            LineTax tax = settler.rater(edition).tax(order, what.tier(), left);
            reversals.add(
                remainder(key.relation(), edition.id(), what, number, revision, cause, left, tax));
          }
        });
    return new Withdrawn(reversals, rest);
  }

  /** The tax of another amount of a line: all of it with all of the line, whoever rounds. */
  static @Nullable LineTax taxOf(Posting posting, Money amount, Settler settler) {
    LineTax tax = posting.tax();
    Edition edition = settler.shelf().edition(posting.book());
    PriceBook book = edition == null ? null : edition.compiled().book();
    Taxes taxes = book == null ? null : book.taxes();
    return tax == null || book == null || taxes == null || amount.equals(posting.amount())
        ? tax
        : tax.on(amount, taxes.prices(), book.rounding());
  }

  /** Of two amounts to give back, the one that gives back less. */
  private static Money larger(Money a, Money b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static boolean isLast(Posting posting, List<Posting> following) {
    return following.stream()
        .noneMatch(
            other ->
                counter(other).equals(counter(posting))
                    && other.relation().equals(posting.relation()));
  }

  private static @Nullable TallyKey keyOf(Posting posting, Set<TallyKey> keys) {
    return keys.stream()
        .filter(key -> key.relation().equals(posting.relation()))
        .filter(key -> key.counter().equals(counter(posting)))
        .findFirst()
        .orElse(null);
  }

  /** What a line would be counted under: its modifier, else its tier. */
  private static String counter(Posting posting) {
    if (posting.modifier() != null) {
      return posting.modifier().text();
    }
    return posting.tier() == null ? "" : posting.tier().text();
  }

  /** The edition that priced the order's lines, or the last one that counts under the key. */
  private static Edition editionOf(TallyKey key, List<Posting> standing, Settler settler) {
    Stream<Edition> ofLines =
        standing.stream()
            .map(posting -> settler.shelf().edition(posting.book()))
            .flatMap(Stream::ofNullable);
    return Stream.concat(ofLines, settler.shelf().editions(key.relation()).stream())
        .filter(edition -> settler.rater(edition).counts(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no book of the shelf counts " + key.counter()));
  }

  /** What a visit or period gives back that no standing line of the order holds. */
  static Posting remainder(
      Relation relation,
      BookVersion book,
      Rater.Counted counted,
      int number,
      Revision revision,
      Posting.Cause cause,
      Money amount,
      @Nullable LineTax tax) {
    return new Posting(
        number,
        Posting.Kind.REVERSAL,
        revision,
        relation,
        book,
        counted.category(),
        -1,
        counted.tier(),
        counted.modifier(),
        null,
        counted.label(),
        amount,
        null,
        amount.toString(),
        null,
        cause,
        tax);
  }
}
