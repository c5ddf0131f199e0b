package dev.duodang.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one object, whose kind may stand anywhere in it. */
final class RowJson {

  private static final List<String> SHARED = List.of("kind", "orderNo", "region");

  private final JsonFields fields;
  private final boolean kept;
  private final OrderJson order;
  private final DecisionJson decision;
  private String kind = "order";
  private @Nullable String orderField;
  private @Nullable String decisionField;

  RowJson(JsonFields fields, Moments moments, boolean kept) {
    this.fields = fields;
    this.kept = kept;
    this.order = new OrderJson(fields, moments);
    this.decision = new DecisionJson(fields, moments);
  }

  /** Takes one field; the parser stands at its value. */
  void read(String name) {
    if (name.equals("kind")) {
      String stated = fields.value(name, DecisionJson.KINDS, text -> text);
      kind = stated == null ? kind : stated;
    } else if (kept && name.equals(OrderJson.RECORDED)) {
      order.readRecorded();
    } else if (DecisionJson.FIELDS.contains(name) && !SHARED.contains(name)) {
      decisionField = name;
      decision.read(name);
    } else if (OrderJson.FIELDS.contains(name)) {
      orderField = SHARED.contains(name) ? orderField : name;
      order.read(name);
    } else {
      List<String> known = new ArrayList<>(OrderJson.FIELDS);
      known.addAll(DecisionJson.FIELDS);
      fields.unknown(name, known.stream().distinct().toList());
    }
  }

  Row build() {
    boolean isOrder = kind.equals("order");
    String foreign = isOrder ? decisionField : orderField;
    if (foreign != null) {
      fields.refuse(
          foreign,
          "",
          "is no field of a row of kind " + kind,
          isOrder ? "order" : DecisionJson.KINDS);
    }
    Row row = isOrder ? built() : decided();
    return row != null && fields.problems().isEmpty() ? row : new Row.Refused(fields.problems());
  }

  private @Nullable Row built() {
    var facts = order.build();
    return facts == null ? null : new Row.Order(facts);
  }

  private @Nullable Row decided() {
    var decided = decision.build(kind, order.orderNo(), order.region());
    return decided == null ? null : new Row.Decided(decided);
  }
}
