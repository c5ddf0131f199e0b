package dev.duodang.intake;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Warranty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one item of an order. */
final class ItemJson {

  private static final List<String> FIELDS =
      List.of("service", "brand", "product", "quantity", "warranty", "measures", "attributes");

  private final JsonFields fields;
  private @Nullable ServicePath service;
  private @Nullable Code brand;
  private @Nullable Code product;
  private Exact quantity = Exact.ONE;
  private @Nullable Warranty warranty;
  private Map<MeasureName, Exact> measures = Map.of();
  private Map<AttributeName, Code> attributes = Map.of();

  ItemJson(JsonFields fields) {
    this.fields = fields;
  }

  /** Takes a field that an order with a single item may state itself; false when it is none. */
  boolean read(String name) {
    switch (name) {
      case "service" -> service = fields.value(name, "a path such as 维修/空调", ServicePath::of);
      case "brand" -> brand = fields.value(name, "at most 120 characters", Code::of);
      case "product" -> product = fields.value(name, "at most 120 characters", Code::of);
      case "quantity" -> {
        Exact stated = fields.decimal(name);
        quantity = stated == null ? Exact.ONE : stated;
      }
      case "warranty" -> warranty = fields.word(name, Warranty.class);
      default -> {
        return false;
      }
    }
    return true;
  }

  void readAll(String name) {
    switch (name) {
      case "measures" -> measures = OrderJson.measures(fields, name);
      case "attributes" -> attributes = OrderJson.attributes(fields, name);
      default -> {
        if (!read(name)) {
          fields.unknown(name, FIELDS);
        }
      }
    }
  }

  /** The item, or null after noting what is wrong. */
  @Nullable OrderItem build(String name) {
    try {
      return new OrderItem(service, brand, product, quantity, warranty, measures, attributes);
    } catch (IllegalArgumentException refused) {
      fields.refuse(name, "", String.valueOf(refused.getMessage()), "");
      return null;
    }
  }
}
