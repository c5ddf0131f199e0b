package dev.duodang.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends orders and remembers which of them the server acknowledged. */
final class CrashIntake {

  private static final JsonMapper JSON = new JsonMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private volatile String url = "";

  /** Signs the first owner in at a server. */
  void enter(String server, Path data) throws IOException, InterruptedException {
    url = server;
    String password = Files.readString(data.resolve("secrets/first-owner.password")).strip();
    ObjectNode signIn = JSON.createObjectNode().put("username", "owner").put("password", password);
    post("/api/v1/session", signIn.toString());
    send(request("/api/v1/session").GET().build());
  }

  /** Publishes the books of a template. */
  void publish(Path template) throws IOException, InterruptedException {
    try (Stream<Path> books = Files.list(template.resolve("books"))) {
      for (Path book : books.sorted().toList()) {
        String name = String.valueOf(book.getFileName()).replace(".yaml", "");
        ObjectNode body = JSON.createObjectNode().put("source", Files.readString(book));
        int status = post("/api/v1/books/" + name + "/versions", body.toString()).statusCode();
        if (status != 201) {
          throw new IOException("book " + name + " is refused with status " + status);
        }
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
  }

  private void sendWhileAlive(ServerProcess server) {
    while (server.isAlive()) {
      String orderNo = "C%07d".formatted(number.incrementAndGet());
      try {
        if (post("/api/v1/orders", order(orderNo)).statusCode() == 200) {
          acknowledged.add(orderNo);
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
      return post("/api/v1/orders", order(orderNo)).statusCode() == 200;
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

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(90));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
    return request;
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
