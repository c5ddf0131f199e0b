package dev.duodang.demo;

import dev.duodang.catalog.Counterparties;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.order.WorkOrderBuilder;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up orders as a home-appliance company gets them; the same seed makes the same orders. */
final class DemoOrders {

  private static final List<String> SERVICES =
      List.of("安装/空调", "安装/热水器", "安装/洗衣机", "维修/空调", "维修/冰箱", "维修/洗衣机", "维修/热水器");
  private static final List<String> STREETS =
      List.of("人民路", "建设路", "中山路", "解放路", "和平路", "新华路", "文化路", "长江路");
  private static final List<String> PARTS = List.of("CAP-35", "PCB-A1", "PIPE-1M");

  private final Random random;
  private final RegionTree tree;
  private final List<Counterparties.Entry> partners;
  private final List<Counterparties.Entry> engineers;
  private final List<Region> counties;

  DemoOrders(long seed, RegionTree tree, List<Counterparties.Entry> entries) {
    this.random = new Random(seed);
    this.tree = tree;
    this.partners =
        entries.stream().filter(entry -> entry.kind() == Counterparty.Kind.PARTNER).toList();
    this.engineers =
        entries.stream().filter(entry -> entry.kind() == Counterparty.Kind.ENGINEER).toList();
    this.counties =
        IntStream.range(0, tree.size())
            .mapToObj(tree::at)
            .filter(region -> region.depth() == 3)
            .toList();
  }

  /** A new order, open, created a while ago. */
  WorkOrder open(OrderNo orderNo, Instant now) {
    Counterparties.Entry partner = partners.get(random.nextInt(partners.size()));
    Instant created = now.minus(Duration.ofMinutes(20 + random.nextInt(300)));
    WorkOrderBuilder order =
        WorkOrder.builder(orderNo)
            .revision(Revision.FIRST)
            .status(OrderStatus.OPEN)
            .customer(new Customer(null, Code.of(customerClass())))
            .counterparty(Counterparty.partner(PartyId.of(partner.id())))
            .handlers(handlers(partner))
            .place(place(partner))
            .times(new Times(created, created.plusSeconds(300), null, null, null, null));
    work(order);
    return order.build(orderNo);
  }

  /** The same order, done. */
  WorkOrder completed(WorkOrder order, Instant now) {
    Times times = order.times();
    return order.toBuilder()
        .revision(Revision.FIRST.next())
        .status(OrderStatus.COMPLETED)
        .times(
            new Times(times.created(), times.accepted(), now.minusSeconds(1800), now, null, null))
        .build(order.orderNo());
  }

  private String customerClass() {
    int roll = random.nextInt(100);
    return roll < 3 ? "KEY_ACCOUNT" : roll < 18 ? "VIP" : "MEMBER";
  }

  private List<Handler> handlers(Counterparties.Entry partner) {
    List<Handler> own =
        new ArrayList<>(
            engineers.stream()
                .filter(engineer -> partner.id().equals(engineer.partnerId()))
                .map(engineer -> Handler.of(PartyId.of(engineer.id())))
                .toList());
    return own.isEmpty() ? List.of() : List.of(own.get(random.nextInt(own.size())));
  }

  private Place place(Counterparties.Entry partner) {
    String area = partner.regions().get(random.nextInt(partner.regions().size()));
    String prefix = area.replaceAll("(00)+$", "");
    List<Region> near =
        counties.stream().filter(county -> county.code().text().startsWith(prefix)).toList();
    String street = STREETS.get(random.nextInt(STREETS.size())) + (1 + random.nextInt(200)) + "号";
    if (random.nextInt(100) < 2) {
      return new Place("某小区" + street, null);
    }
    String path =
        near.isEmpty()
            ? tree.path(RegionCode.of(area))
            : tree.path(near.get(random.nextInt(near.size())).code());
    return new Place(written(path) + street, null);
  }

  /** A path as people write it: 北京市/北京市/朝阳区 is 北京市朝阳区. */
  private static String written(String path) {
    return java.util.Arrays.stream(path.split("/"))
        .distinct()
        .collect(java.util.stream.Collectors.joining());
  }

  private void work(WorkOrderBuilder order) {
    int roll = random.nextInt(100);
    if (roll < 12) {
      order
          .items(List.of(OrderItem.of(ServicePath.of("咨询"))))
          .complexity(Code.of(random.nextInt(3) == 0 ? "COMPLEX" : "SIMPLE"));
    } else if (roll < 18) {
      order.items(List.of(OrderItem.of(ServicePath.of("退换货")))).stage(Stage.AFTER_SALES);
    } else if (roll < 19) {
      order.items(List.of(OrderItem.of(ServicePath.of("清洗"))));
    } else {
      onSite(order);
    }
  }

  private void onSite(WorkOrderBuilder order) {
    String service = SERVICES.get(random.nextInt(SERVICES.size()));
    boolean repair = service.startsWith("维修");
    boolean warranty = repair && random.nextInt(4) == 0;
    order
        .items(
            List.of(
                new OrderItem(
                    ServicePath.of(service),
                    Code.of("示例品牌"),
                    null,
                    Exact.ONE,
                    warranty ? Warranty.IN : Warranty.OUT,
                    Map.of(),
                    Map.of())))
        .stage(repair ? Stage.AFTER_SALES : Stage.IN_SALES);
    if (random.nextInt(3) > 0) {
      order.distanceMetres(Exact.of(800 + random.nextInt(18_000)));
    }
    if (random.nextInt(7) == 0) {
      order.urgency(Code.of("URGENT"));
    }
    if (repair && random.nextInt(4) == 0) {
      order.parts(
          List.of(new Part(PartNo.of(PARTS.get(random.nextInt(PARTS.size()))), Exact.ONE, null)));
    }
  }

  /** How long until the next order comes, so that the board moves without a beat. */
  Duration gap() {
    return Duration.ofMillis(900 + random.nextInt(3_200));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
