package dev.duodang.intake;

import dev.duodang.intake.Decision.What;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
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
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells of one row of a table said so far. The columns set the fields. */
final class Draft {

  /** What a row of a table is. */
  enum Kind {
    ORDER,
    QUOTE,
    REGION,
    RELEASE,
    FORCE,
    UNFORCE
  }

  Kind kind = Kind.ORDER;
  @Nullable OrderNo orderNo;
  @Nullable RegionCode region;

  @Nullable Revision revision;
  @Nullable Instant updatedAt;
  @Nullable OrderStatus status;
  @Nullable Stage stage;
  @Nullable CaseNo caseNo;
  @Nullable VisitId visitId;
  @Nullable OrderNo relatedOrderNo;
  RelatedOrder.@Nullable Kind relatedKind;
  @Nullable Code complexity;
  @Nullable Code urgency;
  @Nullable Code channel;
  @Nullable Code promotion;

  List<OrderItem> items = List.of();
  boolean singleItem;
  @Nullable ServicePath service;
  @Nullable Code brand;
  @Nullable Code product;
  Exact quantity = Exact.ONE;
  @Nullable Warranty warranty;
  Map<MeasureName, Exact> itemMeasures = Map.of();
  Map<AttributeName, Code> itemAttributes = Map.of();

  List<Part> parts = List.of();
  List<Handler> handlers = List.of();
  @Nullable PartyId customerId;
  @Nullable Code customerClass;
  @Nullable PartyId partyId;
  Counterparty.Kind partyKind = Counterparty.Kind.PARTNER;
  @Nullable Code partyType;
  @Nullable Code partyMode;
  @Nullable Code partyGrade;
  @Nullable Taxpayer partyTaxpayer;
  boolean partyStated;
  @Nullable PartyId onBehalfOf;

  @Nullable String address;
  @Nullable Exact distanceMetres;
  @Nullable Exact durationSeconds;
  @Nullable Instant createdAt;
  @Nullable Instant acceptedAt;
  @Nullable Instant arrivedAt;
  @Nullable Instant completedAt;
  @Nullable Instant verifiedAt;
  @Nullable Instant cancelledAt;
  @Nullable Exact collectedAmount;
  @Nullable Code collectedMethod;
  @Nullable PartyId collectedBy;
  Map<MeasureName, Exact> measures = Map.of();
  Map<AttributeName, Code> attributes = Map.of();

  @Nullable Relation relation;
  @Nullable CategoryId category;
  int item = -1;
  @Nullable Exact amount;
  @Nullable TierId tier;
  String reason = "";
  String by = "";
  @Nullable Instant at;

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> values = map.isEmpty() ? new HashMap<>() : map;
    values.put(key, value);
    return values;
  }

  /** The row, or a refused one that says what is missing or does not go together. */
  Row row() {
    return switch (kind) {
      case ORDER -> order();
      case QUOTE -> {
        if (relation == null || category == null || amount == null) {
          yield missing(relation == null ? "relation" : category == null ? "category" : "amount");
        }
        yield decided(new What.Quote(relation, category, item, amount));
      }
      case REGION -> region == null ? missing("region") : decided(new What.Region(region));
      case RELEASE -> relation == null ? missing("relation") : decided(new What.Release(relation));
      case FORCE -> {
        if (relation == null || category == null || tier == null || reason.isBlank()) {
          yield missing(
              relation == null
                  ? "relation"
                  : category == null ? "category" : tier == null ? "tier" : "reason");
        }
        yield decided(new What.Force(relation, category, item, tier));
      }
      case UNFORCE -> {
        if (relation == null || category == null || reason.isBlank()) {
          yield missing(relation == null ? "relation" : category == null ? "category" : "reason");
        }
        yield decided(new What.Unforce(relation, category, item));
      }
    };
  }

  private static Row missing(String field) {
    return refused(field, "is missing", "");
  }

  private Row decided(What what) {
    return orderNo == null
        ? refused("orderNo", "is missing", "at most 64 characters")
        : new Row.Decided(new Decision(orderNo, what, reason, by, at));
  }

  private Row order() {
    OrderNo number = orderNo;
    OrderStatus known = status;
    if (number == null) {
      return refused("orderNo", "is missing", "at most 64 characters");
    }
    if (tier != null) {
      return refused("tier", "is no field of a row of kind order", "a row of kind force");
    }
    if (known == null) {
      return refused("status", "is missing", TableWords.STATUS.allowed());
    }
    if (singleItem && !items.isEmpty()) {
      return refused("items", "stands beside columns of a single item", "one of the two");
    }
    if ((relatedOrderNo == null) != (relatedKind == null)) {
      return refused("related.orderNo", "and related.kind go together", "both or none");
    }
    if (partyStated && partyId == null) {
      return refused("counterparty.id", "is missing", "at most 64 characters");
    }
    if (collectedAmount == null && (collectedMethod != null || collectedBy != null)) {
      return refused("collected.amount", "is missing", Quantity.ALLOWED);
    }
    try {
      return new Row.Order(built(number, known));
    } catch (IllegalArgumentException refused) {
      return refused("order", String.valueOf(refused.getMessage()), "");
    }
  }

  private static Row refused(String field, String reason, String allowed) {
    return new Row.Refused(List.of(new RowProblem(field, "", reason, allowed)));
  }

  private WorkOrder built(OrderNo number, OrderStatus known) {
    return new WorkOrder(
        number,
        revision,
        updatedAt,
        known,
        stage,
        caseNo,
        visitId,
        relatedOrderNo == null || relatedKind == null
            ? null
            : new RelatedOrder(relatedOrderNo, relatedKind),
        singleItem ? List.of(singleItem()) : items,
        parts,
        complexity,
        urgency,
        channel,
        promotion,
        customerId == null && customerClass == null
            ? Customer.UNKNOWN
            : new Customer(customerId, customerClass),
        partyId == null
            ? null
            : new Counterparty(partyId, partyKind, partyType, partyMode, partyGrade, partyTaxpayer),
        onBehalfOf,
        handlers,
        address == null && region == null ? Place.UNKNOWN : new Place(address, region),
        distanceMetres,
        durationSeconds,
        new Times(createdAt, acceptedAt, arrivedAt, completedAt, verifiedAt, cancelledAt),
        collectedAmount == null
            ? null
            : new Collected(collectedAmount, collectedMethod, collectedBy),
        measures,
        attributes,
        Set.of());
  }

  private OrderItem singleItem() {
    return new OrderItem(service, brand, product, quantity, warranty, itemMeasures, itemAttributes);
  }
}
