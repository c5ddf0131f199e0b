package dev.duodang.expressions;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.expression.Vocabulary;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One order with all kinds of facts, and what expressions say of it. */
final class Sample {

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          ZoneId.of("Asia/Shanghai"),
          List.of(
              attribute("楼层", AttributeDeclaration.Type.NUMBER),
              attribute("bought", AttributeDeclaration.Type.DATE),
              attribute("note", AttributeDeclaration.Type.TEXT),
              new AttributeDeclaration(
                  AttributeName.of("site"),
                  "场所",
                  AttributeDeclaration.Type.CHOICE,
                  List.of(Code.of("A"), Code.of("B")))),
          List.of(new MeasureDeclaration(MeasureName.of("weight"), "重量", "kg")));

  private static final WorkOrder BEFORE =
      WorkOrder.builder(OrderNo.of("W0"))
          .times(new Times(null, null, null, Instant.parse("2026-11-10T02:00:00Z"), null, null))
          .build();

  private Sample() {}

  private static AttributeDeclaration attribute(String name, AttributeDeclaration.Type type) {
    return new AttributeDeclaration(AttributeName.of(name), name, type, List.of());
  }

  private static OrderItem item(String service, String brand, String quantity) {
    return new OrderItem(
        ServicePath.of(service),
        brand == null ? null : Code.of(brand),
        Code.of("KFR-35GW"),
        Exact.parse(quantity),
        Warranty.IN,
        Map.of(MeasureName.of("weight"), Exact.parse("32.5")),
        Map.of(
            AttributeName.of("楼层"),
            Code.of("7"),
            AttributeName.of("bought"),
            Code.of("2024-02-29")));
  }

  /** Completed on a Friday at 22:30 in Shanghai, which is 14:30 in UTC. */
  static OrderFacts facts() {
    return facts(4);
  }

  static OrderFacts facts(int parts) {
    OrderItem first = item("安装/空调", "美的", "2.50");
    WorkOrder order =
        WorkOrder.builder(OrderNo.of("W1"))
            .status(OrderStatus.COMPLETED)
            .stage(Stage.AFTER_SALES)
            .related(new RelatedOrder(OrderNo.of("W0"), RelatedOrder.Kind.FOLLOW_UP))
            .items(List.of(first, item("维修", null, "1")))
            .parts(
                IntStream.rangeClosed(1, parts)
                    .mapToObj(i -> new Part(PartNo.of("P" + i), Exact.of(i), null))
                    .toList())
            .urgency(Code.of("URGENT"))
            .customer(new Customer(PartyId.of("C1"), Code.of("VIP")))
            .counterparty(
                new Counterparty(
                    PartyId.of("P1"),
                    Counterparty.Kind.PARTNER,
                    Code.of("BOUTIQUE"),
                    null,
                    null,
                    null))
            .handlers(List.of(Handler.of(PartyId.of("E1")), Handler.of(PartyId.of("E2"))))
            .distanceMetres(Exact.parse("12345.6"))
            .durationSeconds(Exact.of(5400))
            .times(
                new Times(
                    Instant.parse("2026-11-20T01:00:00Z"),
                    Instant.parse("2026-11-20T02:00:00Z"),
                    null,
                    Instant.parse("2026-11-20T14:30:00Z"),
                    null,
                    null))
            .attributes(Map.of(AttributeName.of("note"), Code.of("not-a-day")))
            .build();
    return new OrderFacts(order, first, BEFORE);
  }

  static CheckedExpression check(String text) {
    return CelExpressions.INSTANCE.check(ExpressionText.of(text), VOCABULARY);
  }

  /** {@code true}, {@code false}, or why neither, with the fact that is absent. */
  static String said(String text, OrderFacts facts) {
    return switch (check(text)) {
      case CheckedExpression.Ready ready ->
          switch (ready.predicate().of(facts)) {
            case ExpressionOutcome.Said said -> String.valueOf(said.holds());
            case ExpressionOutcome.Undecided not -> (not.why() + " " + not.fact()).strip();
          };
      case CheckedExpression.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  static String said(String text) {
    return said(text, facts());
  }

  /** The mistakes of a text, each with its place and what is allowed. */
  static List<String> mistakes(String text) {
    return switch (check(text)) {
      case CheckedExpression.Ready _ -> List.of();
      case CheckedExpression.Refused refused ->
          refused.problems().stream()
              .map(
                  problem ->
                      problem.line()
                          + ":"
                          + problem.column()
                          + " "
                          + problem.message()
                          + (problem.allowed().isEmpty() ? "" : "; allowed: " + problem.allowed()))
              .toList();
    };
  }
}
