package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the facts whose meaning books declare: measures, attributes and codes of regions. */
public final class FactCheck {

  private final RegionTree tree;
  private final Map<AttributeName, AttributeDeclaration> attributes = new HashMap<>();
  private final Set<String> measures = new TreeSet<>();

  private FactCheck(RegionTree tree) {
    this.tree = tree;
  }

  /** A check against all that the editions of a shelf declare. */
  public static FactCheck of(Shelf shelf, RegionTree tree) {
    FactCheck check = new FactCheck(tree);
    for (var relation : shelf.relations()) {
      shelf.editions(relation).forEach(edition -> check.declare(edition.compiled().book()));
    }
    return check;
  }

  private void declare(PriceBook book) {
    book.attributes().forEach(attribute -> attributes.putIfAbsent(attribute.name(), attribute));
    book.measures().forEach(measure -> measures.add(measure.name().text()));
  }

  /** What is wrong with an order's facts; nothing for most orders. */
  public List<FactProblem> problems(WorkOrder order) {
    List<FactProblem> problems = new ArrayList<>();
    checkRegion(order.place().region(), problems);
    checkMeasures(order.measures(), problems);
    checkAttributes(order.attributes(), problems);
    for (OrderItem item : order.items()) {
      checkMeasures(item.measures(), problems);
      checkAttributes(item.attributes(), problems);
    }
    return problems;
  }

  private void checkRegion(@Nullable RegionCode region, List<FactProblem> problems) {
    if (region != null && tree.index(region) < 0) {
      problems.add(
          new FactProblem(
              "region",
              region.text(),
              "is not a region that is known",
              "a code of GB/T 2260 or of a price book's own regions"));
    }
  }

  private void checkMeasures(Map<MeasureName, Exact> stated, List<FactProblem> problems) {
    for (Map.Entry<MeasureName, Exact> measure : stated.entrySet()) {
      if (!measures.contains(measure.getKey().text())) {
        problems.add(
            new FactProblem(
                "measures." + measure.getKey(),
                measure.getValue().toShortString(),
                "is not a measure that a price book declares",
                String.join(", ", measures)));
      }
    }
  }

  private void checkAttributes(Map<AttributeName, Code> stated, List<FactProblem> problems) {
    for (Map.Entry<AttributeName, Code> attribute : stated.entrySet()) {
      String field = "attributes." + attribute.getKey();
      String value = attribute.getValue().text();
      AttributeDeclaration declared = attributes.get(attribute.getKey());
      if (declared == null) {
        String known =
            String.join(
                ", ", attributes.keySet().stream().map(AttributeName::text).sorted().toList());
        problems.add(
            new FactProblem(field, value, "is not an attribute that a price book declares", known));
      } else if (!isOfType(declared, attribute.getValue())) {
        problems.add(
            new FactProblem(field, value, "is not of the declared type", allowed(declared)));
      }
    }
  }

  private static boolean isOfType(AttributeDeclaration declared, Code value) {
    return switch (declared.type()) {
      case TEXT -> true;
      case CHOICE -> declared.choices().contains(value);
      case NUMBER -> isNumber(value.text());
      case DATE -> isDay(value.text());
    };
  }

  private static boolean isNumber(String text) {
    try {
      Exact.parse(text);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  private static String allowed(AttributeDeclaration declared) {
    return switch (declared.type()) {
      case TEXT -> "text";
      case CHOICE -> declared.choices().toString();
      case NUMBER -> "a number such as 4 or 2.5";
      case DATE -> "a day such as 2026-01-31";
    };
  }
}
