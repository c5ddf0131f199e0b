package dev.duodang.pricing.simulation;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums differences, relation by relation and currency by currency, since amounts of several do not
 * add up to anything. The result depends on which orders were added, not on the order in which they
 * were, nor on how they were spread over simulations that were merged. Belongs to one thread.
 */
public final class Simulation {

  private final Set<Grouping> by;
  private final int most;
  private final Map<Where, Section> sections = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param most how many of the orders that change most to keep in each relation, at least 0
   */
  public Simulation(Set<Grouping> by, int most) {
    if (most < 0) {
      throw new IllegalArgumentException("the number of orders to keep is below 0: " + most);
    }
    this.by = by.isEmpty() ? Set.of() : EnumSet.copyOf(by);
    this.most = most;
  }

  /** A relation with the currency of its amounts. */
  public record Where(Relation relation, Currency currency) {}

  /** Adds an order; each order is added once. */
  public void add(Difference one) {
    for (Outcome.InRelation before : one.before().relations()) {
      add(one, before, in(one.after(), before));
    }
    for (Outcome.InRelation after : one.after().relations()) {
      if (in(one.before(), after) == null) {
        add(one, null, after);
      }
    }
  }

  /** What an outcome has in the relation and currency of another. */
  private static Outcome.@Nullable InRelation in(Outcome outcome, Outcome.InRelation other) {
    for (Outcome.InRelation one : outcome.relations()) {
      if (one.relation().equals(other.relation()) && one.currency().equals(other.currency())) {
        return one;
      }
    }
    return null;
  }

  private void add(
      Difference one, Outcome.@Nullable InRelation before, Outcome.@Nullable InRelation after) {
    Outcome.@Nullable InRelation any = before == null ? after : before;
    if (any != null) {
      section(new Where(any.relation(), any.currency())).add(one, before, after);
    }
  }

  private Section section(Where where) {
    Section section = sections.get(where);
    if (section == null) {
      section = new Section(where.currency, by, most);
      sections.put(where, section);
    }
    return section;
  }

  /** Adds what another simulation holds, of orders that this one does not have. */
  public void merge(Simulation other) {
    if (most != other.most || !by.equals(other.by)) {
      throw new IllegalArgumentException("simulations of different groups cannot be merged");
    }
    other.sections.forEach((where, section) -> section(where).merge(section));
  }

  /** The differences, in the order of the relations' names. */
  public Map<Where, Differences> result() {
    Map<Where, Differences> result = new LinkedHashMap<>();
    sections.keySet().stream()
        .sorted(
            Comparator.comparing((Where where) -> where.relation.toString())
                .thenComparing(where -> where.currency.code()))
        .forEach(where -> result.put(where, section(where).result()));
    return result;
  }
}
