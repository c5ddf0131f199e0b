package dev.duodang.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.WorkOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of all expressions. */
class ExpressionProperties {

  private static final List<String> PIECES =
      List.of(
          "order",
          ".",
          "item",
          "quantity",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "&&",
          "||",
          "!",
          "==",
          "<",
          "-",
          "+",
          "*",
          "/",
          "?",
          ":",
          ",",
          "1",
          "2.5",
          "1e9",
          "0x1",
          "\"a\"",
          "'",
          "\\u",
          "has",
          "all",
          "exists",
          "map",
          "filter",
          "i",
          "true",
          "null",
          "in",
          " ",
          "\n",
          "维修",
          "😀",
          "\ud800",
          "\u0000",
          "matches",
          "items",
          "sum()",
          "size()",
          "duration",
          "`",
          "b\"",
          "u",
          "promotion",
          "service",
          "//",
          "^",
          "%",
          "=",
          "r'",
          "\"\"\"");

  private static OrderFacts order(Random random) {
    List<OrderItem> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Exact quantity = Exact.of(random.nextInt(60), 1);
      items.add(new OrderItem(null, null, null, quantity, null, Map.of(), Map.of()));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(new Part(PartNo.of("P" + i), Exact.of(random.nextInt(600), 2), null));
    }
    WorkOrder order =
        WorkOrder.builder(OrderNo.of("W1"))
            .items(items)
            .parts(parts)
            .distanceMetres(Exact.of(random.nextInt(100_000), 1))
            .customer(new Customer(null, random.nextBoolean() ? Code.of("VIP") : null))
            .build();
    return new OrderFacts(order, items.isEmpty() ? null : items.getFirst(), null);
  }

  @Property(tries = 300, seed = "4001")
  void anExpressionSaysWhatItMeans(@ForAll long seed) {
    Random random = new Random(seed);
    RandomExpressions.Asked asked = new RandomExpressions(random).asked(3);
    if (asked.text().length() > 1000) {
      return;
    }
    CheckedExpression checked = Sample.check(asked.text());
    assertThat(checked).as(asked.text()).isInstanceOf(CheckedExpression.Ready.class);
    for (int i = 0; i < 5; i++) {
      OrderFacts facts = order(random);
      assertThat(((CheckedExpression.Ready) checked).predicate().of(facts))
          .as(asked.text() + " of " + facts)
          .isEqualTo(ExpressionOutcome.of(asked.meaning().test(facts.order())));
    }
  }

  @Property(tries = 3000, seed = "4002")
  void noTextThrows(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    if (!text.toString().isBlank()) {
      ask(text.toString());
    }
  }

  @Property(tries = 1000, seed = "4003")
  void noMutatedExpressionThrows(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(new RandomExpressions(random).asked(2).text());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length());
      text.replace(
          at,
          Math.min(text.length(), at + random.nextInt(4)),
          PIECES.get(random.nextInt(PIECES.size())));
    }
    if (text.length() <= 1000 && !text.toString().isBlank()) {
      ask(text.toString());
    }
  }

  private static void ask(String text) {
    switch (CelExpressions.INSTANCE.check(ExpressionText.of(text), Sample.VOCABULARY)) {
      case CheckedExpression.Ready ready ->
          assertThat(ready.predicate().of(Sample.facts())).isNotNull();
      case CheckedExpression.Refused refused -> assertThat(refused.problems()).isNotEmpty();
    }
  }

  @Property(tries = 20, seed = "4004")
  void theDeepestTextThatFitsIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    String open = List.of("(", "!", "-", "[", "has(", "order.items.all(i, ").get(random.nextInt(6));
    ask(open.repeat(1000 / open.length()));
    ask("1" + "+1".repeat(490) + " == 1");
    ask("true" + "&&true".repeat(150));
    ask("order" + ".items".repeat(160));
  }
}
