package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the facts of a {@link WorkOrder}; each method sets one and returns this builder. */
public final class WorkOrderBuilder {

  private final OrderNo orderNo;
  private @Nullable Revision revision;
  private @Nullable Instant updatedAt;
  private OrderStatus status = OrderStatus.OPEN;
  private @Nullable Stage stage;
  private @Nullable CaseNo caseNo;
  private @Nullable VisitId visitId;
  private @Nullable RelatedOrder related;
  private List<OrderItem> items = List.of();
  private List<Part> parts = List.of();
  private @Nullable Code complexity;
  private @Nullable Code urgency;
  private @Nullable Code channel;
  private @Nullable Code promotion;
  private Customer customer = Customer.UNKNOWN;
  private @Nullable Counterparty counterparty;
  private @Nullable PartyId onBehalfOf;
  private List<Handler> handlers = List.of();
  private Place place = Place.UNKNOWN;
  private @Nullable Exact distanceMetres;
  private @Nullable Exact durationSeconds;
  private Times times = Times.UNKNOWN;
  private @Nullable Collected collected;
  private Map<MeasureName, Exact> measures = Map.of();
  private Map<AttributeName, Code> attributes = Map.of();
  private Set<RecordedFact> recorded = Set.of();

  WorkOrderBuilder(OrderNo orderNo) {
    this.orderNo = orderNo;
  }

  WorkOrderBuilder(WorkOrder order) {
    this.orderNo = order.orderNo();
    this.revision = order.revision();
    this.updatedAt = order.updatedAt();
    this.status = order.status();
    this.stage = order.stage();
    this.caseNo = order.caseNo();
    this.visitId = order.visitId();
    this.related = order.related();
    this.items = order.items();
    this.parts = order.parts();
    this.complexity = order.complexity();
    this.urgency = order.urgency();
    this.channel = order.channel();
    this.promotion = order.promotion();
    this.customer = order.customer();
    this.counterparty = order.counterparty();
    this.onBehalfOf = order.onBehalfOf();
    this.handlers = order.handlers();
    this.place = order.place();
    this.distanceMetres = order.distanceMetres();
    this.durationSeconds = order.durationSeconds();
    this.times = order.times();
    this.collected = order.collected();
    this.measures = order.measures();
    this.attributes = order.attributes();
    this.recorded = order.recorded();
  }

  public WorkOrderBuilder revision(@Nullable Revision value) {
    this.revision = value;
    return this;
  }

  public WorkOrderBuilder updatedAt(@Nullable Instant value) {
    this.updatedAt = value;
    return this;
  }

  public WorkOrderBuilder status(OrderStatus value) {
    this.status = value;
    return this;
  }

  public WorkOrderBuilder stage(@Nullable Stage value) {
    this.stage = value;
    return this;
  }

  public WorkOrderBuilder caseNo(@Nullable CaseNo value) {
    this.caseNo = value;
    return this;
  }

  public WorkOrderBuilder visitId(@Nullable VisitId value) {
    this.visitId = value;
    return this;
  }

  public WorkOrderBuilder related(@Nullable RelatedOrder value) {
    this.related = value;
    return this;
  }

  public WorkOrderBuilder items(List<OrderItem> value) {
    this.items = value;
    return this;
  }

  public WorkOrderBuilder parts(List<Part> value) {
    this.parts = value;
    return this;
  }

  public WorkOrderBuilder complexity(@Nullable Code value) {
    this.complexity = value;
    return this;
  }

  public WorkOrderBuilder urgency(@Nullable Code value) {
    this.urgency = value;
    return this;
  }

  public WorkOrderBuilder channel(@Nullable Code value) {
    this.channel = value;
    return this;
  }

  public WorkOrderBuilder promotion(@Nullable Code value) {
    this.promotion = value;
    return this;
  }

  public WorkOrderBuilder customer(Customer value) {
    this.customer = value;
    return this;
  }

  public WorkOrderBuilder counterparty(@Nullable Counterparty value) {
    this.counterparty = value;
    return this;
  }

  public WorkOrderBuilder onBehalfOf(@Nullable PartyId value) {
    this.onBehalfOf = value;
    return this;
  }

  public WorkOrderBuilder handlers(List<Handler> value) {
    this.handlers = value;
    return this;
  }

  public WorkOrderBuilder place(Place value) {
    this.place = value;
    return this;
  }

  public WorkOrderBuilder distanceMetres(@Nullable Exact value) {
    this.distanceMetres = value;
    return this;
  }

  public WorkOrderBuilder durationSeconds(@Nullable Exact value) {
    this.durationSeconds = value;
    return this;
  }

  public WorkOrderBuilder times(Times value) {
    this.times = value;
    return this;
  }

  public WorkOrderBuilder collected(@Nullable Collected value) {
    this.collected = value;
    return this;
  }

  public WorkOrderBuilder measures(Map<MeasureName, Exact> value) {
    this.measures = value;
    return this;
  }

  public WorkOrderBuilder attributes(Map<AttributeName, Code> value) {
    this.attributes = value;
    return this;
  }

  public WorkOrderBuilder recorded(Set<RecordedFact> value) {
    this.recorded = value;
    return this;
  }

  /**
   * The order.
   *
   * @throws IllegalArgumentException when a fact is outside of what is allowed
   */
  public WorkOrder build() {
    return build(orderNo);
  }

  /**
   * The order under another number than the builder was made with.
   *
   * @throws IllegalArgumentException when a fact is outside of what is allowed
   */
  public WorkOrder build(OrderNo number) {
    return new WorkOrder(
        number,
        revision,
        updatedAt,
        status,
        stage,
        caseNo,
        visitId,
        related,
        items,
        parts,
        complexity,
        urgency,
        channel,
        promotion,
        customer,
        counterparty,
        onBehalfOf,
        handlers,
        place,
        distanceMetres,
        durationSeconds,
        times,
        collected,
        measures,
        attributes,
        recorded);
  }
}
