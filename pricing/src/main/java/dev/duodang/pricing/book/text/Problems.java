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

  private static final int SHOWN_MAX = 60;

  private final List<BookProblem> found = new ArrayList<>();

  void add(Node node, String path, String message, String allowed) {
    if (!isFull()) {
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

  /** A text in quotes, cut where it is long. */
  static String quoted(String text) {
    return '"' + (text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text) + '"';
  }

  int count() {
    return found.size();
  }

  /** Whether there are so many that no more are noted. */
  boolean isFull() {
    return found.size() >= MAX;
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
