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
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RecordedFact;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.order.WorkOrderBuilder;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the facts of one work order, field by field. */
final class OrderJson {

  static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of(
              "orderNo",
              "revision",
              "updatedAt",
              "status",
              "stage",
              "caseNo",
              "visitId",
              "related",
              "items",
              "service",
              "brand",
              "product",
              "quantity",
              "warranty",
              "complexity",
              "urgency",
              "channel",
              "promotion",
              "parts",
              "customer",
              "counterparty",
              "onBehalfOf",
              "handlers",
              "address",
              "region",
              "distanceMetres",
              "durationSeconds",
              "createdAt",
              "acceptedAt",
              "arrivedAt",
              "completedAt",
              "verifiedAt",
              "cancelledAt",
              "collected",
              "measures",
              "attributes"));

  static final String RECORDED = "recorded";

  private final JsonFields fields;
  private final Moments moments;

  private @Nullable OrderNo orderNo;
  private @Nullable OrderStatus status;
  private @Nullable String address;
  private @Nullable RegionCode region;
  private final Map<Times.Event, Instant> times = new EnumMap<>(Times.Event.class);
  private final ItemJson single;
  private boolean itemsStated;
  private boolean singleStated;

  /** Holds everything but the number, which is needed first and may come last. */
  private final WorkOrderBuilder facts = WorkOrder.builder(OrderNo.of("unknown"));

  OrderJson(JsonFields fields, Moments moments) {
    this.fields = fields;
    this.moments = moments;
    this.single = new ItemJson(fields);
  }

  /** Takes one field; the parser stands at its value. */
  void read(String name) {
    switch (name) {
      case "orderNo" -> orderNo = fields.value(name, "at most 64 characters", OrderNo::of);
      case "revision" -> facts.revision(fields.value(name, "a whole number", Columns::revision));
      case "updatedAt" -> facts.updatedAt(moment(name));
      case "status" -> status = fields.word(name, OrderStatus.class);
      case "stage" -> facts.stage(fields.word(name, Stage.class));
      case "caseNo" -> facts.caseNo(fields.value(name, "at most 64 characters", CaseNo::of));
      case "visitId" -> facts.visitId(fields.value(name, "at most 64 characters", VisitId::of));
      case "related" -> facts.related(related(name));
      case "items" -> items(name);
      case "complexity" -> facts.complexity(code(name));
      case "urgency" -> facts.urgency(code(name));
      case "channel" -> facts.channel(code(name));
      case "promotion" -> facts.promotion(code(name));
      case "parts" -> facts.parts(fields.array(name, this::part));
      case "customer" -> facts.customer(customer(name));
      case "counterparty" -> facts.counterparty(counterparty(name));
      case "onBehalfOf" -> facts.onBehalfOf(idOf(name));
      case "handlers" -> facts.handlers(fields.array(name, this::handler));
      default -> readPlaceOrTime(name);
    }
  }

  /** Takes the names of the facts that master records added. */
  void readRecorded() {
    facts.recorded(
        Set.copyOf(
            fields.array(
                RECORDED, at -> fields.value(at, "a fact of a record", RecordedFact::of))));
  }

  private void readPlaceOrTime(String name) {
    switch (name) {
      case "address" -> address = fields.value(name, "at most 400 characters", Text::address);
      case "region" -> region = fields.value(name, "six digits of GB/T 2260", RegionCode::of);
      case "distanceMetres" -> facts.distanceMetres(fields.decimal(name));
      case "durationSeconds" -> facts.durationSeconds(fields.decimal(name));
      case "createdAt" -> time(name, Times.Event.CREATED);
      case "acceptedAt" -> time(name, Times.Event.ACCEPTED);
      case "arrivedAt" -> time(name, Times.Event.ARRIVED);
      case "completedAt" -> time(name, Times.Event.COMPLETED);
      case "verifiedAt" -> time(name, Times.Event.VERIFIED);
      case "cancelledAt" -> time(name, Times.Event.CANCELLED);
      case "collected" -> facts.collected(collected(name));
      case "measures" -> facts.measures(measures(fields, name));
      case "attributes" -> facts.attributes(attributes(fields, name));
      default -> readItemField(name);
    }
  }

  private void readItemField(String name) {
    if (single.read(name)) {
      singleStated = true;
    } else {
      fields.unknown(name, FIELDS);
    }
  }

  private void items(String name) {
    itemsStated = true;
    facts.items(
        fields.array(
            name,
            at -> {
              ItemJson item = new ItemJson(fields);
              fields.object(at, item::readAll);
              return item.build(at);
            }));
  }

  private @Nullable Code code(String name) {
    return fields.value(name, "at most 120 characters", Code::of);
  }

  private @Nullable PartyId partyId(String name) {
    return fields.value(name, "at most 64 characters", PartyId::of);
  }

  private @Nullable Instant moment(String name) {
    return fields.value(name, Moments.ALLOWED, moments::parse);
  }

  private void time(String name, Times.Event event) {
    Instant at = moment(name);
    if (at != null) {
      times.put(event, at);
    }
  }

  private @Nullable RelatedOrder related(String name) {
    var other =
        new Object() {
          @Nullable OrderNo orderNo;
          RelatedOrder.@Nullable Kind kind;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "orderNo" ->
                other.orderNo = fields.value(field, "at most 64 characters", OrderNo::of);
            case "kind" -> other.kind = fields.word(field, RelatedOrder.Kind.class);
            default -> fields.unknown(field, List.of("orderNo", "kind"));
          }
        });
    if (other.orderNo == null || other.kind == null) {
      fields.refuse(name, "", "needs orderNo and kind", "{\"orderNo\":…,\"kind\":…}");
      return null;
    }
    return new RelatedOrder(other.orderNo, other.kind);
  }

  private @Nullable Part part(String name) {
    var part =
        new Object() {
          @Nullable PartNo number;
          Exact quantity = Exact.ONE;
          @Nullable Exact amount;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "number" ->
                part.number = fields.value(field, "at most 120 characters", PartNo::of);
            case "quantity" -> {
              Exact quantity = fields.decimal(field);
              part.quantity = quantity == null ? Exact.ONE : quantity;
            }
            case "amount" -> part.amount = fields.decimal(field);
            default -> fields.unknown(field, List.of("number", "quantity", "amount"));
          }
        });
    PartNo number = part.number;
    if (number == null) {
      fields.refuse(name, "", "needs a number", "{\"number\":…,\"quantity\":…}");
      return null;
    }
    return made(name, () -> new Part(number, part.quantity, part.amount));
  }

  private Customer customer(String name) {
    var customer =
        new Object() {
          @Nullable PartyId id;
          @Nullable Code customerClass;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "id" -> customer.id = partyId(field);
            case "class" -> customer.customerClass = code(field);
            default -> fields.unknown(field, List.of("id", "class"));
          }
        });
    return new Customer(customer.id, customer.customerClass);
  }

  private @Nullable Counterparty counterparty(String name) {
    var party =
        new Object() {
          @Nullable PartyId id;
          Counterparty.@Nullable Kind kind;
          @Nullable Code type;
          @Nullable Code mode;
          @Nullable Code grade;
          @Nullable Taxpayer taxpayer;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "id" -> party.id = partyId(field);
            case "kind" -> party.kind = fields.word(field, Counterparty.Kind.class);
            case "type" -> party.type = code(field);
            case "mode" -> party.mode = code(field);
            case "grade" -> party.grade = code(field);
            case "taxpayer" -> party.taxpayer = fields.word(field, Taxpayer.class);
            default ->
                fields.unknown(field, List.of("id", "kind", "type", "mode", "grade", "taxpayer"));
          }
        });
    if (party.id == null) {
      fields.refuse(name, "", "needs an id", "{\"id\":…}");
      return null;
    }
    Counterparty.Kind kind = party.kind == null ? Counterparty.Kind.PARTNER : party.kind;
    return new Counterparty(party.id, kind, party.type, party.mode, party.grade, party.taxpayer);
  }

  private @Nullable PartyId idOf(String name) {
    var party =
        new Object() {
          @Nullable PartyId id;
        };
    fields.object(
        name,
        field -> {
          if (field.equals("id")) {
            party.id = partyId(field);
          } else {
            fields.unknown(field, List.of("id"));
          }
        });
    return party.id;
  }

  private @Nullable Handler handler(String name) {
    var handler =
        new Object() {
          @Nullable PartyId id;
          Exact share = Exact.ONE;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "id" -> handler.id = partyId(field);
            case "share" -> {
              Exact share = fields.decimal(field);
              handler.share = share == null ? Exact.ONE : share;
            }
            default -> fields.unknown(field, List.of("id", "share"));
          }
        });
    PartyId id = handler.id;
    if (id == null) {
      fields.refuse(name, "", "needs an id", "{\"id\":…}");
      return null;
    }
    return made(name, () -> new Handler(id, handler.share));
  }

  private @Nullable Collected collected(String name) {
    var money =
        new Object() {
          @Nullable Exact amount;
          @Nullable Code method;
          @Nullable PartyId by;
        };
    fields.object(
        name,
        field -> {
          switch (field) {
            case "amount" -> money.amount = fields.decimal(field);
            case "method" -> money.method = code(field);
            case "by" -> money.by = partyId(field);
            default -> fields.unknown(field, List.of("amount", "method", "by"));
          }
        });
    Exact amount = money.amount;
    if (amount == null) {
      fields.refuse(name, "", "needs an amount", "{\"amount\":…}");
      return null;
    }
    return made(name, () -> new Collected(amount, money.method, money.by));
  }

  static Map<MeasureName, Exact> measures(JsonFields fields, String name) {
    Map<MeasureName, Exact> measures = new HashMap<>();
    fields.object(
        name,
        field -> {
          Exact value = fields.decimal(field);
          MeasureName measure = fields.name(field, MeasureName::of);
          if (value != null && measure != null) {
            measures.put(measure, value);
          }
        });
    return measures;
  }

  static Map<AttributeName, Code> attributes(JsonFields fields, String name) {
    Map<AttributeName, Code> attributes = new HashMap<>();
    fields.object(
        name,
        field -> {
          Code value = fields.value(field, "at most 120 characters", Code::of);
          AttributeName attribute = fields.name(field, AttributeName::of);
          if (value != null && attribute != null) {
            attributes.put(attribute, value);
          }
        });
    return attributes;
  }

  private <T> @Nullable T made(String name, java.util.function.Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException refused) {
      fields.refuse(name, "", String.valueOf(refused.getMessage()), "");
      return null;
    }
  }

  @Nullable OrderNo orderNo() {
    return orderNo;
  }

  @Nullable RegionCode region() {
    return region;
  }

  /** The order, or null after noting what is missing or wrong. */
  @Nullable WorkOrder build() {
    OrderNo number = orderNo;
    if (number == null && !fields.refused("orderNo")) {
      fields.refuse("orderNo", "", "is missing", "at most 64 characters");
    }
    if (status == null && !fields.refused("status")) {
      fields.refuse("status", "", "is missing", JsonFields.words(OrderStatus.class));
    }
    if (itemsStated && singleStated) {
      fields.refuse("items", "", "stands beside fields of a single item", "one of the two");
    }
    if (number == null || status == null || !fields.problems().isEmpty()) {
      return null;
    }
    if (singleStated) {
      OrderItem item = single.build("service");
      facts.items(item == null ? List.of() : new ArrayList<>(List.of(item)));
    }
    OrderStatus known = status;
    return made("order", () -> order(number, known));
  }

  private WorkOrder order(OrderNo number, OrderStatus known) {
    facts
        .status(known)
        .place(new Place(address, region))
        .times(
            new Times(
                times.get(Times.Event.CREATED),
                times.get(Times.Event.ACCEPTED),
                times.get(Times.Event.ARRIVED),
                times.get(Times.Event.COMPLETED),
                times.get(Times.Event.VERIFIED),
                times.get(Times.Event.CANCELLED)));
    return facts.build(number);
  }
}
