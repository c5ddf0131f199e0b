package dev.duodang.intake;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Collected;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the facts of a work order as JSON in one fixed form: fields in a fixed order, absent facts
 * left out, numbers as text in their shortest form, times in UTC, names sorted. {@link JsonRows}
 * reads it back to an equal order.
 */
public final class WorkOrderJson {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final JsonGenerator json;

  private WorkOrderJson(JsonGenerator json) {
    this.json = json;
  }

  /** The order as one line of JSON. */
  public static String write(WorkOrder order) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new WorkOrderJson(generator).order(order);
    }
    return text.toString();
  }

  private void order(WorkOrder order) {
    json.writeStartObject();
    field("orderNo", order.orderNo());
    if (order.revision() != null) {
      json.writeNumberProperty("revision", order.revision().number());
    }
    field("updatedAt", order.updatedAt());
    field("status", order.status());
    field("stage", order.stage());
    field("caseNo", order.caseNo());
    field("visitId", order.visitId());
    related(order.related());
    items(order);
    field("complexity", order.complexity());
    field("urgency", order.urgency());
    field("channel", order.channel());
    field("promotion", order.promotion());
    parts(order);
    parties(order);
    field("address", order.place().address());
    field("region", order.place().region());
    number("distanceMetres", order.distanceMetres());
    number("durationSeconds", order.durationSeconds());
    times(order.times());
    collected(order.collected());
    numbers("measures", order.measures());
    words("attributes", order.attributes());
    json.writeEndObject();
  }

  private void related(@Nullable RelatedOrder related) {
    if (related != null) {
      json.writeObjectPropertyStart("related");
      field("orderNo", related.orderNo());
      field("kind", related.kind());
      json.writeEndObject();
    }
  }

  private void items(WorkOrder order) {
    if (!order.items().isEmpty()) {
      json.writeArrayPropertyStart("items");
      order.items().forEach(this::item);
      json.writeEndArray();
    }
  }

  private void item(OrderItem item) {
    json.writeStartObject();
    field("service", item.service());
    field("brand", item.brand());
    field("product", item.product());
    number("quantity", item.quantity());
    field("warranty", item.warranty());
    numbers("measures", item.measures());
    words("attributes", item.attributes());
    json.writeEndObject();
  }

  private void parts(WorkOrder order) {
    if (!order.parts().isEmpty()) {
      json.writeArrayPropertyStart("parts");
      for (Part part : order.parts()) {
        json.writeStartObject();
        field("number", part.number());
        number("quantity", part.quantity());
        number("amount", part.statedAmount());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void parties(WorkOrder order) {
    if (order.customer().id() != null || order.customer().customerClass() != null) {
      json.writeObjectPropertyStart("customer");
      field("id", order.customer().id());
      field("class", order.customer().customerClass());
      json.writeEndObject();
    }
    Counterparty party = order.counterparty();
    if (party != null) {
      json.writeObjectPropertyStart("counterparty");
      field("id", party.id());
      field("kind", party.kind());
      field("type", party.type());
      field("mode", party.mode());
      field("grade", party.grade());
      field("taxpayer", party.taxpayer());
      json.writeEndObject();
    }
    if (order.onBehalfOf() != null) {
      json.writeObjectPropertyStart("onBehalfOf");
      field("id", order.onBehalfOf());
      json.writeEndObject();
    }
    handlers(order);
  }

  private void handlers(WorkOrder order) {
    if (!order.handlers().isEmpty()) {
      json.writeArrayPropertyStart("handlers");
      for (Handler handler : order.handlers()) {
        json.writeStartObject();
        field("id", handler.id());
        number("share", handler.share());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void times(Times times) {
    field("createdAt", times.created());
    field("acceptedAt", times.accepted());
    field("arrivedAt", times.arrived());
    field("completedAt", times.completed());
    field("verifiedAt", times.verified());
    field("cancelledAt", times.cancelled());
  }

  private void collected(@Nullable Collected collected) {
    if (collected != null) {
      json.writeObjectPropertyStart("collected");
      number("amount", collected.amount());
      field("method", collected.method());
      field("by", collected.by());
      json.writeEndObject();
    }
  }

  private void numbers(String name, Map<?, Exact> values) {
    if (!values.isEmpty()) {
      Map<String, Exact> sorted = new TreeMap<>();
      values.forEach((key, value) -> sorted.put(key.toString(), value));
      json.writeObjectPropertyStart(name);
      sorted.forEach(this::number);
      json.writeEndObject();
    }
  }

  private void words(String name, Map<?, ?> values) {
    if (!values.isEmpty()) {
      Map<String, Object> sorted = new TreeMap<>();
      values.forEach((key, value) -> sorted.put(key.toString(), value));
      json.writeObjectPropertyStart(name);
      sorted.forEach(this::field);
      json.writeEndObject();
    }
  }

  private void number(String name, @Nullable Exact value) {
    if (value != null) {
      json.writeStringProperty(name, value.toShortString());
    }
  }

  private void field(String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
