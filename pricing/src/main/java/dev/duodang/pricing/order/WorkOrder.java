package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one piece of service work, with the facts that its source states. A new stage of
 * a customer's case is a new order, not a revision.
 *
 * @param revision null where the source counts no revisions
 * @param updatedAt orders revisions where {@code revision} is absent
 * @param items what is to be done; empty when the source says nothing
 * @param onBehalfOf the department that asked for the work, for internal settlement
 * @param distanceMetres one way, at least 0
 * @param durationSeconds time spent, at least 0
 * @param recorded the facts that a master record added, as its source does not state them
 */
public record WorkOrder(
    OrderNo orderNo,
    @Nullable Revision revision,
    @Nullable Instant updatedAt,
    OrderStatus status,
    @Nullable Stage stage,
    @Nullable CaseNo caseNo,
    @Nullable VisitId visitId,
    @Nullable RelatedOrder related,
    List<OrderItem> items,
    List<Part> parts,
    @Nullable Code complexity,
    @Nullable Code urgency,
    @Nullable Code channel,
    @Nullable Code promotion,
    Customer customer,
    @Nullable Counterparty counterparty,
    @Nullable PartyId onBehalfOf,
    List<Handler> handlers,
    Place place,
    @Nullable Exact distanceMetres,
    @Nullable Exact durationSeconds,
    Times times,
    @Nullable Collected collected,
    Map<MeasureName, Exact> measures,
    Map<AttributeName, Code> attributes,
    Set<RecordedFact> recorded) {

  public WorkOrder {
    if (items.size() > 200 || parts.size() > 1000 || handlers.size() > 50) {
      throw new IllegalArgumentException(
          "order "
              + orderNo
              + " has more than 200 items, 1000 parts or 50 handlers; split it into several orders");
    }
    Quantities.checkedOrAbsent("distanceMetres", distanceMetres);
    Quantities.checkedOrAbsent("durationSeconds", durationSeconds);
    measures.forEach((name, value) -> Quantities.checked(name.text(), value));
    items = List.copyOf(items);
    parts = List.copyOf(parts);
    handlers = List.copyOf(handlers);
    measures = Map.copyOf(measures);
    attributes = Map.copyOf(attributes);
    recorded = Set.copyOf(recorded);
  }

  /**
   * The facts without the version they came as: what decides whether two deliveries are the same.
   */
  public FactsDigest digest() {
    return FactsDigest.of(this);
  }

  /** The order as its source states it, without what master records added. */
  public WorkOrder stated() {
    if (recorded.isEmpty()) {
      return this;
    }
    WorkOrderBuilder facts = toBuilder().recorded(Set.of());
    if (recorded.contains(RecordedFact.CUSTOMER_CLASS)) {
      facts.customer(new Customer(customer.id(), null));
    }
    if (counterparty != null) {
      facts.counterparty(counterparty.without(recorded));
    }
    return facts.build();
  }

  /** The names of the facts in which another order differs, as sources state them. */
  public List<String> differences(WorkOrder other) {
    return FactDifferences.between(this, other);
  }

  /** A builder with nothing known but the number; status open, quantity 1. */
  public static WorkOrderBuilder builder(OrderNo orderNo) {
    return new WorkOrderBuilder(orderNo);
  }

  /** A builder with all of this order's facts, to change some of them. */
  public WorkOrderBuilder toBuilder() {
    return new WorkOrderBuilder(this);
  }
}
