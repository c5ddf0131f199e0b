package dev.duodang.rerating;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.problem.ProblemException;
import dev.duodang.records.RecordsChanged;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Settles again what waits because of master records, once these have changed: an order that was
 * held for want of a contract goes on when the contract is there. After a start too, as a change
 * may have come right before a kill.
 */
@Component
class HeldOrders implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(HeldOrders.class);
  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BY = "master data";

  private static final String HELD =
      """
      SELECT order_no FROM work_order
      WHERE tenant_id = current_tenant() AND state = 'ON_HOLD'
        AND hold_reasons && '{NO_CONTRACT,CONTRADICTION}' AND order_no > :after
      ORDER BY order_no LIMIT :most
      """;

  private final ScopedTransactions transactions;
  private final Identities identities;
  private final SettlementWriter writer;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("held").factory());
  private volatile boolean running;

  HeldOrders(
      ScopedTransactions transactions,
      Identities identities,
      SettlementWriter writer,
      Clock clock) {
    this.transactions = transactions;
    this.identities = identities;
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  void recordsChanged(RecordsChanged changed) {
    worker.execute(() -> all(changed.tenant(), changed.kind() + " changed by " + changed.by()));
  }

  /** After a start. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (Tenant tenant : identities.tenants()) {
      worker.execute(() -> all(tenant.id(), "after a start"));
    }
  }

  private void all(TenantId tenant, String reason) {
    try {
      String after = "";
      while (running) {
        List<String> page = page(tenant, after);
        if (page.isEmpty()) {
          return;
        }
        again(tenant, page, reason);
        after = page.getLast();
      }
    } catch (DataAccessException | TransactionException | ProblemException e) {
      LOG.warn("Orders that wait for master records stay so until these change again", e);
    }
  }

  private List<String> page(TenantId tenant, String after) {
    return transactions.read(
        tenant,
        jdbc ->
            jdbc.sql(HELD).param("after", after).param("most", PAGE).query(String.class).list());
  }

  private void again(TenantId tenant, List<String> orders, String reason) {
    List<CompletableFuture<Outcome>> told =
        orders.stream()
            .map(
                order ->
                    writer.submit(
                        new Command.Rerate(tenant, OrderNo.of(order), reason, BY, clock.instant()),
                        PATIENCE))
            .toList();
    for (CompletableFuture<Outcome> waiting : told) {
      if (waiting.join() instanceof Outcome.Rejected rejected) {
        LOG.warn("An order that waits: {}", rejected.problem().detail());
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** The page in hand is finished. */
  @Override
  public void stop() {
    running = false;
    worker.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
