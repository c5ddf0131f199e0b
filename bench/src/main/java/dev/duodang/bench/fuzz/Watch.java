package dev.duodang.bench.fuzz;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of an input that takes longer than is allowed, while it still runs. */
final class Watch {

  private record Running(String what, long begunNanos) {}

  private volatile @Nullable Running running;

  /**
   * Starts watching.
   *
   * @param late is told what is late, once
   */
  Watch(Duration allowed, Consumer<String> late) {
    Thread.ofPlatform().daemon().name("watch").start(() -> look(allowed, late));
  }

  void begin(String what) {
    running = new Running(what, System.nanoTime());
  }

  void end() {
    running = null;
  }

  private void look(Duration allowed, Consumer<String> late) {
    try {
      while (true) {
        Running now = running;
        if (now != null && System.nanoTime() - now.begunNanos > allowed.toNanos()) {
          late.accept(now.what + ": takes longer than " + allowed.toSeconds() + " s");
          return;
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
