package dev.duodang.demo;

import dev.duodang.catalog.Counterparties;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the demo alive: once the server is ready it tells what happened today and yesterday, then
 * what happens as it happens, and beside that, at leisure, what happened in the two weeks before.
 */
@Component
class DemoFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemoFeed.class);
  private static final int DAYS_BACK = 14;
  private static final Duration NEAR = Duration.ofMinutes(15);
  private static final Duration FAR = Duration.ofMinutes(60);
  private static final int IN_HASTE = 1;
  private static final int AT_LEISURE = 6;
  private static final long LONGEST_SLEEP_MILLIS = 1_000;

  private final DuodangSettings settings;
  private final DemoCompany company;
  private final DemoPast past;
  private final DemoDoor door;
  private final Counterparties counterparties;
  private final RegionTree tree;
  private final Clock clock;
  private final PriorityBlockingQueue<DemoDue> later = new PriorityBlockingQueue<>();
  private volatile boolean running;
  private @Nullable Thread now;
  private @Nullable Thread before;

  DemoFeed(
      DuodangSettings settings,
      DemoCompany company,
      DemoPast past,
      DemoDoor door,
      Counterparties counterparties,
      RegionTree tree,
      Clock clock) {
    this.settings = settings;
    this.company = company;
    this.past = past;
    this.door = door;
    this.counterparties = counterparties;
    this.tree = tree;
    this.clock = clock;
  }

  /** Makes the company before the first request, so that everybody can sign in. */
  @Override
  public void start() {
    running = true;
    company.tenant();
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    company.tenant().ifPresent(tenant -> now = thread("demo feed", () -> feed(tenant)));
  }

  private Thread thread(String name, Work work) {
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException e) {
                if (running) {
                  LOG.warn("The demo stands still: {}", e.getMessage(), e);
                }
              }
            });
  }

  /** Something that may be told to stop. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private void feed(Tenant tenant) throws InterruptedException {
    DemoDay days =
        new DemoDay(
            settings.demoOrdersADay(),
            tenant.zone(),
            new DemoOrders(tree, List.copyOf(counterparties.all(tenant.id()).values())));
    LocalDate today = today(tenant);
    catchUp(tenant, days, today, NEAR, IN_HASTE);
    catchUp(tenant, days, today.minusDays(1), NEAR, IN_HASTE);
    before = thread("demo past", () -> earlier(tenant, days, today));
    live(tenant, days, today);
  }

  private void earlier(Tenant tenant, DemoDay days, LocalDate today) throws InterruptedException {
    for (int back = DAYS_BACK; back > 1 && running; back--) {
      catchUp(tenant, days, today.minusDays(back), FAR, AT_LEISURE);
    }
  }

  private void catchUp(Tenant tenant, DemoDay days, LocalDate day, Duration span, int rest)
      throws InterruptedException {
    DemoPast.Open open = past.open(tenant, day, days.lives(day), clock.instant());
    later.addAll(open.later());
    past.tell(tenant, open.past(), span, rest);
  }

  private void live(Tenant tenant, DemoDay days, LocalDate begun) throws InterruptedException {
    LocalDate known = begun;
    while (running) {
      while (today(tenant).isAfter(known)) {
        known = known.plusDays(1);
        catchUp(tenant, days, known, NEAR, IN_HASTE);
      }
      DemoDue next = later.peek();
      Instant time = clock.instant();
      if (next == null || next.at().isAfter(time)) {
        Thread.sleep(pause(next, time));
      } else if (later.remove(next)) {
        tell(tenant, next, time);
      }
    }
  }

  private static long pause(@Nullable DemoDue next, Instant time) {
    return next == null
        ? LONGEST_SLEEP_MILLIS
        : Math.clamp(Duration.between(time, next.at()).toMillis(), 1, LONGEST_SLEEP_MILLIS);
  }

  private void tell(Tenant tenant, DemoDue due, Instant time) throws InterruptedException {
    try {
      if (due.at().isBefore(time.minus(NEAR))) {
        door.tell(tenant, List.of(due), due.at());
      } else {
        door.tell(tenant, due);
      }
    } catch (ProblemException e) {
      LOG.debug("The demo waits: {}", e.getMessage());
      later.add(due);
      Thread.sleep(LONGEST_SLEEP_MILLIS);
    }
  }

  private LocalDate today(Tenant tenant) {
    return LocalDate.now(clock.withZone(tenant.zone()));
  }

  @Override
  public void stop() {
    running = false;
    for (Thread thread : new @Nullable Thread[] {now, before}) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
