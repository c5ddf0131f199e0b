package dev.duodang.settlement;

import dev.duodang.intake.JsonRows;
import dev.duodang.intake.Row;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The facts of an order as the JSON text that is kept; the same fields as intake reads. */
public final class FactsText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonRows READER = JsonRows.ofKept();

  private final JsonGenerator json;

  private FactsText(JsonGenerator json) {
    this.json = json;
  }

  /** The text of an order's facts. */
  public static String write(WorkOrder order) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new FactsText(json).order(order);
    }
    return text.toString();
  }

  /** Reads what {@link #write} wrote. */
  public static WorkOrder read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (READER.one(bytes, 0, bytes.length) instanceof Row.Order row) {
      return row.order();
    }
    throw new IllegalStateException("kept facts cannot be read: " + text);
  }

  private void order(WorkOrder order) {
    json.writeStartObject();
    text("orderNo", order.orderNo());
    if (order.revision() != null) {
      json.writeNumberProperty("revision", order.revision().number());
    }
    text("updatedAt", order.updatedAt());
    text("status", order.status());
    text("stage", order.stage());
    text("caseNo", order.caseNo());
    text("visitId", order.visitId());
    if (order.related() != null) {
      json.writeObjectPropertyStart("related");
      text("orderNo", order.related().orderNo());
      text("kind", order.related().kind());
      json.writeEndObject();
    }
    what(order);
    who(order);
    where(order);
    when(order.times());
    decimals("measures", order.measures());
    texts("attributes", order.attributes());
    recorded(order);
    json.writeEndObject();
  }

  private void recorded(WorkOrder order) {
    if (!order.recorded().isEmpty()) {
      json.writeArrayPropertyStart("recorded");
      order.recorded().stream().sorted().forEach(fact -> json.writeString(fact.text()));
      json.writeEndArray();
    }
  }

  private void what(WorkOrder order) {
    if (!order.items().isEmpty()) {
      json.writeArrayPropertyStart("items");
      order.items().forEach(this::item);
      json.writeEndArray();
    }
    text("complexity", order.complexity());
    text("urgency", order.urgency());
    text("channel", order.channel());
    text("promotion", order.promotion());
    if (!order.parts().isEmpty()) {
      json.writeArrayPropertyStart("parts");
      order
          .parts()
          .forEach(
              part -> {
                json.writeStartObject();
                text("number", part.number());
                text("quantity", part.quantity());
                text("amount", part.statedAmount());
                json.writeEndObject();
              });
      json.writeEndArray();
    }
  }

  private void item(OrderItem item) {
    json.writeStartObject();
    text("service", item.service());
    text("brand", item.brand());
    text("product", item.product());
    text("quantity", item.quantity());
    text("warranty", item.warranty());
    decimals("measures", item.measures());
    texts("attributes", item.attributes());
    json.writeEndObject();
  }

  private void who(WorkOrder order) {
    if (order.customer().id() != null || order.customer().customerClass() != null) {
      json.writeObjectPropertyStart("customer");
      text("id", order.customer().id());
      text("class", order.customer().customerClass());
      json.writeEndObject();
    }
    Counterparty party = order.counterparty();
    if (party != null) {
      json.writeObjectPropertyStart("counterparty");
      text("id", party.id());
      text("kind", party.kind());
      text("type", party.type());
      text("mode", party.mode());
      text("grade", party.grade());
      text("taxpayer", party.taxpayer());
      json.writeEndObject();
    }
    if (order.onBehalfOf() != null) {
      json.writeObjectPropertyStart("onBehalfOf");
      text("id", order.onBehalfOf());
      json.writeEndObject();
    }
    if (!order.handlers().isEmpty()) {
      json.writeArrayPropertyStart("handlers");
      order
          .handlers()
          .forEach(
              handler -> {
                json.writeStartObject();
                text("id", handler.id());
                text("share", handler.share());
                json.writeEndObject();
              });
      json.writeEndArray();
    }
  }

  private void where(WorkOrder order) {
    text("address", order.place().address());
    text("region", order.place().region());
    number("distanceMetres", order.distanceMetres());
    number("durationSeconds", order.durationSeconds());
    if (order.collected() != null) {
      json.writeObjectPropertyStart("collected");
      text("amount", order.collected().amount());
      text("method", order.collected().method());
      text("by", order.collected().by());
      json.writeEndObject();
    }
  }

  private void when(Times times) {
    text("createdAt", times.created());
    text("acceptedAt", times.accepted());
    text("arrivedAt", times.arrived());
    text("completedAt", times.completed());
    text("verifiedAt", times.verified());
    text("cancelledAt", times.cancelled());
  }

  private void text(String name, @Nullable Object value) {
    if (value instanceof Exact number) {
      json.writeStringProperty(name, number.toShortString());
    } else if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  private void number(String name, @Nullable Exact value) {
    if (value != null) {
      json.writeNumberProperty(name, value.toBigDecimal());
    }
  }

  private void decimals(String name, Map<?, Exact> values) {
    texts(name, values);
  }

  private void texts(String name, Map<?, ?> values) {
    if (!values.isEmpty()) {
      json.writeObjectPropertyStart(name);
      Map<String, Object> sorted = new TreeMap<>();
      values.forEach((key, value) -> sorted.put(key.toString(), value));
      sorted.forEach(this::text);
      json.writeEndObject();
    }
  }
}
