package dev.duodang.pricing.book;

import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a tier computes its amount. */
public sealed interface Charge {

  /**
   * A tariff on a measured quantity; a measure that is absent gives no line.
   *
   * @param agreed amounts that a person may agree on instead; null where the tariff is final
   */
  record Metered(Measure measure, Tariff tariff, CountScope scope, @Nullable QuoteRange agreed)
      implements Charge {}

  /**
   * The sum of several tariffs within a minimum and maximum, such as distance and time of a taxi.
   */
  record Summed(List<Metered> parts, @Nullable Exact minimum, @Nullable Exact maximum)
      implements Charge {

    public Summed {
      parts = List.copyOf(parts);
      boolean simple =
          parts.stream()
              .allMatch(part -> part.scope.equals(CountScope.ALONE) && part.agreed == null);
      if (parts.size() < 2 || !simple) {
        throw new IllegalArgumentException(
            "a sum needs at least two charges, none with a scope or an agreed range of its own");
      }
    }
  }

  /** A person enters the amount; the order is held until then. */
  record Quoted(QuoteRange range) implements Charge {}

  /** A price list by number; each number makes its own line. */
  record Listed(PriceListId list, By by) implements Charge {

    /** Whose numbers the list names. */
    public enum By {
      /** The parts of the order. */
      PART,
      /** The products of its items, each in the item's quantity. */
      PRODUCT
    }
  }
}
