package dev.duodang.pricing.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Names the facts in which two revisions differ. */
final class FactDifferences {

  private record Fact(
      String name, Function<WorkOrder, ? extends @org.jspecify.annotations.Nullable Object> of) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("status", WorkOrder::status),
          new Fact("stage", WorkOrder::stage),
          new Fact("caseNo", WorkOrder::caseNo),
          new Fact("visitId", WorkOrder::visitId),
          new Fact("related", WorkOrder::related),
          new Fact("items", WorkOrder::items),
          new Fact("parts", WorkOrder::parts),
          new Fact("complexity", WorkOrder::complexity),
          new Fact("urgency", WorkOrder::urgency),
          new Fact("channel", WorkOrder::channel),
          new Fact("promotion", WorkOrder::promotion),
          new Fact("customer", WorkOrder::customer),
          new Fact("counterparty", WorkOrder::counterparty),
          new Fact("onBehalfOf", WorkOrder::onBehalfOf),
          new Fact("handlers", WorkOrder::handlers),
          new Fact("address", order -> order.place().address()),
          new Fact("region", order -> order.place().region()),
          new Fact("distanceMetres", WorkOrder::distanceMetres),
          new Fact("durationSeconds", WorkOrder::durationSeconds),
          new Fact("collected", WorkOrder::collected),
          new Fact("measures", WorkOrder::measures),
          new Fact("attributes", WorkOrder::attributes));

  private FactDifferences() {}

  static List<String> between(WorkOrder one, WorkOrder other) {
    List<String> names = new ArrayList<>();
    for (Fact fact : FACTS) {
      if (!Objects.equals(fact.of.apply(one), fact.of.apply(other))) {
        names.add(fact.name);
      }
    }
    for (Times.Event event : Times.Event.values()) {
      if (!Objects.equals(one.times().at(event), other.times().at(event))) {
        names.add(event.name().toLowerCase(Locale.ROOT) + "At");
      }
    }
    return names;
  }
}
