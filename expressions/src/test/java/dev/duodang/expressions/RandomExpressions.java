package dev.duodang.expressions;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.WorkOrder;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Random expressions, each as a text and as what it means for an order, written down twice. */
final class RandomExpressions {

  /** An expression that is true or false of an order. */
  record Asked(String text, Predicate<WorkOrder> meaning) {}

  private record Amount(String text, Function<WorkOrder, Exact> meaning) {}

  private final Random random;

  RandomExpressions(Random random) {
    this.random = random;
  }

  Asked asked(int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(7)) {
      case 0 -> compared(depth);
      case 1 -> {
        String word = List.of("VIP", "KEY").get(random.nextInt(2));
        yield new Asked(
            "has(order.customerClass) && order.customerClass == \"" + word + "\"",
            order ->
                order.customer().customerClass() != null
                    && order.customer().customerClass().text().equals(word));
      }
      case 2 -> compared(depth);
      case 3 -> {
        Asked left = asked(depth - 1);
        Asked right = asked(depth - 1);
        yield new Asked(
            "(" + left.text + ") && (" + right.text + ")", left.meaning.and(right.meaning));
      }
      case 4 -> {
        Asked left = asked(depth - 1);
        Asked right = asked(depth - 1);
        yield new Asked(
            "(" + left.text + ") || (" + right.text + ")", left.meaning.or(right.meaning));
      }
      case 5 -> {
        Asked of = asked(depth - 1);
        yield new Asked("!(" + of.text + ")", of.meaning.negate());
      }
      default -> loop();
    };
  }

  private Asked loop() {
    Exact bound = Exact.of(random.nextInt(60), 1);
    Predicate<OrderItem> more = item -> item.quantity().compareTo(bound) > 0;
    String asks = "(i, i.quantity > " + bound + ")";
    return switch (random.nextInt(4)) {
      case 0 ->
          new Asked("order.items.exists" + asks, order -> order.items().stream().anyMatch(more));
      case 1 -> new Asked("order.items.all" + asks, order -> order.items().stream().allMatch(more));
      case 2 ->
          new Asked(
              "order.items.exists_one" + asks,
              order -> order.items().stream().filter(more).count() == 1);
      default -> {
        int size = random.nextInt(3);
        yield new Asked(
            "order.items.filter" + asks + ".size() >= " + size,
            order -> order.items().stream().filter(more).count() >= size);
      }
    };
  }

  private Asked compared(int depth) {
    Amount left = number(depth);
    Amount right = number(depth);
    List<String> operators = List.of("==", "!=", "<", "<=", ">", ">=");
    String operator = operators.get(random.nextInt(operators.size()));
    return new Asked(
        left.text + " " + operator + " " + right.text,
        order -> holds(left.meaning.apply(order).compareTo(right.meaning.apply(order)), operator));
  }

  private static boolean holds(int order, String operator) {
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Amount number(int depth) {
    return switch (depth == 0 ? random.nextInt(4) : random.nextInt(8)) {
      case 0 -> {
        Exact literal = Exact.of(random.nextInt(2000) - 1000, random.nextInt(4));
        yield new Amount("(" + literal.toBigDecimal().toPlainString() + ")", _ -> literal);
      }
      case 1 -> new Amount("order.distance", WorkOrder::distanceMetres);
      case 2 -> new Amount("order.items.size()", order -> Exact.of(order.items().size()));
      case 3 ->
          new Amount(
              "order.parts.map(p, p.quantity).sum()",
              order -> order.parts().stream().map(Part::quantity).reduce(Exact.ZERO, Exact::plus));
      case 4 -> both("+", Exact::plus, depth);
      case 5 -> both("-", Exact::minus, depth);
      case 6 -> both("*", Exact::times, depth);
      default -> {
        Amount of = number(depth - 1);
        Exact by = Exact.of(1 + random.nextInt(20), random.nextInt(2));
        yield new Amount(
            "(" + of.text + " / " + by.toBigDecimal().toPlainString() + ")",
            order -> of.meaning.apply(order).dividedBy(by));
      }
    };
  }

  private Amount both(String operator, java.util.function.BinaryOperator<Exact> of, int depth) {
    Amount left = number(depth - 1);
    Amount right = number(depth - 1);
    return new Amount(
        "(" + left.text + " " + operator + " " + right.text + ")",
        order -> of.apply(left.meaning.apply(order), right.meaning.apply(order)));
  }
}
