package dev.duodang.expressions;

import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.ExpressionOutcome.Undecided;
import dev.duodang.pricing.expression.ExpressionOutcome.Why;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a checked expression. Its value is a {@code Boolean}, {@code String}, {@code Exact},
 * {@code Instant}, {@code Duration}, a list, a thing with facts, or {@link Undecided} where there
 * is none. Every part takes a step, so that the number of parts that are run is bounded.
 */
sealed interface Node {

  /** The value with steps left. */
  Object run(Run run);

  default Object value(Run run) {
    return run.take(1) ? run(run) : Run.TOO_MUCH;
  }

  /** A value that is the same for every order. */
  record Constant(Object constant) implements Node {
    @Override
    public Object run(Run run) {
      return constant;
    }
  }

  /** The order that is priced. */
  record TheOrder() implements Node {
    @Override
    public Object run(Run run) {
      return run.facts();
    }
  }

  /** The item that is priced. */
  record TheItem() implements Node {
    @Override
    public Object run(Run run) {
      return run.item();
    }
  }

  /** The variable of a loop. */
  record Variable(int place) implements Node {
    @Override
    public Object run(Run run) {
      return run.variable(place);
    }
  }

  /** A fact of a thing, which it must state. */
  record Stated(Node thing, FactType.Fact fact, Undecided absent) implements Node {

    static Stated of(Node thing, FactType.Fact fact, String path) {
      return new Stated(thing, fact, new Undecided(Why.ABSENT, path));
    }

    @Override
    public Object run(Run run) {
      Object of = thing.value(run);
      if (of instanceof Undecided) {
        return of;
      }
      @Nullable Object value = fact.read().apply(of);
      return value == null ? absent : value;
    }
  }

  /** Whether a thing states a fact; a thing that is absent itself states none. */
  record Has(Node thing, FactType.Fact fact) implements Node {
    @Override
    public Object run(Run run) {
      Object of = thing.value(run);
      if (of instanceof Undecided(Why why, String _)) {
        return why == Why.ABSENT ? (Object) false : of;
      }
      return fact.read().apply(of) != null;
    }
  }

  /** False as soon as one side is, whatever is known of the other. */
  record And(Node left, Node right) implements Node {
    @Override
    public Object run(Run run) {
      Object first = left.value(run);
      if (first.equals(false)) {
        return first;
      }
      Object second = right.value(run);
      return second.equals(false) || !(first instanceof Undecided) ? second : first;
    }
  }

  /** True as soon as one side is, whatever is known of the other. */
  record Or(Node left, Node right) implements Node {
    @Override
    public Object run(Run run) {
      Object first = left.value(run);
      if (first.equals(true)) {
        return first;
      }
      Object second = right.value(run);
      return second.equals(true) || !(first instanceof Undecided) ? second : first;
    }
  }

  /** One of two values, of which only that one is worked out. */
  record Choice(Node when, Node then, Node otherwise) implements Node {
    @Override
    public Object run(Run run) {
      Object chosen = when.value(run);
      if (chosen instanceof Undecided) {
        return chosen;
      }
      return chosen.equals(true) ? then.value(run) : otherwise.value(run);
    }
  }

  /** Whether a loop goes on: it ends at a plain false. */
  record NotFalse(Node of) implements Node {
    @Override
    public Object run(Run run) {
      return !of.value(run).equals(false);
    }
  }

  /** A function of values that are all known. */
  record Call(Operation operation, List<Node> arguments) implements Node {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Object run(Run run) {
      @Nullable Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = arguments.get(i).value(run);
        if (value instanceof Undecided) {
          return value;
        }
        values[i] = value;
      }
      return run.take(operation.steps(values)) ? operation.of(values) : Run.TOO_MUCH;
    }
  }

  /** A new list. */
  record Elements(List<Node> elements) implements Node {

    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public Object run(Run run) {
      List<Object> values = new ArrayList<>(elements.size());
      for (Node element : elements) {
        Object value = element.value(run);
        if (value instanceof Undecided) {
          return value;
        }
        values.add(value);
      }
      return values;
    }
  }

  /**
   * A loop over a list that carries a result along.
   *
   * @param element the place of the variable for the element
   * @param result the place of the variable for the result
   */
  record Loop(Node list, int element, int result, Node start, Node goesOn, Node step, Node end)
      implements Node {

    @Override
    public Object run(Run run) {
      Object values = list.value(run);
      if (!(values instanceof List<?> all)) {
        return values;
      }
      run.set(result, start.value(run));
      for (Object value : all) {
        run.set(element, value);
        if (!goesOn.value(run).equals(true)) {
          break;
        }
        run.set(result, step.value(run));
      }
      return end.value(run);
    }
  }

  /** What a whole expression says. */
  static ExpressionOutcome outcome(Node whole, Run run) {
    Object value = whole.value(run);
    if (run.isExhausted()) {
      return Run.TOO_MUCH;
    }
    return value instanceof Undecided undecided
        ? undecided
        : ExpressionOutcome.of(value.equals(true));
  }
}
