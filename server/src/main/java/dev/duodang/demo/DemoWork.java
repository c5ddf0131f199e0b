package dev.duodang.demo;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrderBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of work that the demo company is asked for. */
enum DemoWork {
  INSTALLATION(3_400, List.of("安装/空调", "安装/热水器", "安装/洗衣机")),
  REPAIR(4_380, List.of("维修/空调", "维修/冰箱", "维修/洗衣机", "维修/热水器")),
  ADVICE(1_400, List.of("咨询")),
  RETURN(818, List.of("退换货")),
  /** Nobody has made a tier for it. */
  CLEANING(2, List.of("清洗"));

  private static final List<String> BRANDS = List.of("云岚", "拓原", "沐川", "启禾");
  private static final List<String> PARTS = List.of("CAP-35", "PCB-A1", "PIPE-1M");
  private static final MeasureName STORAGE_DAYS = MeasureName.of("storageDays");
  private static final int DOUBLE_ELEVEN_DAYS = 11;
  private static final int NOVEMBER = 11;

  private final int inTenThousand;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> services;

  DemoWork(int inTenThousand, List<String> services) {
    this.inTenThousand = inTenThousand;
    this.services = services;
  }

  static DemoWork any(Chance chance) {
    DemoWork[] all = values();
    int[] weights = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      weights[i] = all[i].inTenThousand;
    }
    return all[chance.weighted(weights)];
  }

  /** Adds what is asked for. */
  void describe(WorkOrderBuilder order, Instant created, Chance chance) {
    switch (this) {
      case INSTALLATION, REPAIR, CLEANING -> onSite(order, created, chance);
      case ADVICE ->
          order
              .items(List.of(item(chance, null, Map.of())))
              .complexity(Code.of(chance.of(2_800) ? "COMPLEX" : "SIMPLE"));
      case RETURN -> order.items(List.of(item(chance, null, Map.of()))).stage(Stage.AFTER_SALES);
    }
  }

  private void onSite(WorkOrderBuilder order, Instant created, Chance chance) {
    boolean repair = this == REPAIR;
    Warranty warranty = repair && chance.of(2_600) ? Warranty.IN : Warranty.OUT;
    Map<MeasureName, Exact> measures =
        this == INSTALLATION && chance.of(300)
            ? Map.of(STORAGE_DAYS, Exact.of(chance.between(1, 24)))
            : Map.of();
    order
        .items(List.of(item(chance, warranty, measures)))
        .stage(this == INSTALLATION ? Stage.IN_SALES : Stage.AFTER_SALES);
    if (chance.of(7_400)) {
      order.distanceMetres(Exact.of(chance.between(600, 21_000)));
    }
    if (chance.of(1_100)) {
      order.urgency(Code.of("URGENT"));
    }
    if (repair && chance.of(1_200)) {
      order.parts(List.of(part(chance)));
    }
    LocalDate day = created.atZone(ZoneOffset.ofHours(8)).toLocalDate();
    if (day.getMonthValue() == NOVEMBER
        && day.getDayOfMonth() <= DOUBLE_ELEVEN_DAYS
        && chance.of(2_500)) {
      order.promotion(Code.of("D11"));
    }
  }

  private OrderItem item(
      Chance chance, @Nullable Warranty warranty, Map<MeasureName, Exact> measures) {
    return new OrderItem(
        ServicePath.of(chance.one(services)),
        warranty == null ? null : Code.of(chance.one(BRANDS)),
        null,
        Exact.ONE,
        warranty,
        measures,
        Map.of());
  }

  private static Part part(Chance chance) {
    return new Part(PartNo.of(chance.one(PARTS)), Exact.of(chance.between(1, 3)), null);
  }

  /** When all of it happens: on the phone within an hour, on site within a day. */
  Times times(Instant created, Chance chance) {
    return switch (this) {
      case ADVICE -> {
        Instant accepted = created.plus(chance.minutes(1, 6));
        yield new Times(created, accepted, null, accepted.plus(chance.minutes(6, 45)), null, null);
      }
      case RETURN -> {
        Instant accepted = created.plus(chance.minutes(5, 30));
        yield new Times(
            created, accepted, null, accepted.plus(chance.minutes(90, 420)), null, null);
      }
      case INSTALLATION, REPAIR, CLEANING -> onSiteTimes(created, chance);
    };
  }

  private static Times onSiteTimes(Instant created, Chance chance) {
    Instant accepted = created.plus(chance.minutes(2, 40));
    if (chance.of(110)) {
      return new Times(created, null, null, null, null, created.plus(chance.minutes(1, 30)));
    }
    boolean slow = chance.of(70);
    Instant arrived = accepted.plus(chance.minutes(slow ? 1_500 : 35, slow ? 2_000 : 290));
    if (chance.of(130)) {
      return new Times(created, accepted, arrived, null, null, arrived.plus(chance.minutes(3, 20)));
    }
    return new Times(created, accepted, arrived, arrived.plus(chance.minutes(25, 115)), null, null);
  }
}
