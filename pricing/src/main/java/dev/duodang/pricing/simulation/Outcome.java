package dev.duodang.pricing.simulation;

import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one order comes to by one set of books: what is posted for it, and where it waits. Lines of
 * relations that wait or are only estimated are not due, and so count for nothing.
 *
 * @param relations one for each relation that the order concerns or has lines in
 */
public record Outcome(List<InRelation> relations) {

  public Outcome {
    relations = List.copyOf(relations);
  }

  /**
   * One order in one relation.
   *
   * @param isHeld whether it waits for a person
   * @param amounts what is due; of what waits, only what its visit gave back or kept
   */
  public record InRelation(
      Relation relation, Currency currency, boolean isHeld, List<Amount> amounts) {

    public InRelation {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * An amount that is due.
   *
   * @param item the item's place from 0, or -1 for the whole order
   */
  public record Amount(
      @Nullable TierId tier, @Nullable ModifierId modifier, int item, Money money) {}

  /** What an order comes to that was settled once and shares nothing with other orders. */
  public static Outcome of(Settlement settlement) {
    List<InRelation> relations = new ArrayList<>(settlement.relations().size());
    for (RelationSettlement one : settlement.relations()) {
      Rated rated = one.rated();
      relations.add(
          new InRelation(
              one.relation(),
              rated.currency(),
              rated.state() == Rated.State.ON_HOLD,
              rated.state() == Rated.State.SETTLED ? amounts(rated.lines()) : List.of()));
    }
    return new Outcome(relations);
  }

  private static List<Amount> amounts(List<Line> lines) {
    List<Amount> amounts = new ArrayList<>(lines.size());
    for (Line line : lines) {
      amounts.add(new Amount(line.tier(), line.modifier(), line.item(), line.amount()));
    }
    return amounts;
  }

  /**
   * What an order comes to that was settled several times, or together with others of its visit:
   * the lines that stand, and what was posted beyond them, as when a visit gives back more than the
   * order's own lines.
   *
   * @param last what the order's last revision or decision came to
   * @param standing the lines that nothing has taken back
   * @param posted all lines that were ever posted for the order, the standing ones included
   */
  public static Outcome of(Settlement last, List<Posting> standing, List<Posting> posted) {
    Map<Place, List<Amount>> amounts = new LinkedHashMap<>();
    Map<Source, Money> beyond = new LinkedHashMap<>();
    posted.forEach(posting -> beyond.merge(Source.of(posting), posting.amount(), Money::plus));
    for (Posting posting : standing) {
      Source source = Source.of(posting);
      beyond.merge(source, posting.amount().negate(), Money::plus);
      amounts
          .computeIfAbsent(source.place(), _ -> new ArrayList<>())
          .add(source.amount(posting.amount()));
    }
    beyond.forEach(
        (source, money) -> {
          if (money.minor() != 0) {
            amounts
                .computeIfAbsent(source.place(), _ -> new ArrayList<>())
                .add(source.amount(money));
          }
        });
    return new Outcome(joined(last, amounts));
  }

  private static List<InRelation> joined(Settlement last, Map<Place, List<Amount>> amounts) {
    List<InRelation> relations = new ArrayList<>();
    for (RelationSettlement one : last.relations()) {
      Place place = new Place(one.relation(), one.rated().currency());
      List<Amount> due = amounts.remove(place);
      boolean held = one.rated().state() == Rated.State.ON_HOLD;
      relations.add(
          new InRelation(place.relation, place.currency, held, due == null ? List.of() : due));
    }
    amounts.forEach(
        (place, due) -> relations.add(new InRelation(place.relation, place.currency, false, due)));
    return relations;
  }

  private record Place(Relation relation, Currency currency) {}

  private record Source(
      Place place, @Nullable TierId tier, @Nullable ModifierId modifier, int item) {

    static Source of(Posting posting) {
      return new Source(
          new Place(posting.relation(), posting.amount().currency()),
          posting.tier(),
          posting.modifier(),
          posting.item());
    }

    Amount amount(Money money) {
      return new Amount(tier, modifier, item, money);
    }
  }
}
