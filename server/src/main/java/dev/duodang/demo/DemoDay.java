package dev.duodang.demo;

import dev.duodang.pricing.order.OrderNo;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The orders that are created on one day. They depend on the day alone, so that a demo that was
 * stopped goes on where it would be now.
 */
final class DemoDay {

  /** How busy each hour is; never quiet, since somebody may look at any hour. */
  private static final int[] HOURS = {
    30, 30, 30, 30, 30, 30, 35, 50, 80, 100, 100, 90, 70, 80, 100, 100, 95, 85, 75, 70, 60, 50, 40,
    35
  };

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int SECONDS_AN_HOUR = 3_600;

  private final int ordersADay;
  private final ZoneId zone;
  private final DemoOrders orders;

  DemoDay(int ordersADay, ZoneId zone, DemoOrders orders) {
    this.ordersADay = ordersADay;
    this.zone = zone;
    this.orders = orders;
  }

  /** What the order numbers of a day begin with. */
  static String prefix(LocalDate day) {
    return "HS-%02d%02d%02d-"
        .formatted(day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
  }

  /** The lives of all orders of a day, in the order of their creation. */
  List<DemoLife> lives(LocalDate day) {
    Chance chance = new Chance(day.toEpochDay());
    int percent = chance.between(92, 109) + (WEEKEND.contains(day.getDayOfWeek()) ? 12 : 0);
    int count = ordersADay * percent / 100;
    int[] seconds =
        IntStream.range(0, count)
            .map(_ -> chance.weighted(HOURS) * SECONDS_AN_HOUR + chance.between(0, SECONDS_AN_HOUR))
            .sorted()
            .toArray();
    Instant midnight = day.atStartOfDay(zone).toInstant();
    List<DemoLife> lives = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      OrderNo number = OrderNo.of(prefix(day) + "%05d".formatted(i + 1));
      lives.add(orders.life(number, midnight.plusSeconds(seconds[i]), chance, lives));
    }
    return lives;
  }
}
