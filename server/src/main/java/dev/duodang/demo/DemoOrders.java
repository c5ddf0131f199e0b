package dev.duodang.demo;

import dev.duodang.catalog.Counterparties;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.order.WorkOrderBuilder;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.settlement.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up orders as a home-appliance company gets them, and what becomes of each. */
final class DemoOrders {

  private static final String KEY_ACCOUNT = "KEY_ACCOUNT";
  private static final Relation PARTNERS = Relation.parse("headquarters→partner");
  private static final CategoryId LABOUR = CategoryId.of("labour");

  private final List<Counterparties.Entry> partners;
  private final List<Counterparties.Entry> engineers;
  private final int[] weights;
  private final DemoPlaces places;

  DemoOrders(RegionTree tree, List<Counterparties.Entry> entries) {
    this.partners = of(entries, Counterparty.Kind.PARTNER);
    this.engineers = of(entries, Counterparty.Kind.ENGINEER);
    this.weights = partners.stream().mapToInt(DemoOrders::weight).toArray();
    this.places = new DemoPlaces(tree, partners);
  }

  private static List<Counterparties.Entry> of(
      List<Counterparties.Entry> entries, Counterparty.Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** Those who live on quantity get more of it. */
  private static int weight(Counterparties.Entry partner) {
    return switch (String.valueOf(partner.type())) {
      case "VOLUME" -> 22;
      case "BOUTIQUE" -> 14;
      default -> 10;
    };
  }

  /** A new order and its life; it may follow one of the earlier ones of the day. */
  DemoLife life(OrderNo orderNo, Instant created, Chance chance, List<DemoLife> earlier) {
    WorkOrder before = !earlier.isEmpty() && chance.of(60) ? chance.one(earlier).last() : null;
    return before != null && canFail(before, created)
        ? rework(orderNo, created, chance, before)
        : fresh(orderNo, created, chance);
  }

  /** What was done at the customer's before may have to be done again. */
  private static boolean canFail(WorkOrder before, Instant created) {
    Times times = before.times();
    return times.arrived() != null
        && times.completed() != null
        && times.completed().isBefore(created)
        && before.related() == null;
  }

  private DemoLife fresh(OrderNo orderNo, Instant created, Chance chance) {
    Counterparties.Entry partner = partners.get(chance.weighted(weights));
    DemoWork work = DemoWork.any(chance);
    WorkOrderBuilder order =
        WorkOrder.builder(orderNo)
            .customer(customer(chance))
            .channel(Code.of(chance.one(List.of("HOTLINE", "APP", "MALL"))))
            .place(places.near(partner, chance));
    if (work == DemoWork.ADVICE && chance.of(1_500)) {
      order
          .counterparty(department())
          .onBehalfOf(PartyId.of("电商"))
          .handlers(List.of(Handler.of(PartyId.of(chance.one(engineers).id()))));
    } else {
      order
          .counterparty(Counterparty.partner(PartyId.of(partner.id())))
          .handlers(handlers(partner, chance));
    }
    work.describe(order, created, chance);
    return lived(order, created, work, partner, chance);
  }

  private static Counterparty department() {
    return new Counterparty(
        PartyId.of("华东客服"), Counterparty.Kind.DEPARTMENT, null, null, null, null);
  }

  private DemoLife rework(OrderNo orderNo, Instant created, Chance chance, WorkOrder before) {
    WorkOrderBuilder order =
        WorkOrder.builder(orderNo)
            .customer(before.customer())
            .place(before.place())
            .counterparty(before.counterparty())
            .handlers(before.handlers())
            .items(before.items())
            .stage(dev.duodang.pricing.order.Stage.AFTER_SALES)
            .related(new RelatedOrder(before.orderNo(), RelatedOrder.Kind.REWORK));
    return lived(order, created, DemoWork.REPAIR, partners.getFirst(), chance);
  }

  private static Customer customer(Chance chance) {
    int roll = chance.between(0, 1_000);
    String known = roll < 18 ? KEY_ACCOUNT : roll < 190 ? "VIP" : "MEMBER";
    return new Customer(PartyId.of("C" + chance.between(10_000, 99_999)), Code.of(known));
  }

  private List<Handler> handlers(Counterparties.Entry partner, Chance chance) {
    List<Handler> own =
        engineers.stream()
            .filter(engineer -> partner.id().equals(engineer.partnerId()))
            .map(engineer -> Handler.of(PartyId.of(engineer.id())))
            .toList();
    int first = chance.between(0, own.size());
    return chance.of(600)
        ? List.of(own.get(first), own.get((first + 1) % own.size()))
        : List.of(own.get(first));
  }

  private DemoLife lived(
      WorkOrderBuilder order,
      Instant created,
      DemoWork work,
      Counterparties.Entry partner,
      Chance chance) {
    Times times = work.times(created, chance);
    boolean cancelled = times.cancelled() != null;
    WorkOrder last =
        order
            .status(cancelled ? OrderStatus.CANCELLED : OrderStatus.COMPLETED)
            .times(times)
            .build();
    return new DemoLife(last, moments(times), cancelled ? null : decision(last, partner, chance));
  }

  private static List<DemoLife.Moment> moments(Times times) {
    return Stream.of(
            Times.Event.CREATED,
            Times.Event.ACCEPTED,
            Times.Event.ARRIVED,
            Times.Event.COMPLETED,
            Times.Event.CANCELLED)
        .mapMulti(
            (Times.Event event, java.util.function.Consumer<DemoLife.Moment> next) -> {
              Instant at = times.at(event);
              if (at != null) {
                next.accept(new DemoLife.Moment(at, event));
              }
            })
        .toList();
  }

  /** Most of what waits is decided within hours; a little stays for whoever looks at the demo. */
  private DemoLife.@Nullable Decision decision(
      WorkOrder order, Counterparties.Entry partner, Chance chance) {
    Instant completed = order.times().completed();
    boolean decided = chance.of(9_900);
    Duration later = chance.minutes(15, 150);
    int amount = chance.between(12, 75) * 20;
    if (completed == null || !decided) {
      return null;
    }
    Instant at = completed.plus(later);
    if (Code.of(KEY_ACCOUNT).equals(order.customer().customerClass())) {
      Command.What quote = new Command.What.Quote(PARTNERS, LABOUR, 0, Exact.of(amount));
      return new DemoLife.Decision(at, quote, "按大客户协议核定", "finance@demo");
    }
    if (DemoPlaces.isVague(order.place())) {
      Command.What region = new Command.What.Region(places.county(partner, chance));
      return new DemoLife.Decision(at, region, "已电话与客户核实地址", "desk@demo");
    }
    return null;
  }
}
