package dev.duodang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the service requests of New York's 311 line to a server, twice, and looks whether each is
 * there once, settled, estimated or held for a reason, for what the book says.
 */
final class Requests311 implements Benchmark {

  private static final String BOOK = "city-services";
  private static final int CHUNK = 500;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What was sent and seen.
   *
   * @param files how many requests each file has
   * @param findings what is wrong; empty when nothing is lost, doubled or priced otherwise
   */
  record Outcome(
      Map<String, Integer> files, RequestLedger ledger, Duration taken, List<String> findings) {
    Outcome {
      files = new TreeMap<>(files);
      findings = List.copyOf(findings);
    }

    int requests() {
      return files.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  @Override
  public String name() {
    return "requests-311";
  }

  @Override
  public String purpose() {
    return "settle the real service requests of a FOLDER of .csv.gz files through a server";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    if (options.size() != 1 || !Files.isDirectory(Path.of(options.getFirst()))) {
      throw new UsageException("requests-311 wants a folder of .csv.gz files, not " + options);
    }
    Path scratch = workplace.scratch(name());
    Workplace.delete(scratch.resolve("data"));
    Outcome outcome =
        run(Path.of(options.getFirst()), scratch.resolve("data"), scratch.resolve("programs"));
    return new Report("Service requests of New York", body(outcome));
  }

  /** Sends all requests of a folder to a new server, and looks what became of them. */
  static Outcome run(Path folder, Path data, Path binaries)
      throws IOException, InterruptedException {
    Map<String, List<ServiceRequest>> byFile = RequestFiles.in(folder);
    List<ServiceRequest> requests = byFile.values().stream().flatMap(Collection::stream).toList();
    String book = book();
    List<String> findings = new ArrayList<>();
    try (ServerProcess server =
        ServerProcess.start(
            data,
            binaries,
            "--duodang.company.name=New York",
            "--duodang.company.zone=" + ServiceRequest.ZONE,
            "--duodang.company.currency=USD")) {
      ServerClient client = new ServerClient();
      client.enter(server.url(), data);
      client.publish(BOOK, book);
      long start = System.nanoTime();
      findings.addAll(send(client, requests, "ACCEPTED"));
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      findings.addAll(send(client, requests, "REPEAT"));
      RequestLedger ledger = RequestLedger.of(client);
      findings.addAll(differences(requests, ledger, book));
      Map<String, Integer> files = new TreeMap<>();
      byFile.forEach((file, all) -> files.put(file, all.size()));
      return new Outcome(files, ledger, taken, findings);
    }
  }

  private static String book() throws IOException {
    try (InputStream in = Requests311.class.getResourceAsStream("requests-311.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Sends the requests in arrays; each answer that is not the wanted one is a finding. */
  private static List<String> send(
      ServerClient client, List<ServiceRequest> requests, String wanted)
      throws IOException, InterruptedException {
    List<String> findings = new ArrayList<>();
    for (int from = 0; from < requests.size(); from += CHUNK) {
      List<ServiceRequest> chunk = requests.subList(from, Math.min(requests.size(), from + CHUNK));
      String array =
          chunk.stream()
              .map(request -> request.order().toString())
              .collect(Collectors.joining(",", "[", "]"));
      String body = client.post("/api/v1/orders", array).body();
      JsonNode results = JSON.readTree(body).path("results");
      if (results.size() != chunk.size()) {
        findings.add(results.size() + " answers for " + chunk.size() + " requests: " + body);
      }
      for (JsonNode result : results) {
        if (!result.path("outcome").asString().equals(wanted)) {
          findings.add("not " + wanted + ": " + result);
        }
      }
    }
    return findings;
  }

  /** What the server has otherwise than the book says of the requests, and what it lacks. */
  private static List<String> differences(
      List<ServiceRequest> requests, RequestLedger ledger, String book) {
    List<String> findings = new ArrayList<>();
    if (ledger.entries().size() != requests.size()) {
      findings.add(ledger.entries().size() + " orders for " + requests.size() + " requests");
    }
    RequestPrices prices = RequestPrices.by(book, Clock.systemUTC().instant());
    for (ServiceRequest request : requests) {
      RequestLedger.Entry found = ledger.entries().get("NYC-" + request.number());
      RequestLedger.Entry wanted = prices.of(request);
      if (found == null) {
        findings.add(request.number() + " is lost");
      } else if (!found.state().equals(wanted.state())
          || !found.holds().equals(wanted.holds())
          || !Objects.equals(found.amount(), wanted.amount())) {
        findings.add(request.number() + " is " + found + ", not " + wanted);
      }
    }
    return findings;
  }

  private static String body(Outcome outcome) {
    double seconds = outcome.taken().toMillis() / 1000.0;
    String verdict =
        outcome.findings().isEmpty()
            ? "Sent twice. Each is there once, with the state, the reasons and the amount that the"
                + " book gives without a server."
            : "WRONG: " + outcome.findings().stream().limit(20).toList();
    return """
    %,d requests, sent over HTTP as arrays of %d in %.1f s: %,.0f a second. %s

    | file | requests |
    | --- | ---: |
    %s

    | became | requests | USD |
    | --- | ---: | ---: |
    %s

    | held for | requests |
    | --- | ---: |
    %s

    Held are requests whose price is agreed (QUOTE), of a department that the book does not name
    (NO_TIER), whose borough is not told and matters (REGION_UNKNOWN), or closed before the book
    began (NO_BOOK). Open requests are estimated.

    | settled in | requests | USD |
    | --- | ---: | ---: |
    %s
    """
        .formatted(
            outcome.requests(),
            CHUNK,
            seconds,
            outcome.requests() / seconds,
            verdict,
            files(outcome),
            states(outcome.ledger()),
            holds(outcome.ledger()),
            places(outcome.ledger()));
  }

  private static String files(Outcome outcome) {
    return outcome.files().entrySet().stream()
        .map(file -> "| `%s` | %,d |".formatted(file.getKey(), file.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String states(RequestLedger ledger) {
    return rows(
        ledger.entries().values().stream()
            .collect(
                Collectors.groupingBy(
                    RequestLedger.Entry::state, TreeMap::new, Collectors.toList())));
  }

  private static String places(RequestLedger ledger) {
    return rows(
        ledger
            .in("SETTLED")
            .collect(
                Collectors.groupingBy(
                    entry -> entry.region().isEmpty() ? "no known region" : entry.region(),
                    TreeMap::new,
                    Collectors.toList())));
  }

  private static String rows(Map<String, List<RequestLedger.Entry>> groups) {
    return groups.entrySet().stream()
        .map(
            group ->
                "| %s | %,d | %,.2f |"
                    .formatted(group.getKey(), group.getValue().size(), sum(group.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static BigDecimal sum(List<RequestLedger.Entry> entries) {
    return entries.stream()
        .map(RequestLedger.Entry::amount)
        .filter(Objects::nonNull)
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String holds(RequestLedger ledger) {
    Map<String, Long> counts =
        ledger.entries().values().stream()
            .flatMap(entry -> Stream.of(String.join(", ", entry.holds())))
            .filter(reasons -> !reasons.isEmpty())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(one -> "| %s | %,d |".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
