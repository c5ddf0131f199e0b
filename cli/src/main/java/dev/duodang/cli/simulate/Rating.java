package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.RowBatches;
import dev.duodang.pricing.simulation.Simulation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Rates all held rows on all cores; each takes the next clusters when it is done with its last. */
final class Rating {

  private static final int CLUSTERS_AT_ONCE = 256;

  private Rating() {}

  static Comparing.Compared run(
      HeldRows held, Sides sides, Instant asOf, Supplier<Simulation> simulations)
      throws IOException, InterruptedException {
    Clusters.Sorted clusters = held.sorted();
    AtomicInteger next = new AtomicInteger();
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    List<Future<Comparing.Compared>> parts = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (int i = 0; i < workers; i++) {
        Comparing comparing = new Comparing(held, clusters, sides, asOf, simulations.get());
        parts.add(pool.submit(() -> work(comparing, next, clusters.clusters())));
      }
      Comparing.Compared all = RowBatches.result(parts.getFirst());
      for (Future<Comparing.Compared> part : parts.subList(1, parts.size())) {
        all = all.plus(RowBatches.result(part));
      }
      return all;
    }
  }

  private static Comparing.Compared work(Comparing comparing, AtomicInteger next, int clusters)
      throws IOException {
    while (true) {
      int from = next.getAndAdd(CLUSTERS_AT_ONCE);
      if (from < 0 || from >= clusters) {
        return comparing.compared();
      }
      for (int cluster = from; cluster < Math.min(clusters, from + CLUSTERS_AT_ONCE); cluster++) {
        comparing.compare(cluster);
      }
    }
  }
}
