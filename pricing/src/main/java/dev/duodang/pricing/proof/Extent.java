package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an area reaches in one fact. */
public sealed interface Extent {

  /**
   * One of the conditions holds.
   *
   * @param orAbsent whether orders without the fact belong to the area too, besides those that the
   *     conditions themselves admit
   */
  record AnyOf(List<Condition> conditions, boolean orAbsent) implements Extent {

    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * None of the conditions holds.
   *
   * @param excluded what is known of the fact elsewhere; nothing where every value belongs here
   * @param orAbsent whether orders without the fact belong to the area too
   */
  record NoneOf(Fact fact, List<Condition> excluded, boolean orAbsent) implements Extent {

    public NoneOf {
      excluded = List.copyOf(excluded);
    }
  }

  /** The order does not state the fact. */
  record Absent(Fact fact) implements Extent {}

  /** The order follows none, or one in another way than these. */
  record NotFollowing(List<Condition.Follows> excluded) implements Extent {

    public NotFollowing {
      excluded = List.copyOf(excluded);
    }
  }

  /** The pricing time lies in one of these runs of days. */
  record PricedOn(List<Days> runs) implements Extent {

    /** The days in {@code [from, until)}; a missing side is that of the book. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}

    public PricedOn {
      runs = List.copyOf(runs);
    }
  }
}
