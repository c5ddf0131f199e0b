package dev.duodang.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Sends orders and remembers which of them the server acknowledged. */
final class CrashIntake {

  private final ServerClient client = new ServerClient();
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  /** Signs the first owner in at a server. */
  void enter(String server, Path data) throws IOException, InterruptedException {
    client.enter(server, data);
  }

  /** Publishes the books of a template. */
  void publish(Path template) throws IOException, InterruptedException {
    try (Stream<Path> books = Files.list(template.resolve("books"))) {
      for (Path book : books.sorted().toList()) {
        String name = String.valueOf(book.getFileName()).replace(".yaml", "");
        client.publish(name, Files.readString(book));
      }
    }
  }

  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Sends orders one at a time from several threads until the server no longer answers. */
  void sendUntilSilent(ServerProcess server, int threads) throws InterruptedException {
    List<Thread> senders =
        Stream.generate(() -> Thread.ofVirtual().start(() -> sendWhileAlive(server)))
            .limit(threads)
            .toList();
    for (Thread sender : senders) {
      sender.join();
    }
    if (!refused.isEmpty()) {
      throw new IllegalStateException("good orders were refused: " + refused);
    }
  }

  private void sendWhileAlive(ServerProcess server) {
    while (server.isAlive()) {
      String orderNo = "C%07d".formatted(number.incrementAndGet());
      try {
        HttpResponse<String> answer = client.post("/api/v1/orders", order(orderNo));
        if (answer.statusCode() == 200) {
          acknowledged.add(orderNo);
        } else if (answer.statusCode() < 500) {
          refused.add(answer.body());
          return;
        }
      } catch (IOException e) {
        // It was not acknowledged; whether it is there is not known, and both are right.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Sends this many orders and waits for all to be acknowledged, trying again where need be. */
  void sendAll(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      String orderNo = "C%07d".formatted(number.incrementAndGet());
      while (!isAcknowledged(orderNo)) {
        Thread.sleep(200);
      }
      acknowledged.add(orderNo);
    }
  }

  private boolean isAcknowledged(String orderNo) throws InterruptedException {
    try {
      return client.post("/api/v1/orders", order(orderNo)).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static String order(String orderNo) {
    return """
    {"orderNo":"%s","revision":1,"status":"COMPLETED","service":"安装","address":"上海市静安区",
     "counterparty":{"id":"P1"},"handlers":[{"id":"E1"},{"id":"E2"}],
     "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00"}"""
        .formatted(orderNo);
  }
}
