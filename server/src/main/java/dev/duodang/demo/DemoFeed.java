package dev.duodang.demo;

import dev.duodang.catalog.Counterparties;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.order.OrderIntake;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.problem.ProblemException;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps orders coming into the demo, through the same door as any other order. */
@Component
class DemoFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemoFeed.class);
  private static final int AT_FIRST = 240;
  private static final int MOST_OPEN = 60;
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

  private final DemoCompany company;
  private final OrderIntake intake;
  private final SettlementWriter writer;
  private final Counterparties counterparties;
  private final RegionTree tree;
  private final Clock clock;
  private final Deque<WorkOrder> open = new ArrayDeque<>();
  private volatile boolean running;
  private @Nullable Thread thread;
  private int number;

  DemoFeed(
      DemoCompany company,
      OrderIntake intake,
      SettlementWriter writer,
      Counterparties counterparties,
      RegionTree tree,
      Clock clock) {
    this.company = company;
    this.intake = intake;
    this.writer = writer;
    this.counterparties = counterparties;
    this.tree = tree;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    company.tenant();
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    company
        .tenant()
        .ifPresent(
            tenant ->
                thread = Thread.ofPlatform().daemon().name("demo feed").start(() -> feed(tenant)));
  }

  private void feed(Tenant tenant) {
    Instant begun = clock.instant();
    DemoOrders orders =
        new DemoOrders(
            begun.getEpochSecond(), tree, List.copyOf(counterparties.all(tenant.id()).values()));
    Actor actor =
        new Actor(
            tenant.id(),
            -1,
            "demo-feed",
            "demo feed",
            Role.INTEGRATOR,
            new Scope.WholeTenant(),
            0L);
    String run = RUN.format(begun);
    try {
      fill(actor, orders, run);
      while (running) {
        step(actor, orders, run);
        Thread.sleep(orders.gap());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something to look at from the first minute. */
  private void fill(Actor actor, DemoOrders orders, String run) {
    List<CompletableFuture<Outcome>> sent = new ArrayList<>();
    for (int i = 0; i < AT_FIRST && running; i++) {
      WorkOrder order = orders.open(next(run), clock.instant());
      sent.add(send(actor, order));
      if (i % 6 == 0) {
        open.add(order);
      } else {
        sent.add(send(actor, orders.completed(order, clock.instant())));
      }
    }
    sent.forEach(CompletableFuture::join);
  }

  private void step(Actor actor, DemoOrders orders, String run) {
    try {
      if (open.size() >= MOST_OPEN || (!open.isEmpty() && orders.chance(55))) {
        send(actor, orders.completed(open.removeFirst(), clock.instant())).join();
      } else {
        WorkOrder order = orders.open(next(run), clock.instant());
        send(actor, order).join();
        open.addLast(order);
      }
    } catch (ProblemException e) {
      LOG.debug("The demo waits: {}", e.getMessage());
    }
  }

  private CompletableFuture<Outcome> send(Actor actor, WorkOrder order) {
    return writer.submit(intake.delivery(actor, order), Duration.ofSeconds(10));
  }

  private OrderNo next(String run) {
    number++;
    return OrderNo.of("DEMO-" + run + "-" + "%05d".formatted(number));
  }

  @Override
  public void stop() {
    running = false;
    Thread feeding = thread;
    if (feeding != null) {
      feeding.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
