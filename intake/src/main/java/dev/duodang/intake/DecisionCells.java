package dev.duodang.intake;

import dev.duodang.intake.Decision.What;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.region.RegionCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of a row that is a decision; rare, so they are kept as text until the row ends. */
final class DecisionCells {

  private final Moments moments;
  private final Map<Column.Kind, String> cells = new EnumMap<>(Column.Kind.class);

  DecisionCells(Moments moments) {
    this.moments = moments;
  }

  void take(Column.Kind kind, String text) {
    cells.put(kind, text);
  }

  /** Whether the row states a kind other than an order. */
  boolean isStated() {
    return !cells.isEmpty() && !cells.getOrDefault(Column.Kind.KIND, "order").equals("order");
  }

  void forget() {
    if (!cells.isEmpty()) {
      cells.clear();
    }
  }

  /** An order has no use for the cells of a decision. */
  void refuseLeftovers(List<RowProblem> problems) {
    cells.forEach(
        (kind, text) -> {
          if (kind != Column.Kind.KIND) {
            problems.add(
                new RowProblem(
                    kind.english(), text, "belongs to a row whose kind is a decision", ""));
          }
        });
  }

  Row row(@Nullable OrderNo orderNo, @Nullable RegionCode region, List<RowProblem> problems) {
    String kind = cells.getOrDefault(Column.Kind.KIND, "");
    What what =
        switch (kind) {
          case "quote" -> quote(problems);
          case "region" -> region == null ? missing("region", problems) : new What.Region(region);
          case "release" -> {
            Relation relation = value(Column.Kind.RELATION, Relation::parse, problems);
            yield relation == null ? null : new What.Release(relation);
          }
          default -> {
            problems.add(
                new RowProblem(
                    "kind", kind, "is not a kind of row", "order, quote, region, release"));
            yield null;
          }
        };
    if (orderNo == null || what == null) {
      if (orderNo == null) {
        missing("orderNo", problems);
      }
      return new Row.Refused(problems);
    }
    String at = cells.get(Column.Kind.AT);
    return new Row.Decided(
        new Decision(
            orderNo,
            what,
            cells.getOrDefault(Column.Kind.REASON, ""),
            cells.getOrDefault(Column.Kind.BY, ""),
            at == null ? null : moments.parse(at)));
  }

  private @Nullable What quote(List<RowProblem> problems) {
    Relation relation = value(Column.Kind.RELATION, Relation::parse, problems);
    CategoryId category = value(Column.Kind.CATEGORY, CategoryId::of, problems);
    var amount = value(Column.Kind.AMOUNT, JsonFields::exact, problems);
    String item = cells.getOrDefault(Column.Kind.ITEM, "-1");
    return relation == null || category == null || amount == null
        ? null
        : new What.Quote(relation, category, Integer.parseInt(item), amount);
  }

  private <T> @Nullable T value(
      Column.Kind kind, Function<String, T> make, List<RowProblem> problems) {
    String text = cells.get(kind);
    if (text == null) {
      missing(kind.english(), problems);
      return null;
    }
    try {
      return make.apply(text);
    } catch (IllegalArgumentException refused) {
      problems.add(new RowProblem(kind.english(), text, JsonFields.reason(refused, text), ""));
      return null;
    }
  }

  private static @Nullable What missing(String field, List<RowProblem> problems) {
    problems.add(new RowProblem(field, "", "is missing", ""));
    return null;
  }
}
