package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import java.time.Instant;
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

  private long high = 0x9e3779b97f4a7c15L;
  private long low = 0xc2b2ae3d27d4eb4fL;

  private CanonicalFacts() {}

  static FactsDigest digest(WorkOrder order) {
    CanonicalFacts facts = new CanonicalFacts();
    facts.identity(order);
    order.items().forEach(facts::item);
    facts.group();
    order.parts().forEach(facts::part);
    facts.group();
    facts.who(order);
    facts.whereAndWhen(order);
    return new FactsDigest(mixed(facts.high ^ facts.low), mixed(facts.low));
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
      if (party.taxpayer() != null) {
        add(party.taxpayer());
      }
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
    switch (fact) {
      case null -> {}
      case Exact number -> text(number.toShortString());
      case Instant at -> moment(at);
      default -> text(fact.toString());
    }
    character(END);
  }

  private void moment(Instant at) {
    long seconds = at.getEpochSecond();
    int nanos = at.getNano();
    character('@');
    number(seconds);
    number(nanos);
  }

  private void number(long value) {
    for (int shift = 48; shift >= 0; shift -= 16) {
      character((char) (value >>> shift));
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
  }

  private void character(char c) {
    high = (high ^ c) * 0x9fb21c651e98df25L;
    low = Long.rotateLeft(low + c, 27) * 0xd6e8feb86659fd93L;
  }

  private void group() {
    character(GROUP);
  }

  /** Spreads the last characters over all bits; the end of MurmurHash3. */
  private static long mixed(long sum) {
    long once = (sum ^ (sum >>> 33)) * 0xff51afd7ed558ccdL;
    long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return twice ^ (twice >>> 33);
  }
}
