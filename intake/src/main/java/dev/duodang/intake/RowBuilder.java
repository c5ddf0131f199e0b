package dev.duodang.intake;

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
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row of a table after the other and makes the row of them. */
final class RowBuilder {

  private final Moments moments;
  private final Interned<Code> codes = new Interned<>(Code::of);
  private final Interned<ServicePath> services = new Interned<>(ServicePath::of);
  private final Interned<PartyId> parties = new Interned<>(PartyId::of);
  private final Interned<RegionCode> regions = new Interned<>(RegionCode::of);
  private final Interned<OrderStatus> statuses = words(OrderStatus.class);
  private final Interned<Stage> stages = words(Stage.class);
  private final Interned<Warranty> warranties = words(Warranty.class);
  private final Interned<Counterparty.Kind> kinds = words(Counterparty.Kind.class);
  private final Interned<RelatedOrder.Kind> relations = words(RelatedOrder.Kind.class);
  private final Interned<List<Handler>> handlerLists = new Interned<>(Notation::handlers);
  private final DecisionCells decision;

  private final List<RowProblem> problems = new ArrayList<>();
  private final @Nullable Instant[] times = new @Nullable Instant[Times.Event.values().length];
  private @Nullable OrderNo orderNo;
  private @Nullable Revision revision;
  private @Nullable Instant updatedAt;
  private @Nullable OrderStatus status;
  private @Nullable Stage stage;
  private @Nullable CaseNo caseNo;
  private @Nullable VisitId visitId;
  private @Nullable OrderNo relatedOrder;
  private RelatedOrder.@Nullable Kind relatedKind;
  private @Nullable ServicePath service;
  private @Nullable Code brand;
  private @Nullable Code product;
  private @Nullable Exact quantity;
  private @Nullable Warranty warranty;
  private List<OrderItem> items = List.of();
  private List<Part> parts = List.of();
  private List<Handler> handlers = List.of();
  private @Nullable Code complexity;
  private @Nullable Code urgency;
  private @Nullable Code channel;
  private @Nullable Code promotion;
  private @Nullable PartyId customer;
  private @Nullable Code customerClass;
  private @Nullable PartyId counterparty;
  private Counterparty.@Nullable Kind counterpartyKind;
  private @Nullable Code counterpartyType;
  private @Nullable Code counterpartyMode;
  private @Nullable Code counterpartyGrade;
  private @Nullable PartyId onBehalfOf;
  private @Nullable String address;
  private @Nullable RegionCode region;
  private @Nullable Exact distanceMetres;
  private @Nullable Exact durationSeconds;
  private @Nullable Exact collectedAmount;
  private @Nullable Code collectedMethod;
  private @Nullable PartyId collectedBy;
  private Map<MeasureName, Exact> measures = Map.of();
  private Map<AttributeName, Code> attributes = Map.of();

  RowBuilder(Moments moments) {
    this.moments = moments;
    this.decision = new DecisionCells(moments);
  }

  private static <E extends Enum<E>> Interned<E> words(Class<E> type) {
    return new Interned<>(text -> JsonFields.word(type, text));
  }

  void refuse(String field, String value, String reason, String allowed) {
    problems.add(new RowProblem(field, value, reason, allowed));
  }

  /** Takes one cell; blanks around it do not count, and an empty one states nothing. */
  void cell(Column column, char[] buffer, int from, int length) {
    int start = from;
    int end = from + length;
    while (start < end && buffer[start] <= ' ') {
      start++;
    }
    while (end > start && buffer[end - 1] <= ' ') {
      end--;
    }
    if (start == end) {
      return;
    }
    try {
      take(column, buffer, start, end - start);
    } catch (IllegalArgumentException refused) {
      String text = new String(buffer, start, end - start);
      refuse(column.heading(), text, JsonFields.reason(refused, text), allowed(column.kind()));
    }
  }

  private void take(Column column, char[] buffer, int from, int length) {
    switch (column.kind()) {
      case ORDER_NO -> orderNo = OrderNo.of(new String(buffer, from, length));
      case REVISION -> revision = Revision.of(whole(buffer, from, length));
      case STATUS -> status = statuses.get(buffer, from, length);
      case SERVICE -> service = services.get(buffer, from, length);
      case CUSTOMER_ID -> customer = parties.get(buffer, from, length);
      case CUSTOMER_CLASS -> customerClass = codes.get(buffer, from, length);
      case COUNTERPARTY_ID -> counterparty = parties.get(buffer, from, length);
      case COUNTERPARTY_TYPE -> counterpartyType = codes.get(buffer, from, length);
      case HANDLERS -> handlers = handlerLists.get(buffer, from, length);
      case ADDRESS -> address = new String(buffer, from, length);
      case REGION -> region = regions.get(buffer, from, length);
      case DISTANCE_METRES -> distanceMetres = Cells.decimal(buffer, from, length);
      case URGENCY -> urgency = codes.get(buffer, from, length);
      case CREATED_AT -> time(Times.Event.CREATED, buffer, from, length);
      case COMPLETED_AT -> time(Times.Event.COMPLETED, buffer, from, length);
      case BRAND -> brand = codes.get(buffer, from, length);
      case PRODUCT -> product = codes.get(buffer, from, length);
      case QUANTITY -> quantity = Cells.decimal(buffer, from, length);
      case WARRANTY -> warranty = warranties.get(buffer, from, length);
      case COMPLEXITY -> complexity = codes.get(buffer, from, length);
      case CHANNEL -> channel = codes.get(buffer, from, length);
      case PROMOTION -> promotion = codes.get(buffer, from, length);
      case MEASURE -> measure(column, Cells.decimal(buffer, from, length));
      case ATTRIBUTE -> attribute(column, codes.get(buffer, from, length));
      default -> takeRare(column, buffer, from, length);
    }
  }

  private void takeRare(Column column, char[] buffer, int from, int length) {
    switch (column.kind()) {
      case UPDATED_AT -> updatedAt = Cells.moment(buffer, from, length, moments);
      case STAGE -> stage = stages.get(buffer, from, length);
      case CASE_NO -> caseNo = CaseNo.of(new String(buffer, from, length));
      case VISIT_ID -> visitId = VisitId.of(new String(buffer, from, length));
      case RELATED_ORDER -> relatedOrder = OrderNo.of(new String(buffer, from, length));
      case RELATED_KIND -> relatedKind = relations.get(buffer, from, length);
      case ITEMS -> items = Notation.items(new String(buffer, from, length));
      case PARTS -> parts = Notation.parts(new String(buffer, from, length));
      case COUNTERPARTY_KIND -> counterpartyKind = kinds.get(buffer, from, length);
      case COUNTERPARTY_MODE -> counterpartyMode = codes.get(buffer, from, length);
      case COUNTERPARTY_GRADE -> counterpartyGrade = codes.get(buffer, from, length);
      case ON_BEHALF_OF -> onBehalfOf = parties.get(buffer, from, length);
      case DURATION_SECONDS -> durationSeconds = Cells.decimal(buffer, from, length);
      case ACCEPTED_AT -> time(Times.Event.ACCEPTED, buffer, from, length);
      case ARRIVED_AT -> time(Times.Event.ARRIVED, buffer, from, length);
      case VERIFIED_AT -> time(Times.Event.VERIFIED, buffer, from, length);
      case CANCELLED_AT -> time(Times.Event.CANCELLED, buffer, from, length);
      case COLLECTED_AMOUNT -> collectedAmount = Cells.decimal(buffer, from, length);
      case COLLECTED_METHOD -> collectedMethod = codes.get(buffer, from, length);
      case COLLECTED_BY -> collectedBy = parties.get(buffer, from, length);
      default -> decision.take(column.kind(), new String(buffer, from, length));
    }
  }

  private static long whole(char[] buffer, int from, int length) {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      if (buffer[i] < '0' || buffer[i] > '9' || length > 16) {
        throw new IllegalArgumentException("is not a whole number from 0");
      }
      value = value * 10 + (buffer[i] - '0');
    }
    return value;
  }

  private void time(Times.Event event, char[] buffer, int from, int length) {
    times[place(event)] = Cells.moment(buffer, from, length, moments);
  }

  private static int place(Times.Event event) {
    return switch (event) {
      case CREATED -> 0;
      case ACCEPTED -> 1;
      case ARRIVED -> 2;
      case COMPLETED -> 3;
      case VERIFIED -> 4;
      case CANCELLED -> 5;
    };
  }

  private void measure(Column column, Exact value) {
    if (measures.isEmpty()) {
      measures = new HashMap<>();
    }
    measures.put(column.measure(), value);
  }

  private void attribute(Column column, Code value) {
    if (attributes.isEmpty()) {
      attributes = new HashMap<>();
    }
    attributes.put(column.attribute(), value);
  }

  private static String allowed(Column.Kind kind) {
    return switch (kind) {
      case STATUS -> JsonFields.words(OrderStatus.class);
      case STAGE -> JsonFields.words(Stage.class);
      case WARRANTY -> JsonFields.words(Warranty.class);
      case COUNTERPARTY_KIND -> JsonFields.words(Counterparty.Kind.class);
      case RELATED_KIND -> JsonFields.words(RelatedOrder.Kind.class);
      case QUANTITY, DISTANCE_METRES, DURATION_SECONDS, COLLECTED_AMOUNT, AMOUNT, MEASURE ->
          "a number from 0, such as 2.5";
      case UPDATED_AT,
          CREATED_AT,
          ACCEPTED_AT,
          ARRIVED_AT,
          COMPLETED_AT,
          VERIFIED_AT,
          CANCELLED_AT,
          AT ->
          Moments.ALLOWED;
      case PARTS -> "numbers with quantities, such as CAP-35*2;PCB-A1*1";
      case HANDLERS -> "engineers, with shares where they differ, such as E1*2;E2*1";
      case ITEMS -> "services with quantities, such as 维修*1;安装*2";
      default -> "";
    };
  }

  /** The row of the cells taken since the last one; forgets them. */
  Row build() {
    try {
      return row();
    } catch (IllegalArgumentException refused) {
      refuse("order", "", String.valueOf(refused.getMessage()), "");
      return new Row.Refused(problems);
    } finally {
      forget();
    }
  }

  private Row row() {
    if (decision.isStated()) {
      Row row = decision.row(orderNo, region, problems);
      return problems.isEmpty() ? row : new Row.Refused(problems);
    }
    decision.refuseLeftovers(problems);
    if (orderNo == null && problems.isEmpty()) {
      refuse("orderNo", "", "is missing", "at most 64 characters");
    }
    if (status == null && problems.isEmpty()) {
      refuse("status", "", "is missing", JsonFields.words(OrderStatus.class));
    }
    OrderNo number = orderNo;
    OrderStatus known = status;
    return number == null || known == null || !problems.isEmpty()
        ? new Row.Refused(problems)
        : new Row.Order(order(number, known));
  }

  private WorkOrder order(OrderNo number, OrderStatus known) {
    return new WorkOrder(
        number,
        revision,
        updatedAt,
        known,
        stage,
        caseNo,
        visitId,
        related(),
        itemsStated(),
        parts,
        complexity,
        urgency,
        channel,
        promotion,
        customer == null && customerClass == null
            ? Customer.UNKNOWN
            : new Customer(customer, customerClass),
        counterparty(),
        onBehalfOf,
        handlers,
        address == null && region == null ? Place.UNKNOWN : new Place(address, region),
        distanceMetres,
        durationSeconds,
        new Times(times[0], times[1], times[2], times[3], times[4], times[5]),
        collected(),
        measures,
        attributes);
  }

  private @Nullable RelatedOrder related() {
    if (relatedOrder == null && relatedKind == null) {
      return null;
    }
    if (relatedOrder == null || relatedKind == null) {
      throw new IllegalArgumentException("related.orderNo and related.kind belong together");
    }
    return new RelatedOrder(relatedOrder, relatedKind);
  }

  private List<OrderItem> itemsStated() {
    boolean single =
        service != null || brand != null || product != null || quantity != null || warranty != null;
    if (single && !items.isEmpty()) {
      throw new IllegalArgumentException(
          "items stands beside columns of a single item; state one of the two");
    }
    return single
        ? List.of(
            new OrderItem(
                service,
                brand,
                product,
                quantity == null ? Exact.ONE : quantity,
                warranty,
                Map.of(),
                Map.of()))
        : items;
  }

  private @Nullable Counterparty counterparty() {
    if (counterparty == null) {
      if (counterpartyKind != null || counterpartyType != null) {
        throw new IllegalArgumentException("counterparty.id is missing beside its attributes");
      }
      return null;
    }
    Counterparty.Kind kind =
        counterpartyKind == null ? Counterparty.Kind.PARTNER : counterpartyKind;
    return new Counterparty(
        counterparty, kind, counterpartyType, counterpartyMode, counterpartyGrade);
  }

  private @Nullable Collected collected() {
    return collectedAmount == null
        ? null
        : new Collected(collectedAmount, collectedMethod, collectedBy);
  }

  private void forget() {
    problems.clear();
    Arrays.fill(times, null);
    orderNo = null;
    revision = null;
    updatedAt = null;
    status = null;
    stage = null;
    caseNo = null;
    visitId = null;
    relatedOrder = null;
    relatedKind = null;
    service = null;
    brand = null;
    product = null;
    quantity = null;
    warranty = null;
    items = List.of();
    parts = List.of();
    handlers = List.of();
    complexity = null;
    urgency = null;
    channel = null;
    promotion = null;
    customer = null;
    customerClass = null;
    counterparty = null;
    forgetRare();
  }

  private void forgetRare() {
    counterpartyKind = null;
    counterpartyType = null;
    counterpartyMode = null;
    counterpartyGrade = null;
    onBehalfOf = null;
    address = null;
    region = null;
    distanceMetres = null;
    durationSeconds = null;
    collectedAmount = null;
    collectedMethod = null;
    collectedBy = null;
    measures = Map.of();
    attributes = Map.of();
    decision.forget();
  }
}
