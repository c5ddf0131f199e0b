package dev.duodang.expressions;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.duodang.pricing.expression.ExpressionProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one text. */
final class Mistakes {

  private final CelSource source;
  private final List<ExpressionProblem> found = new ArrayList<>();

  Mistakes(CelSource source) {
    this.source = source;
  }

  /** Notes a mistake where a part of the text stands. */
  void add(long part, String message, String allowed) {
    Integer offset = source.getPositionsMap().get(part);
    CelSourceLocation location =
        source.getOffsetLocation(offset == null ? 0 : offset).orElse(CelSourceLocation.of(1, 0));
    add(location, message, allowed);
  }

  void add(CelSourceLocation location, String message, String allowed) {
    ExpressionProblem problem =
        new ExpressionProblem(
            Math.max(1, location.getLine()), location.getColumn() + 1, message, allowed);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<ExpressionProblem> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(ExpressionProblem::line)
                .thenComparingInt(ExpressionProblem::column))
        .toList();
  }
}
