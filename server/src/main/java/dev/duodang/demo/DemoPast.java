package dev.duodang.demo;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the demo to where it would be if it had never been stopped: tells what happened on a day
 * and is not known yet, and says what is still to come.
 */
@Component
class DemoPast {

  private static final int MOST_AT_ONCE = 500;

  private static final String KNOWN =
      """
      SELECT order_no, revision, state FROM order_key
      WHERE tenant_id = current_tenant() AND order_no LIKE :prefix
      """;

  private final ScopedTransactions transactions;
  private final DemoDoor door;

  DemoPast(ScopedTransactions transactions, DemoDoor door) {
    this.transactions = transactions;
    this.door = door;
  }

  private record Known(long revision, String state) {}

  /** What of a day is to be told, and what comes later. */
  record Open(List<DemoDue> past, List<DemoDue> later) {}

  /** Looks at a day as of now. */
  Open open(Tenant tenant, LocalDate day, List<DemoLife> lives, Instant now) {
    Map<String, Known> known = known(tenant, day);
    List<DemoDue> past = new ArrayList<>();
    List<DemoDue> later = new ArrayList<>();
    for (DemoLife life : lives) {
      Known one = known.get(life.orderNo().text());
      int count = life.revisionsBy(now);
      boolean fresh = count > 0 && (one == null || one.revision() < count);
      if (fresh) {
        past.add(DemoDue.revision(life, count));
      }
      for (int next = count + 1; next <= life.moments().size(); next++) {
        later.add(DemoDue.revision(life, next));
      }
      decision(life, now, fresh, one, past, later);
    }
    past.sort(null);
    return new Open(past, later);
  }

  private static void decision(
      DemoLife life,
      Instant now,
      boolean fresh,
      @Nullable Known known,
      List<DemoDue> past,
      List<DemoDue> later) {
    DemoLife.Decision decision = life.decision();
    if (decision == null) {
      return;
    }
    DemoDue due = DemoDue.decision(life, decision);
    if (due.at().isAfter(now)) {
      later.add(due);
    } else if (fresh || (known != null && known.state().equals("ON_HOLD"))) {
      past.add(due);
    }
  }

  private Map<String, Known> known(Tenant tenant, LocalDate day) {
    Map<String, Known> known = new HashMap<>();
    transactions
        .read(
            tenant.id(),
            jdbc ->
                jdbc.sql(KNOWN)
                    .param("prefix", DemoDay.prefix(day) + "%")
                    .query(
                        (row, number) ->
                            Map.entry(
                                row.getString("order_no"),
                                new Known(row.getLong("revision"), row.getString("state"))))
                    .list())
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  /**
   * Tells what is past, in commits that each stand for a while.
   *
   * @param span how long one commit may stand for
   * @param rest how much of the time to leave the machine to others, in tenths
   */
  void tell(Tenant tenant, List<DemoDue> past, Duration span, int rest)
      throws InterruptedException {
    int from = 0;
    for (int i = 1; i <= past.size(); i++) {
      if (i == past.size()
          || i - from == MOST_AT_ONCE
          || Duration.between(past.get(from).at(), past.get(i).at()).compareTo(span) > 0) {
        long begun = System.nanoTime();
        door.tell(tenant, past.subList(from, i), past.get(i - 1).at());
        from = i;
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        Thread.sleep(taken.multipliedBy(rest).dividedBy(10 - rest));
      }
    }
  }
}
