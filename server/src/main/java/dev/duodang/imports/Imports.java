package dev.duodang.imports;

import dev.duodang.database.DataFolder;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.identity.TenantClock;
import dev.duodang.intake.RowSource;
import dev.duodang.intake.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes files in, one after the other, and goes on with those that a kill interrupted. */
@Component
class Imports implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int CHUNK_ROWS = 1_000;

  private final DataFolder data;
  private final ScopedTransactions transactions;
  private final Identities identities;
  private final TenantClock clocks;
  private final RowsIn rowsIn;
  private final Clock clock;
  private final JdbcImports rows = new JdbcImports();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("imports").factory());
  private volatile boolean running;

  Imports(
      DataFolder data,
      ScopedTransactions transactions,
      Identities identities,
      TenantClock clocks,
      RowsIn rowsIn,
      Clock clock) {
    this.data = data;
    this.transactions = transactions;
    this.identities = identities;
    this.clocks = clocks;
    this.rowsIn = rowsIn;
    this.clock = clock;
  }

  /** Keeps the file on the disk, then gives its id. */
  long take(Actor actor, String name, FileFormat format, InputStream body) throws IOException {
    Path folder = data.folder("imports");
    Path spool = Files.createTempFile(folder, "incoming-", ".part");
    try {
      Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(spool, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      long bytes = Files.size(spool);
      long id =
          transactions.write(
              actor.tenant(),
              jdbc ->
                  rows.insert(
                      jdbc,
                      actor.tenant(),
                      name,
                      format,
                      bytes,
                      actor.username(),
                      clock.instant()));
      Files.move(spool, file(actor.tenant(), id), StandardCopyOption.ATOMIC_MOVE);
      worker.execute(() -> run(actor.tenant(), id));
      return id;
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private Path file(TenantId tenant, long id) {
    return data.folder("imports").resolve(tenant + "-" + id + ".data");
  }

  /** After a start: what was running goes on behind the row that is committed. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (Tenant tenant : identities.tenants()) {
      for (ImportRun run : transactions.read(tenant.id(), rows::running)) {
        worker.execute(() -> run(tenant.id(), run.id()));
      }
    }
  }

  private void run(TenantId tenant, long id) {
    try {
      ImportRun run = transactions.read(tenant, jdbc -> rows.find(jdbc, id)).orElseThrow();
      Path file = file(tenant, id);
      if (!Files.exists(file)) {
        finish(tenant, id, "FAILED", "The file is no longer there; send it again.");
        return;
      }
      try (RowSource source = run.format().open(file, clocks.zone(tenant))) {
        read(tenant, run, source);
      }
      if (running) {
        finish(tenant, id, "DONE", null);
        Files.deleteIfExists(file);
      }
    } catch (UnreadableSourceException e) {
      finish(tenant, id, "FAILED", String.valueOf(e.getMessage()));
    } catch (IOException | DataAccessException | TransactionException e) {
      LOG.error("Import {} stopped; it goes on with the next start", id, e);
    }
  }

  private void read(TenantId tenant, ImportRun run, RowSource source) throws IOException {
    Actor actor =
        new Actor(
            tenant, -1, run.byWhom(), run.byWhom(), Role.INTEGRATOR, new Scope.WholeTenant(), 0L);
    RowsIn.Chunk chunk = rowsIn.chunk(actor);
    RowSource.Numbered next = source.next();
    while (next != null && running) {
      if (next.number() > run.position()) {
        chunk.add(next);
      }
      next = source.next();
      if (chunk.size() >= CHUNK_ROWS || (next == null && chunk.size() > 0)) {
        RowsIn.Settled settled = chunk.settle(source.bytesRead());
        transactions.write(
            tenant,
            jdbc -> {
              rows.progress(jdbc, tenant, run.id(), settled.progress(), settled.rejections());
              return run;
            });
        chunk = rowsIn.chunk(actor);
      }
    }
  }

  private void finish(TenantId tenant, long id, String state, @Nullable String problem) {
    transactions.write(
        tenant,
        jdbc -> {
          rows.finish(jdbc, id, state, problem, clock.instant());
          return state;
        });
  }

  List<ImportRun> all(TenantId tenant) {
    return transactions.read(tenant, rows::all);
  }

  java.util.Optional<ImportRun> find(TenantId tenant, long id) {
    return transactions.read(tenant, jdbc -> rows.find(jdbc, id));
  }

  List<JdbcImports.Rejection> rejections(
      TenantId tenant, long id, long row, int number, int limit) {
    return transactions.read(tenant, jdbc -> rows.rejections(jdbc, id, row, number, limit));
  }

  @Override
  public void start() {
    running = true;
  }

  /** What is in hand is finished; the rest goes on with the next start. */
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
