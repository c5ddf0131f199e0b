package dev.duodang.cli.settle;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of an order in binary form. */
public final class OrderCodec {

  private OrderCodec() {}

  public static void write(WorkOrder order, ByteWriter out) {
    out.stringOf(order.orderNo());
    out.stringOf(order.revision());
    out.instant(order.updatedAt());
    out.stringOf(order.status());
    out.stringOf(order.stage());
    out.stringOf(order.caseNo());
    out.stringOf(order.visitId());
    RelatedOrder related = order.related();
    out.stringOf(related == null ? null : related.orderNo());
    out.stringOf(related == null ? null : related.kind());
    out.number(order.items().size());
    order.items().forEach(item -> write(item, out));
    out.number(order.parts().size());
    for (Part part : order.parts()) {
      out.stringOf(part.number());
      out.exact(part.quantity());
      out.exact(part.statedAmount());
    }
    out.stringOf(order.complexity());
    out.stringOf(order.urgency());
    out.stringOf(order.channel());
    out.stringOf(order.promotion());
    writeParties(order, out);
    out.string(order.place().address());
    out.stringOf(order.place().region());
    out.exact(order.distanceMetres());
    out.exact(order.durationSeconds());
    for (Times.Event event : Times.Event.values()) {
      out.instant(order.times().at(event));
    }
    Collected collected = order.collected();
    out.exact(collected == null ? null : collected.amount());
    out.stringOf(collected == null ? null : collected.method());
    out.stringOf(collected == null ? null : collected.by());
    write(order.measures(), order.attributes(), out);
  }

  private static void write(OrderItem item, ByteWriter out) {
    out.stringOf(item.service());
    out.stringOf(item.brand());
    out.stringOf(item.product());
    out.exact(item.quantity());
    out.stringOf(item.warranty());
    write(item.measures(), item.attributes(), out);
  }

  private static void write(
      Map<MeasureName, Exact> measures, Map<AttributeName, Code> attributes, ByteWriter out) {
    out.number(measures.size());
    measures.forEach(
        (name, value) -> {
          out.stringOf(name);
          out.exact(value);
        });
    out.number(attributes.size());
    attributes.forEach(
        (name, value) -> {
          out.stringOf(name);
          out.stringOf(value);
        });
  }

  private static void writeParties(WorkOrder order, ByteWriter out) {
    out.stringOf(order.customer().id());
    out.stringOf(order.customer().customerClass());
    Counterparty party = order.counterparty();
    out.stringOf(party == null ? null : party.id());
    if (party != null) {
      out.stringOf(party.kind());
      out.stringOf(party.type());
      out.stringOf(party.mode());
      out.stringOf(party.grade());
      out.stringOf(party.taxpayer());
    }
    out.stringOf(order.onBehalfOf());
    out.number(order.handlers().size());
    for (Handler handler : order.handlers()) {
      out.stringOf(handler.id());
      out.exact(handler.share());
    }
  }

  public static WorkOrder read(ByteReader in) {
    return new WorkOrder(
        in.needed(OrderNo::of),
        in.value(text -> Revision.of(Long.parseLong(text))),
        in.instant(),
        in.needed(OrderStatus::valueOf),
        in.value(Stage::valueOf),
        in.value(CaseNo::of),
        in.value(VisitId::of),
        related(in),
        list(in, () -> item(in)),
        list(in, () -> new Part(in.needed(PartNo::of), exact(in), in.exact())),
        in.value(Code::of),
        in.value(Code::of),
        in.value(Code::of),
        in.value(Code::of),
        new Customer(in.value(PartyId::of), in.value(Code::of)),
        counterparty(in),
        in.value(PartyId::of),
        list(in, () -> new Handler(in.needed(PartyId::of), exact(in))),
        new Place(in.string(), in.value(RegionCode::of)),
        in.exact(),
        in.exact(),
        new Times(
            in.instant(), in.instant(), in.instant(), in.instant(), in.instant(), in.instant()),
        collected(in),
        measures(in),
        attributes(in),
        Set.of());
  }

  private static Exact exact(ByteReader in) {
    return in.needed(Exact::parse);
  }

  private static @Nullable RelatedOrder related(ByteReader in) {
    OrderNo number = in.value(OrderNo::of);
    RelatedOrder.Kind kind = in.value(RelatedOrder.Kind::valueOf);
    return number == null || kind == null ? null : new RelatedOrder(number, kind);
  }

  private static @Nullable Counterparty counterparty(ByteReader in) {
    PartyId id = in.value(PartyId::of);
    return id == null
        ? null
        : new Counterparty(
            id,
            in.needed(Counterparty.Kind::valueOf),
            in.value(Code::of),
            in.value(Code::of),
            in.value(Code::of),
            in.value(Taxpayer::valueOf));
  }

  private static @Nullable Collected collected(ByteReader in) {
    Exact amount = in.exact();
    Code method = in.value(Code::of);
    PartyId by = in.value(PartyId::of);
    return amount == null ? null : new Collected(amount, method, by);
  }

  private static OrderItem item(ByteReader in) {
    return new OrderItem(
        in.value(ServicePath::of),
        in.value(Code::of),
        in.value(Code::of),
        exact(in),
        in.value(Warranty::valueOf),
        measures(in),
        attributes(in));
  }

  private static Map<MeasureName, Exact> measures(ByteReader in) {
    Map<MeasureName, Exact> measures = new HashMap<>();
    for (int left = in.whole(); left > 0; left--) {
      measures.put(in.needed(MeasureName::of), exact(in));
    }
    return measures;
  }

  private static Map<AttributeName, Code> attributes(ByteReader in) {
    Map<AttributeName, Code> attributes = new HashMap<>();
    for (int left = in.whole(); left > 0; left--) {
      attributes.put(in.needed(AttributeName::of), in.needed(Code::of));
    }
    return attributes;
  }

  private static <T> List<T> list(ByteReader in, Supplier<T> element) {
    List<T> values = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      values.add(Objects.requireNonNull(element.get()));
    }
    return values;
  }
}
