package dev.duodang.cli.settle;

import dev.duodang.intake.RowSource;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a file through: one thread reads rows in batches, some prepare batches side by side,
 * and the caller's takes them in the order of the file. Never more than a few batches are under
 * way.
 */
final class FileSettlement {

  private static final int BATCH_ROWS = 128;
  private static final int BATCHES_UNDER_WAY = 6;

  private final Shelf shelf;
  private final RegionTree tree;
  private final AddressResolver resolver;
  private final FactCheck check;
  private final Instant asOf;
  private final Language language;
  private final Supplier<LineFormat.Rows> rows;

  FileSettlement(
      Shelf shelf,
      RegionTree tree,
      Instant asOf,
      Language language,
      Supplier<LineFormat.Rows> rows) {
    this.shelf = shelf;
    this.tree = tree;
    this.resolver = AddressResolver.of(tree);
    this.check = FactCheck.of(shelf, tree);
    this.asOf = asOf;
    this.language = language;
    this.rows = rows;
  }

  RegionTree tree() {
    return tree;
  }

  /** What is done with each row that was taken. */
  interface Sink {
    void took(long row, Taking.Outcome outcome) throws IOException;
  }

  /**
   * Settles all rows of a source; posted lines go to {@code output}.
   *
   * @throws IOException when the source cannot be read on, or something not written
   */
  void run(RowSource source, OrderLog log, OutputFile output, Sink sink)
      throws IOException, InterruptedException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    BlockingQueue<Preparation> idle = new ArrayBlockingQueue<>(workers);
    for (int i = 0; i < workers; i++) {
      idle.add(preparation());
    }
    LineFormat format = format();
    format.heading(output.rows());
    Taking taking = new Taking(changes(), log, format, asOf);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers);
        ExecutorService reading = Executors.newSingleThreadExecutor()) {
      BlockingQueue<Future<List<Prepared>>> underWay = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
      Future<?> reader =
          reading.submit(
              () -> {
                read(source, batch -> underWay.put(pool.submit(() -> prepare(idle, batch))));
                underWay.put(pool.submit(() -> List.<Prepared>of()));
                return null;
              });
      try {
        takeAll(reader, underWay, taking, output, sink);
      } finally {
        reading.shutdownNow();
        pool.shutdownNow();
      }
    }
  }

  private void takeAll(
      Future<?> reader,
      BlockingQueue<Future<List<Prepared>>> underWay,
      Taking taking,
      OutputFile output,
      Sink sink)
      throws IOException, InterruptedException {
    while (true) {
      Future<List<Prepared>> next = nextOf(reader, underWay);
      List<Prepared> batch = next == null ? List.of() : result(next);
      if (batch.isEmpty()) {
        result(reader);
        return;
      }
      for (Prepared prepared : batch) {
        sink.took(prepared.row().number(), taking.take(prepared, output.rows()));
      }
      output.passOn();
    }
  }

  /** The next batch, or null when reading broke off before there was one. */
  private static @Nullable Future<List<Prepared>> nextOf(
      Future<?> reader, BlockingQueue<Future<List<Prepared>>> underWay)
      throws InterruptedException {
    while (true) {
      Future<List<Prepared>> next = underWay.poll(50, java.util.concurrent.TimeUnit.MILLISECONDS);
      if (next != null || (reader.isDone() && underWay.isEmpty())) {
        return next;
      }
    }
  }

  private static <T> T result(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException io -> throw io;
        case RuntimeException programming -> throw programming;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  private interface Batches {
    void add(List<RowSource.Numbered> batch) throws InterruptedException;
  }

  private static void read(RowSource source, Batches batches)
      throws IOException, InterruptedException {
    List<RowSource.Numbered> batch = new ArrayList<>(BATCH_ROWS);
    for (RowSource.Numbered row = source.next(); row != null; row = source.next()) {
      batch.add(row);
      if (batch.size() == BATCH_ROWS) {
        batches.add(batch);
        batch = new ArrayList<>(BATCH_ROWS);
      }
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
  }

  private static List<Prepared> prepare(
      BlockingQueue<Preparation> idle, List<RowSource.Numbered> batch) throws InterruptedException {
    Preparation preparation = idle.take();
    try {
      return preparation.prepare(batch);
    } finally {
      idle.put(preparation);
    }
  }

  private Preparation preparation() {
    return new Preparation(changes(), check, format(), Surroundings.none(asOf));
  }

  private OrderChanges changes() {
    return new OrderChanges(shelf, tree, resolver);
  }

  private LineFormat format() {
    LineFormat.Rows form = rows.get();
    LineFormat format = new LineFormat(shelf, language, form);
    format.heading(new ByteWriter());
    return format;
  }
}
