package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done in an order.
 *
 * @param quantity how many, at least 0; 1 where the source says nothing
 * @param measures measured quantities of this item, at least 0 each
 * @param attributes facts that the tenant declared, as text
 */
public record OrderItem(
    @Nullable ServicePath service,
    @Nullable Code brand,
    @Nullable Code product,
    Exact quantity,
    @Nullable Warranty warranty,
    Map<MeasureName, Exact> measures,
    Map<AttributeName, Code> attributes) {

  public OrderItem {
    Quantities.checked("quantity", quantity);
    measures.forEach((name, value) -> Quantities.checked(name.text(), value));
    measures = Map.copyOf(measures);
    attributes = Map.copyOf(attributes);
  }

  /** One of a service, with nothing else known. */
  public static OrderItem of(ServicePath service) {
    return new OrderItem(service, null, null, Exact.ONE, null, Map.of(), Map.of());
  }
}
