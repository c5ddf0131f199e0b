package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which of some conditions, which no order meets together, are to blame. */
final class Contradictions {

  private final Examples examples;
  private final Box applies;

  Contradictions(Examples examples, Box applies) {
    this.examples = examples;
    this.applies = applies;
  }

  /**
   * The conditions each of which stands in the way of all others: without it there are such orders.
   * All of them, when no single one is; none, when it is not for the conditions.
   */
  List<Condition> in(Conditions conditions, Function<List<Condition>, Box> box) {
    if (example(box.apply(List.of())) == null) {
      return List.of();
    }
    List<Condition> toBlame = new ArrayList<>();
    for (Condition condition : conditions.all()) {
      List<Condition> others = new ArrayList<>(conditions.all());
      others.remove(condition);
      if (example(box.apply(others)) != null) {
        toBlame.add(condition);
      }
    }
    return toBlame.isEmpty() ? conditions.all() : toBlame;
  }

  /** An order of the box that the book applies to, or null. */
  @Nullable Example example(Box box) {
    return examples.of(box.and(applies));
  }
}
