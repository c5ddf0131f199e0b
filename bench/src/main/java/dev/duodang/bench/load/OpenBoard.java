package dev.duodang.bench.load;

import dev.duodang.bench.ServerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/**
 * A national board that somebody looks at: remembers when which number of settled orders came up.
 */
final class OpenBoard implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "data:";

  /** What the board showed from a moment on. */
  private record Shown(long nanos, long orders) {}

  private final java.util.stream.Stream<String> lines;
  private final List<Shown> shown = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final long before;

  private OpenBoard(java.util.stream.Stream<String> lines, long before) {
    this.lines = lines;
    this.before = before;
  }

  /** Opens a board; no order may be on its way. */
  static OpenBoard open(ServerClient client) throws IOException, InterruptedException {
    long before = JSON.readTree(client.get("/api/v1/board").body()).at("/today/orders").asLong();
    OpenBoard board = new OpenBoard(client.lines("/api/v1/board/stream"), before);
    Thread.ofPlatform().daemon().name("open board").start(board::look);
    board.open.await();
    return board;
  }

  private void look() {
    try {
      lines.forEach(this::read);
    } catch (UncheckedIOException e) {
      // Nobody looks any more.
      open.countDown();
    }
  }

  private void read(String line) {
    open.countDown();
    if (line.startsWith(DATA) && line.contains("\"today\"")) {
      long orders = JSON.readTree(line.substring(DATA.length())).at("/today/orders").asLong();
      synchronized (shown) {
        shown.add(new Shown(System.nanoTime(), orders));
        shown.notifyAll();
      }
    }
  }

  /**
   * Waits until the board shows all of some orders.
   *
   * @param acknowledged when each was, by {@code System.nanoTime()}
   * @param skipped how many of the first to leave out
   * @return milliseconds from the acknowledgement of an order until as many were shown, sorted
   */
  List<Double> seen(List<Long> acknowledged, int skipped) throws InterruptedException {
    long[] times = acknowledged.stream().mapToLong(Long::longValue).sorted().toArray();
    List<Double> millis = new ArrayList<>();
    synchronized (shown) {
      while (shown.isEmpty() || shown.getLast().orders() < before + times.length) {
        shown.wait();
      }
      int at = 0;
      for (int i = 0; i < times.length; i++) {
        while (shown.get(at).orders() < before + i + 1) {
          at++;
        }
        if (i >= skipped) {
          millis.add(Math.max(0, shown.get(at).nanos() - times[i]) / 1e6);
        }
      }
    }
    millis.sort(Double::compare);
    return millis;
  }

  @Override
  public void close() {
    lines.close();
  }
}
