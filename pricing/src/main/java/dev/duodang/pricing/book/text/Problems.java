package dev.duodang.pricing.book.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one text; reading goes on after each. */
final class Problems {

  private static final int MAX = 1000;

  private final List<BookProblem> found = new ArrayList<>();

  void add(Node node, String path, String message, String allowed) {
    if (found.size() < MAX) {
      int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
      found.add(new BookProblem(line, column, path, message, allowed));
    }
  }

  /** The value, or null after noting why its constructor refused it. */
  <T> @Nullable T attempt(Node node, String path, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException | ArithmeticException refused) {
      add(node, path, String.valueOf(refused.getMessage()), "");
      return null;
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<BookProblem> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(BookProblem::line).thenComparingInt(BookProblem::column))
        .toList();
  }
}
