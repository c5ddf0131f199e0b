package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one set of facts: fields in a fixed order, each closed by a separator that no fact
 * can contain, numbers in their shortest form, maps sorted by name.
 */
final class CanonicalFacts {

  private static final char END = '\u001f';
  private static final char GROUP = '\u001e';

  private final StringBuilder text = new StringBuilder(256);

  private CanonicalFacts() {}

  static String text(WorkOrder order) {
    CanonicalFacts facts = new CanonicalFacts();
    facts.identity(order);
    order.items().forEach(facts::item);
    facts.group();
    order.parts().forEach(facts::part);
    facts.group();
    facts.who(order);
    facts.whereAndWhen(order);
    return facts.text.toString();
  }

  private void identity(WorkOrder order) {
    add(order.status());
    add(order.stage());
    add(order.caseNo());
    add(order.visitId());
    RelatedOrder related = order.related();
    add(related == null ? null : related.orderNo());
    add(related == null ? null : related.kind());
    add(order.complexity());
    add(order.urgency());
    add(order.channel());
    add(order.promotion());
  }

  private void item(OrderItem item) {
    add(item.service());
    add(item.brand());
    add(item.product());
    add(item.quantity());
    add(item.warranty());
    numbers(item.measures());
    codes(item.attributes());
  }

  private void part(Part part) {
    add(part.number());
    add(part.quantity());
    add(part.statedAmount());
  }

  private void who(WorkOrder order) {
    add(order.customer().id());
    add(order.customer().customerClass());
    Counterparty party = order.counterparty();
    if (party != null) {
      add(party.id());
      add(party.kind());
      add(party.type());
      add(party.mode());
      add(party.grade());
    }
    group();
    add(order.onBehalfOf());
    for (Handler handler : order.handlers()) {
      add(handler.id());
      add(handler.share());
    }
    group();
  }

  private void whereAndWhen(WorkOrder order) {
    add(order.place().address());
    add(order.place().region());
    add(order.distanceMetres());
    add(order.durationSeconds());
    for (Times.Event event : Times.Event.values()) {
      add(order.times().at(event));
    }
    Collected collected = order.collected();
    if (collected != null) {
      add(collected.amount());
      add(collected.method());
      add(collected.by());
    }
    group();
    numbers(order.measures());
    codes(order.attributes());
  }

  private void numbers(Map<MeasureName, Exact> measures) {
    if (!measures.isEmpty()) {
      Map<String, Exact> sorted = new TreeMap<>();
      measures.forEach((name, value) -> sorted.put(name.text(), value));
      sorted.forEach(
          (name, value) -> {
            add(name);
            add(value);
          });
    }
    group();
  }

  private void codes(Map<AttributeName, Code> attributes) {
    if (!attributes.isEmpty()) {
      Map<String, Code> sorted = new TreeMap<>();
      attributes.forEach((name, value) -> sorted.put(name.text(), value));
      sorted.forEach(
          (name, value) -> {
            add(name);
            add(value);
          });
    }
    group();
  }

  private void add(@Nullable Object fact) {
    if (fact instanceof Exact number) {
      text.append(number.toShortString());
    } else if (fact != null) {
      text.append(fact);
    }
    text.append(END);
  }

  private void group() {
    text.append(GROUP);
  }
}
