package dev.duodang.cli.settle;

import dev.duodang.intake.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a file through: one thread reads rows in batches, some prepare batches side by side,
 * and the caller's takes them in the order of the file. Never more than a few batches are under
 * way.
 *
 * @param <T> a prepared row
 */
public final class RowBatches<T> {

  private static final int BATCH_ROWS = 128;
  private static final int BATCHES_UNDER_WAY = 6;

  private final BlockingQueue<Preparing<T>> idle;
  private final int workers;

  /** A way with a preparation of its own for each thread. */
  public RowBatches(Supplier<Preparing<T>> preparation) {
    this.workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    this.idle = new ArrayBlockingQueue<>(workers);
    for (int i = 0; i < workers; i++) {
      idle.add(preparation.get());
    }
  }

  /** Prepares rows ahead of their turn; belongs to one thread at a time. */
  @FunctionalInterface
  public interface Preparing<T> {
    List<T> prepare(List<RowSource.Numbered> batch);
  }

  /** Takes prepared rows in the order of the file. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(List<T> batch) throws IOException;
  }

  /**
   * Brings all rows of a source to a taker.
   *
   * @throws IOException when the source cannot be read on, or the taker cannot go on
   */
  public void run(RowSource source, Taker<T> taker) throws IOException, InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(workers);
        ExecutorService reading = Executors.newSingleThreadExecutor()) {
      BlockingQueue<Future<List<T>>> underWay = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
      Future<?> reader =
          reading.submit(
              () -> {
                read(source, batch -> underWay.put(pool.submit(() -> prepare(batch))));
                underWay.put(pool.submit(() -> List.<T>of()));
                return null;
              });
      try {
        takeAll(reader, underWay, taker);
      } finally {
        reading.shutdownNow();
        pool.shutdownNow();
      }
    }
  }

  private void takeAll(Future<?> reader, BlockingQueue<Future<List<T>>> underWay, Taker<T> taker)
      throws IOException, InterruptedException {
    while (true) {
      Future<List<T>> next = nextOf(reader, underWay);
      List<T> batch = next == null ? List.of() : result(next);
      if (batch.isEmpty()) {
        result(reader);
        return;
      }
      taker.take(batch);
    }
  }

  /** The next batch, or null when reading broke off before there was one. */
  private static <T> @Nullable Future<List<T>> nextOf(
      Future<?> reader, BlockingQueue<Future<List<T>>> underWay) throws InterruptedException {
    while (true) {
      Future<List<T>> next = underWay.poll(50, TimeUnit.MILLISECONDS);
      if (next != null || (reader.isDone() && underWay.isEmpty())) {
        return next;
      }
    }
  }

  /**
   * What a task came to.
   *
   * @throws IOException when the task ended with one
   */
  public static <T> T result(Future<T> future) throws IOException, InterruptedException {
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

  private List<T> prepare(List<RowSource.Numbered> batch) throws InterruptedException {
    Preparing<T> preparation = idle.take();
    try {
      return preparation.prepare(batch);
    } finally {
      idle.put(preparation);
    }
  }
}
