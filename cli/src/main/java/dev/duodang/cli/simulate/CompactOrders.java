package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.ByteReader;
import dev.duodang.cli.settle.ByteWriter;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.CaseNo;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Collected;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders in few bytes: what many orders have in common, such as items, partners and codes, stands
 * in tables and is not made anew when an order is read.
 */
final class CompactOrders {

  private static final Times.Event[] EVENTS = Times.Event.values();

  private final Values<OrderStatus> statuses = new Values<>(Integer.MAX_VALUE);
  private final Values<Stage> stages = new Values<>(Integer.MAX_VALUE);
  private final Values<List<OrderItem>> items;
  private final Values<List<Part>> parts;
  private final Values<Code> codes;
  private final Values<Counterparty> counterparties;
  private final Values<PartyId> departments;
  private final Values<List<Handler>> handlers;
  private final Values<RegionCode> regions;
  private final Values<Collected> collections;
  private final Values<Map<MeasureName, Exact>> measures;
  private final Values<Map<AttributeName, Code>> attributes;

  /** Tables of at most that many values each. */
  CompactOrders(int most) {
    items = new Values<>(most);
    parts = new Values<>(most);
    codes = new Values<>(most);
    counterparties = new Values<>(most);
    departments = new Values<>(most);
    handlers = new Values<>(most);
    regions = new Values<>(most);
    collections = new Values<>(most);
    measures = new Values<>(most);
    attributes = new Values<>(most);
  }

  /** Appends an order; false when a table is full, and what was appended is of no use then. */
  boolean write(WorkOrder order, ByteWriter out) {
    RelatedOrder related = order.related();
    out.string(order.orderNo().text());
    out.number(order.revision() == null ? -1 : order.revision().number());
    out.instant(order.updatedAt());
    out.number(statuses.number(order.status()));
    out.number(stages.number(order.stage()));
    out.stringOf(order.caseNo());
    out.stringOf(order.visitId());
    out.stringOf(related == null ? null : related.orderNo());
    out.stringOf(related == null ? null : related.kind());
    out.stringOf(order.customer().id());
    out.string(order.place().address());
    out.exact(order.distanceMetres());
    out.exact(order.durationSeconds());
    for (Times.Event event : EVENTS) {
      out.instant(order.times().at(event));
    }
    return writeShared(order, out);
  }

  private boolean writeShared(WorkOrder order, ByteWriter out) {
    return put(items.number(order.items()), out)
        && put(parts.number(order.parts()), out)
        && put(codes.number(order.complexity()), out)
        && put(codes.number(order.urgency()), out)
        && put(codes.number(order.channel()), out)
        && put(codes.number(order.promotion()), out)
        && put(codes.number(order.customer().customerClass()), out)
        && put(counterparties.number(order.counterparty()), out)
        && put(departments.number(order.onBehalfOf()), out)
        && put(handlers.number(order.handlers()), out)
        && put(regions.number(order.place().region()), out)
        && put(collections.number(order.collected()), out)
        && put(measures.number(order.measures()), out)
        && put(attributes.number(order.attributes()), out);
  }

  private static boolean put(int number, ByteWriter out) {
    if (number == Values.FULL) {
      return false;
    }
    out.number(number);
    return true;
  }

  /**
   * The order as it was written.
   *
   * @param addressed with its address, which no price looks at once its place is known
   */
  WorkOrder read(ByteReader in, boolean addressed) {
    OrderNo orderNo = in.needed(OrderNo::of);
    long revision = in.number();
    var updatedAt = in.instant();
    OrderStatus status = shared(statuses, in);
    Stage stage = stages.value(in.whole());
    CaseNo caseNo = in.value(CaseNo::of);
    VisitId visit = in.value(VisitId::of);
    OrderNo relatedNo = in.value(OrderNo::of);
    RelatedOrder.Kind kind = in.value(RelatedOrder.Kind::valueOf);
    PartyId customer = in.value(PartyId::of);
    String address = address(in, addressed);
    Exact distance = in.exact();
    Exact duration = in.exact();
    Times times =
        new Times(
            in.instant(), in.instant(), in.instant(), in.instant(), in.instant(), in.instant());
    List<OrderItem> orderItems = shared(items, in);
    List<Part> orderParts = shared(parts, in);
    Code complexity = codes.value(in.whole());
    Code urgency = codes.value(in.whole());
    Code channel = codes.value(in.whole());
    Code promotion = codes.value(in.whole());
    Code customerClass = codes.value(in.whole());
    Counterparty counterparty = counterparties.value(in.whole());
    PartyId department = departments.value(in.whole());
    List<Handler> orderHandlers = shared(handlers, in);
    RegionCode region = regions.value(in.whole());
    return new WorkOrder(
        orderNo,
        revision < 0 ? null : Revision.of(revision),
        updatedAt,
        status,
        stage,
        caseNo,
        visit,
        related(relatedNo, kind),
        orderItems,
        orderParts,
        complexity,
        urgency,
        channel,
        promotion,
        new Customer(customer, customerClass),
        counterparty,
        department,
        orderHandlers,
        new Place(address, region),
        distance,
        duration,
        times,
        collections.value(in.whole()),
        shared(measures, in),
        shared(attributes, in),
        Set.of());
  }

  private static @Nullable String address(ByteReader in, boolean wanted) {
    if (wanted) {
      return in.string();
    }
    in.skipString();
    return null;
  }

  private static @Nullable RelatedOrder related(
      @Nullable OrderNo number, RelatedOrder.@Nullable Kind kind) {
    return number == null || kind == null ? null : new RelatedOrder(number, kind);
  }

  private static <T> T shared(Values<T> table, ByteReader in) {
    return Objects.requireNonNull(table.value(in.whole()));
  }
}
