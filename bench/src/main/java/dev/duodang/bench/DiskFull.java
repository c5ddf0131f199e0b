package dev.duodang.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills the disk under a server at work, frees it, and looks whether anything was lost. */
final class DiskFull implements Benchmark {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long LARGEST = 1L << 30;
  private static final long LEFT = 3_000_000;
  private static final int ORDERS = 100;
  private static final int ROUNDS_MAX = 200;

  private final ServerClient client = new ServerClient();
  private final List<String> told = new ArrayList<>();
  private int sent;
  private int acknowledged;

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public String purpose() {
    return "fill the small file system of a FOLDER under a server, free it, and look what is there";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    Path folder = folder(options);
    Path data = folder.resolve("data");
    Path binaries = Files.createTempDirectory("duodang-programs");
    Path ballast = folder.resolve("ballast");
    try (ServerProcess server = ServerProcess.start(data, binaries)) {
      client.enter(server.url(), data);
      publish(workplace.root().resolve("templates/home-appliance/books"));
      fill(ballast);
      tell("The disk has " + LEFT / 1_000_000 + " MB left.");
      sendUntil(503);
      HttpResponse<String> health = client.get("/actuator/health");
      tell("Health answers %d.".formatted(health.statusCode()));
      Files.delete(ballast);
      tell("The disk is freed.");
      sendUntil(200);
      check();
    } finally {
      Files.deleteIfExists(ballast);
      Workplace.delete(data);
      Workplace.delete(binaries);
    }
    return new Report("A full disk", String.join("\n", told));
  }

  /** Only a small file system is ever filled. */
  private static Path folder(List<String> options) throws IOException {
    if (options.size() != 1) {
      throw new UsageException("disk-full wants an empty folder on a small file system of its own");
    }
    Path folder = Path.of(options.getFirst()).toAbsolutePath();
    FileStore store = Files.getFileStore(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (store.getTotalSpace() > LARGEST || inside.findAny().isPresent()) {
        throw new UsageException(
            "the folder \"%s\" must be empty, on a file system of at most 1 GiB, not %,d bytes; as root: mount -t tmpfs -o size=220m tmpfs FOLDER"
                .formatted(folder, store.getTotalSpace()));
      }
    }
    return folder;
  }

  private void tell(String line) {
    told.add("- " + line);
    System.err.println(line);
  }

  private void publish(Path books) throws IOException, InterruptedException {
    for (String book : List.of("home-service", "engineer-share")) {
      client.publish(book, Files.readString(books.resolve(book + ".yaml")));
    }
    send();
  }

  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[100_000];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      FileStore store = Files.getFileStore(ballast);
      while (store.getUsableSpace() > LEFT + block.length) {
        out.write(block);
      }
    }
  }

  /** Sends arrays of orders until one is answered so, with nothing in it refused if it is 200. */
  private void sendUntil(int wanted) throws IOException, InterruptedException {
    int before = acknowledged;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      HttpResponse<String> answer = send();
      boolean whole = answer.statusCode() == 200 && refused(answer) == 0;
      if (answer.statusCode() == wanted && (wanted != 200 || whole)) {
        tell(
            "%d after %d more orders were acknowledged: %s"
                .formatted(wanted, acknowledged - before, detail(answer)));
        return;
      }
      if (answer.statusCode() != 200 && answer.statusCode() != 503) {
        throw new IOException(answer.statusCode() + " was answered: " + answer.body());
      }
    }
    throw new IOException("there was no " + wanted + " in " + ROUNDS_MAX + " rounds");
  }

  private HttpResponse<String> send() throws IOException, InterruptedException {
    HttpResponse<String> answer = client.post("/api/v1/orders", orders(sent, sent + ORDERS));
    if (answer.statusCode() == 200) {
      JsonNode body = JSON.readTree(answer.body());
      acknowledged += body.path("accepted").asInt();
      sent += refused(answer) == 0 ? ORDERS : 0;
    }
    return answer;
  }

  private static int refused(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).path("rejected").asInt();
  }

  private static String detail(HttpResponse<String> answer) {
    String detail = JSON.readTree(answer.body()).path("detail").asString("");
    return detail.isEmpty() ? "each of them settled." : detail;
  }

  /** Everything again: each is a repeat, none is new. */
  private void check() throws IOException, InterruptedException {
    JsonNode again = JSON.readTree(client.post("/api/v1/orders", orders(0, sent)).body());
    boolean right = again.path("repeated").asInt() == sent && again.path("accepted").asInt() == 0;
    tell(
        String.format(
            Locale.ROOT,
            "%,d orders sent again: %,d repeats, %,d new: %s.",
            sent,
            again.path("repeated").asInt(),
            again.path("accepted").asInt(),
            right && acknowledged <= sent
                ? "nothing acknowledged was lost and nothing was settled twice"
                : "WRONG"));
  }

  private static String orders(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(
            number ->
                """
                {"orderNo":"D%d","revision":1,"status":"COMPLETED","service":"安装","address":"上海市静安区",
                 "customer":{"class":"MEMBER"},"counterparty":{"id":"P1","type":"STANDARD"},"handlers":[{"id":"E1"}],
                 "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00"}"""
                    .formatted(number))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
