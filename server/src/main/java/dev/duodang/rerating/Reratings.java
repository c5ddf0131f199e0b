package dev.duodang.rerating;

import dev.duodang.book.Books;
import dev.duodang.database.ArchivedMonths;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.rerating.Rerating.State;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.Preview;
import dev.duodang.settlement.SettlementWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts what a corrected book would change, and settles the orders again when somebody says so;
 * one after the other, in pages. A page that a kill interrupted is done again: an order that was
 * settled again stays as it is then.
 */
@Component
class Reratings implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Reratings.class);
  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScopedTransactions transactions;
  private final Books books;
  private final Identities identities;
  private final Preview preview;
  private final SettlementWriter writer;
  private final Clock clock;
  private final JdbcReratings rows = new JdbcReratings();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("rerating").factory());
  private volatile boolean running;

  Reratings(
      ScopedTransactions transactions,
      Books books,
      Identities identities,
      Preview preview,
      SettlementWriter writer,
      Clock clock) {
    this.transactions = transactions;
    this.books = books;
    this.identities = identities;
    this.preview = preview;
    this.writer = writer;
    this.clock = clock;
  }

  /** Begins to count what the last version of a book would change. */
  Rerating begin(Actor actor, PriceBook book, int version, String reason) {
    JdbcReratings.About about = JdbcReratings.About.of(book);
    transactions.<@Nullable Void>readWith(
        actor.tenant(),
        connection -> {
          ArchivedMonths.requireHere(
              connection,
              about.from().toInstant(),
              "let the version begin later, or bring those months back");
          return null;
        });
    long id;
    try {
      id =
          transactions.write(
              actor.tenant(),
              jdbc ->
                  rows.insert(
                      jdbc,
                      actor.tenant(),
                      new BookVersion(book.id(), version),
                      reason,
                      rows.count(jdbc, about),
                      actor.username(),
                      clock.instant()));
    } catch (DuplicateKeyException e) {
      Rerating open = open(actor.tenant());
      throw Problem.of(
              ProblemCode.RERATING_BUSY,
              open.id(),
              open.state(),
              "apply it, go on with it, or end it first")
          .toException();
    }
    worker.execute(() -> work(actor.tenant(), id));
    return find(actor.tenant(), id);
  }

  private Rerating open(TenantId tenant) {
    return all(tenant).stream()
        .filter(one -> one.state() != State.DONE)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no re-rating is open"));
  }

  /** Settles again what was counted, or goes on with what was stopped. */
  Rerating apply(Actor actor, long id) {
    Rerating known = find(actor.tenant(), id);
    requireLast(actor.tenant(), known);
    String first = known.state() == State.COUNTED ? "" : null;
    move(actor, known, List.of(State.COUNTED, State.STOPPED), State.RUNNING, first);
    worker.execute(() -> work(actor.tenant(), id));
    return find(actor.tenant(), id);
  }

  private void requireLast(TenantId tenant, Rerating known) {
    int last = books.latest(tenant, known.book().book().text());
    if (last != known.book().version()) {
      throw Problem.of(ProblemCode.BOOK_CHANGED, known.book().book(), last).toException();
    }
  }

  /** Stops after the page in hand. */
  Rerating stop(Actor actor, long id) {
    Rerating known = find(actor.tenant(), id);
    move(actor, known, List.of(State.RUNNING), State.STOPPED, null);
    return find(actor.tenant(), id);
  }

  /** Ends what was stopped, as far as it came; what was only counted is forgotten. */
  void end(Actor actor, long id) {
    Rerating known = find(actor.tenant(), id);
    if (known.state() == State.COUNTED) {
      transactions.write(
          actor.tenant(),
          jdbc -> {
            rows.delete(jdbc, id);
            return id;
          });
    } else {
      move(actor, known, List.of(State.STOPPED), State.DONE, null);
    }
  }

  private void move(
      Actor actor, Rerating known, List<State> from, State to, @Nullable String first) {
    boolean moved =
        transactions.write(
            actor.tenant(),
            jdbc ->
                rows.move(jdbc, known.id(), from, to, first, actor.username(), clock.instant()));
    if (!moved) {
      throw Problem.of(
              ProblemCode.RERATING_BUSY,
              known.id(),
              find(actor.tenant(), known.id()).state(),
              "this needs " + from)
          .toException();
    }
  }

  Rerating find(TenantId tenant, long id) {
    return transactions
        .read(tenant, jdbc -> rows.find(jdbc, id))
        .orElseThrow(() -> Problem.of(ProblemCode.RERATING_UNKNOWN, id).toException());
  }

  List<Rerating> all(TenantId tenant) {
    return transactions.read(tenant, rows::all);
  }

  List<Effect> effects(TenantId tenant, long id, int most) {
    return transactions.read(tenant, jdbc -> rows.effects(jdbc, id, most));
  }

  /** After a start: what was under way goes on behind the page that is committed. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (Tenant tenant : identities.tenants()) {
      for (Rerating one : all(tenant.id())) {
        if (one.state() == State.COUNTING || one.state() == State.RUNNING) {
          worker.execute(() -> work(tenant.id(), one.id()));
        }
      }
    }
  }

  private void work(TenantId tenant, long id) {
    try {
      Rerating one = find(tenant, id);
      while (running && (one.state() == State.COUNTING || one.state() == State.RUNNING)) {
        page(tenant, one);
        one = find(tenant, id);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.error("Re-rating {} stopped; it goes on with the next start", id, e);
    }
  }

  private void page(TenantId tenant, Rerating one) {
    String id = one.book().book().text();
    boolean isCounting = one.state() == State.COUNTING;
    if (!isCounting && books.latest(tenant, id) != one.book().version()) {
      LOG.warn("Re-rating {} stops: book {} has a further version", one.id(), id);
      moveOn(tenant, one, State.STOPPED);
      return;
    }
    JdbcReratings.About about =
        JdbcReratings.About.of(books.book(tenant, id, one.book().version()));
    List<OrderNo> orders =
        transactions.read(tenant, jdbc -> rows.page(jdbc, about, one.position(), PAGE));
    if (orders.isEmpty()) {
      moveOn(tenant, one, isCounting ? State.COUNTED : State.DONE);
    } else if (isCounting) {
      count(tenant, one, orders);
    } else {
      settle(tenant, one, orders);
    }
  }

  private void moveOn(TenantId tenant, Rerating one, State to) {
    transactions.write(
        tenant,
        jdbc -> rows.move(jdbc, one.id(), List.of(one.state()), to, null, null, clock.instant()));
  }

  private void count(TenantId tenant, Rerating one, List<OrderNo> orders) {
    Effects effects = new Effects();
    long differing = 0;
    for (Outcome outcome : preview.of(tenant, commands(tenant, one, orders))) {
      if (outcome instanceof Outcome.Accepted accepted) {
        differing++;
        effects.add(accepted.change());
      }
    }
    long found = differing;
    transactions.write(
        tenant,
        jdbc -> {
          rows.counted(
              jdbc, tenant, one.id(), orders.getLast(), orders.size(), found, effects.all());
          return found;
        });
  }

  private void settle(TenantId tenant, Rerating one, List<OrderNo> orders) {
    List<CompletableFuture<Outcome>> told =
        commands(tenant, one, orders).stream()
            .map(command -> writer.submit(command, PATIENCE))
            .toList();
    long changed = 0;
    long refused = 0;
    for (CompletableFuture<Outcome> waiting : told) {
      switch (waiting.join()) {
        case Outcome.Accepted _ -> changed++;
        case Outcome.Rejected rejected -> {
          refused++;
          LOG.warn("Re-rating {}: {}", one.id(), rejected.problem().detail());
        }
        case Outcome.Unchanged _,
            Outcome.Posted _,
            Outcome.Reported _,
            Outcome.Repeat _,
            Outcome.Stale _,
            Outcome.Conflict _ -> {}
      }
    }
    long came = changed;
    long failed = refused;
    transactions.write(
        tenant,
        jdbc -> {
          rows.settled(jdbc, one.id(), orders.getLast(), orders.size(), came, failed);
          return came;
        });
  }

  private List<Command> commands(TenantId tenant, Rerating one, List<OrderNo> orders) {
    Instant now = clock.instant();
    String by = one.approvedBy() == null ? one.askedBy() : one.approvedBy();
    return orders.stream()
        .<Command>map(order -> new Command.Rerate(tenant, order, one.reason(), by, now))
        .toList();
  }

  @Override
  public void start() {
    running = true;
  }

  /** The page in hand is finished; the rest goes on with the next start. */
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
