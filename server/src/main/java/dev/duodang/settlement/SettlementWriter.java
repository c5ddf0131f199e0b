package dev.duodang.settlement;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.database.Lease;
import dev.duodang.database.TenantId;
import dev.duodang.database.WriterConnections;
import dev.duodang.identity.TenantClock;
import dev.duodang.master.MasterData;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one door for money: takes commands, and for each tenant lets one thread decide and commit
 * what is waiting. Alone, a command takes milliseconds; under load, many share a commit.
 */
@Component
public final class SettlementWriter implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SettlementWriter.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Stopped after the web server has answered what it took, before the pools close. */
  public static final int PHASE = 0;

  private final int queueSize;
  private final int batchSize;
  private final Lane.Tools tools;
  private final TenantClock clocks;
  private final Timer commits;
  private final DistributionSummary batches;
  private final Map<TenantId, Worker> workers = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("settlement rows").factory());
  private volatile boolean running;

  SettlementWriter(
      DuodangSettings settings,
      WriterConnections connections,
      Lease lease,
      Books books,
      Regions regions,
      MasterData masters,
      List<BatchPart> parts,
      CrashPoint crash,
      Clock clock,
      TenantClock clocks,
      MeterRegistry meters) {
    this.clocks = clocks;
    this.queueSize = settings.writer().queue();
    this.batchSize = settings.writer().batch();
    this.tools =
        new Lane.Tools(connections, lease, books, regions, masters, parts, threads, crash, clock);
    this.commits = Timer.builder("duodang.writer.commit").register(meters);
    this.batches = DistributionSummary.builder("duodang.writer.batch").register(meters);
    meters.gauge(
        "duodang.writer.queue",
        workers,
        all -> all.values().stream().mapToInt(worker -> worker.queue.size()).sum());
  }

  /** A command that waits; posted as of a past moment where there is one. */
  private record Task(
      Command command, @Nullable Instant past, CompletableFuture<Outcome> outcome) {}

  /**
   * Hands a command to its tenant's writer.
   *
   * @return completes when the command's transaction is on the disk
   * @throws dev.duodang.problem.ProblemException with code {@code queue-full} when too many wait
   */
  public CompletableFuture<Outcome> submit(Command command) {
    return submit(command, Duration.ZERO);
  }

  /** The same, waiting a while for room in the queue. */
  public CompletableFuture<Outcome> submit(Command command, Duration patience) {
    return hand(new Task(command, null, new CompletableFuture<>()), patience);
  }

  /**
   * The same for the made-up past of a company that only shows what Duodang does: posted as if it
   * had come then.
   *
   * @throws IllegalArgumentException for any other company, whose past nobody makes up
   */
  public CompletableFuture<Outcome> submitAsOf(Instant past, Command command, Duration patience) {
    if (!clocks.tenant(command.tenant()).demo()) {
      throw new IllegalArgumentException("tenant " + command.tenant() + " is no demo");
    }
    return hand(new Task(command, past, new CompletableFuture<>()), patience);
  }

  private CompletableFuture<Outcome> hand(Task task, Duration patience) {
    if (!running || !worker(task.command().tenant()).offer(task, patience)) {
      throw Problem.of(
              running ? ProblemCode.QUEUE_FULL : ProblemCode.UNAVAILABLE,
              running ? queueSize : "it is stopping.")
          .toException();
    }
    return task.outcome();
  }

  private Worker worker(TenantId tenant) {
    return workers.computeIfAbsent(tenant, Worker::new);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Refuses what comes, commits what waits. */
  @Override
  public void stop() {
    running = false;
    List<Worker> all = List.copyOf(workers.values());
    all.forEach(Worker::drain);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** The writer of one tenant: a thread while there is work, nothing else. */
  private final class Worker {

    private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(queueSize);
    private final Lane lane;
    private @Nullable Thread thread;

    Worker(TenantId tenant) {
      this.lane = new Lane(tenant, tools);
    }

    boolean offer(Task task, Duration patience) {
      try {
        boolean taken =
            patience.isZero()
                ? queue.offer(task)
                : queue.offer(task, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (taken) {
          wake();
        }
        return taken;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    private synchronized void wake() {
      if (thread == null) {
        thread = Thread.ofPlatform().name("settlement writer").start(this::work);
      }
    }

    private void work() {
      while (true) {
        Task first = next();
        if (first == null) {
          if (rest()) {
            return;
          }
        } else {
          runBatch(first);
        }
      }
    }

    private @Nullable Task next() {
      try {
        long patience = running ? IDLE.toMillis() : 0;
        return queue.poll(patience, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        // Told to stop: what waits is still done.
        return queue.poll();
      }
    }

    /** Ends the thread unless something came in the meantime. */
    private synchronized boolean rest() {
      if (!queue.isEmpty()) {
        return false;
      }
      lane.close();
      thread = null;
      notifyAll();
      return true;
    }

    private void runBatch(Task first) {
      List<Task> tasks = new ArrayList<>();
      tasks.add(first);
      queue.drainTo(tasks, batchSize - 1);
      int from = 0;
      for (int i = 1; i <= tasks.size(); i++) {
        if (i == tasks.size() || !Objects.equals(tasks.get(i).past(), tasks.get(from).past())) {
          commit(tasks.subList(from, i), tasks.get(from).past());
          from = i;
        }
      }
    }

    private void commit(List<Task> tasks, @Nullable Instant past) {
      batches.record(tasks.size());
      try {
        List<Command> commands = tasks.stream().map(Task::command).toList();
        List<Outcome> outcomes = commits.record(() -> lane.run(commands, past));
        for (int i = 0; i < tasks.size(); i++) {
          tasks.get(i).outcome().complete(outcomes.get(i));
        }
      } catch (RuntimeException | Error e) {
        LOG.error("A batch of {} commands failed", tasks.size(), e);
        Problem problem = Problem.of(ProblemCode.INTERNAL, "a failed batch");
        tasks.forEach(task -> task.outcome().complete(new Outcome.Rejected(problem)));
      }
    }

    synchronized void drain() {
      long deadline = System.nanoTime() + IDLE.toNanos();
      Thread working = thread;
      if (working != null) {
        working.interrupt();
      }
      while (thread != null && System.nanoTime() < deadline) {
        try {
          wait(100);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
