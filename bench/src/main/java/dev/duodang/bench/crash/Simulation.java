package dev.duodang.bench.crash;

import dev.duodang.bench.ServerClient;
import dev.duodang.bench.ServerProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lives of a server, each ended by a kill at a seeded moment or at a seeded point inside a batch,
 * some with kills of PostgreSQL in them. Every kind of command is sent all the while. After each
 * life everything is compared with the model.
 */
public final class Simulation {

  private static final List<String> POINTS =
      List.of("before-rows", "between-parts", "before-commit", "after-commit");
  private static final int SENDERS = 6;
  private static final long PATIENCE_MILLIS = 120_000;

  private final Path data;
  private final Path binaries;
  private final Random random;
  private final int seed;
  private final Consumer<String> progress;
  private final List<Sender> senders;
  private final List<String> findings = new ArrayList<>();
  private final List<String> lives = new ArrayList<>();
  private int postgresKills;
  private int foundDone;

  private Simulation(Path folder, int seed, Consumer<String> progress) {
    this.data = folder.resolve("data");
    this.binaries = folder.resolve("programs");
    this.seed = seed;
    this.random = new Random(seed);
    this.progress = progress;
    this.senders = IntStream.range(0, SENDERS).mapToObj(i -> new Sender("S" + i + "-")).toList();
  }

  /**
   * What came of it.
   *
   * @param lives what happened in each
   * @param findings what must not be; empty if all is well
   * @param acknowledged commands that changed something and were answered
   * @param foundDone commands that were done although no answer came
   * @param orders how many there are
   */
  public record Outcome(
      List<String> lives, List<String> findings, int acknowledged, int foundDone, int orders) {
    public Outcome {
      lives = List.copyOf(lives);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Runs it; ends at the first life after which something is wrong.
   *
   * @param serverKills lives of the server
   * @param postgresKills spread over the lives
   * @param progress is told each life
   */
  public static Outcome run(
      Path folder, int serverKills, int postgresKills, int seed, Consumer<String> progress)
      throws IOException, InterruptedException {
    Simulation simulation = new Simulation(folder, seed, progress);
    simulation.publish();
    for (int life = 1; life <= serverKills && simulation.findings.isEmpty(); life++) {
      int kills = postgresKills * life / serverKills - postgresKills * (life - 1) / serverKills;
      simulation.live(life, kills);
    }
    simulation.settleAll();
    return new Outcome(
        simulation.lives,
        simulation.findings.stream().distinct().toList(),
        simulation.acknowledged(),
        simulation.foundDone,
        simulation.senders.stream().mapToInt(sender -> sender.orders().size()).sum());
  }

  private void publish() throws IOException, InterruptedException {
    try (ServerProcess first = ServerProcess.start(data, binaries)) {
      ServerClient client = new ServerClient();
      client.enter(first.url(), data);
      client.publish("crash-partner", ModelOrder.PARTNER_BOOK);
      client.publish("crash-engineer", ModelOrder.ENGINEER_BOOK);
      refuseSecond();
    }
  }

  /** A second server on the same data is refused; that others take over, each life shows. */
  private void refuseSecond() throws IOException {
    try (ServerProcess second = ServerProcess.start(data, binaries)) {
      findings.add("a second server started on the same data: " + second.url());
    } catch (ServerProcess.NotStartedException refused) {
      String said = String.valueOf(refused.getMessage());
      if (refused.exitCode() != 4 || !said.contains("is in use by another Duodang (process ")) {
        findings.add("a second server was refused in other words: " + said);
      }
    }
  }

  private int acknowledged() {
    return senders.stream().mapToInt(Sender::acknowledged).sum();
  }

  /** A life: start, compare with what was before, load, kill. */
  private void live(int life, int kills) throws IOException, InterruptedException {
    boolean atPoint = life % 3 != 0;
    String point =
        POINTS.get(random.nextInt(POINTS.size())) + ":" + (5 + random.nextInt(120 + 120 * kills));
    int millis = 200 + random.nextInt(3_000);
    String[] settings =
        atPoint ? new String[] {"--duodang.writer.crash-at=" + point} : new String[0];
    int before = acknowledged();
    String end = atPoint ? "ended at " + point : "killed after " + millis + " ms";
    ServerProcess server = ServerProcess.start(data, binaries, settings);
    try {
      ServerClient client = new ServerClient();
      client.enter(server.url(), data);
      judge(client);
      AtomicBoolean going = new AtomicBoolean(true);
      List<Thread> threads = load(client, life, () -> going.get() && server.isAlive());
      StringBuilder postgres = new StringBuilder();
      for (int i = 0; i < kills && server.isAlive(); i++) {
        postgres.append(killPostgres(server));
      }
      if (atPoint) {
        waitForEnd(server);
      } else {
        waitForAnAnswer(server, before);
        Thread.sleep(millis);
      }
      going.set(false);
      server.kill();
      for (Thread thread : threads) {
        thread.join();
      }
      end = postgres + end;
    } finally {
      server.kill();
    }
    senders.forEach(sender -> findings.addAll(sender.findings()));
    int unanswered = senders.stream().mapToInt(sender -> sender.unanswered().size()).sum();
    tell(
        "%d. %s: %d acknowledged, %d unanswered"
            .formatted(life, end, acknowledged() - before, unanswered));
  }

  private void tell(String line) {
    lives.add(line);
    progress.accept(line);
  }

  private List<Thread> load(
      ServerClient client, int life, java.util.function.BooleanSupplier going) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < senders.size(); i++) {
      Sender sender = senders.get(i);
      Random own = new Random(seed * 1_000_003L + life * 101L + i);
      threads.add(Thread.ofVirtual().start(() -> sender.run(client, own, going)));
    }
    return threads;
  }

  /** A point that the batches of a life do not reach in time is a kill at any moment. */
  private static void waitForEnd(ServerProcess server) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (server.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }

  private void waitForAnAnswer(ServerProcess server, int before) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (server.isAlive() && acknowledged() == before && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }

  /** Kills PostgreSQL in one of three ways and waits until commands are acknowledged again. */
  private String killPostgres(ServerProcess server) throws IOException, InterruptedException {
    Thread.sleep(100 + random.nextInt(900));
    int way = postgresKills++ % 3;
    try (Connection connection = Truth.open(data)) {
      long postmaster = postmaster();
      long writer = writer(connection);
      switch (way) {
        case 0 -> ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        case 1 -> ProcessHandle.of(writer).ifPresent(ProcessHandle::destroyForcibly);
        default -> terminate(connection, writer);
      }
    } catch (SQLException e) {
      // The server ended at its point before it came to this.
      if (server.isAlive()) {
        throw new IOException(e);
      }
      return "";
    }
    int before = acknowledged();
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (server.isAlive() && acknowledged() < before + SENDERS) {
      if (System.nanoTime() > deadline) {
        findings.add("nothing was acknowledged for two minutes after PostgreSQL was killed");
        return "PostgreSQL did not come back, ";
      }
      Thread.sleep(50);
    }
    return List.of("PostgreSQL killed, ", "a backend killed, ", "the writer cut off, ").get(way);
  }

  private long postmaster() throws IOException {
    return Long.parseLong(
        java.nio.file.Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
            .getFirst()
            .strip());
  }

  private static long writer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE application_name LIKE 'duodang writer%'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void terminate(Connection connection, long backend) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(" + backend + ")");
    }
  }

  private void judge(ServerClient client) throws IOException, InterruptedException {
    try {
      Truth.Judgement judgement = Truth.judge(data, senders);
      findings.addAll(judgement.findings());
      foundDone += judgement.foundDone();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    trialBalance(client);
  }

  /** The ledger, where there is one: each book balances and its accounts sum to nothing. */
  private void trialBalance(ServerClient client) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get("/api/v1/ledger/trial-balance");
    if (answer.statusCode() == 404) {
      return;
    }
    if (answer.statusCode() != 200) {
      findings.add("the trial balance was answered " + answer.statusCode() + answer.body());
      return;
    }
    for (JsonNode book : new JsonMapper().readTree(answer.body()).path("books")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode account : book.path("accounts")) {
        sum = sum.add(new BigDecimal(account.path("balance").asString()));
      }
      if (!book.path("balanced").asBoolean() || sum.signum() != 0) {
        findings.add("the trial balance is off by " + sum + ": " + book);
      }
    }
  }

  /** A last server, in which everything unanswered is sent until it is answered. */
  private void settleAll() throws IOException, InterruptedException {
    try (ServerProcess last = ServerProcess.start(data, binaries)) {
      ServerClient client = new ServerClient();
      client.enter(last.url(), data);
      judge(client);
      long deadline = System.nanoTime() + 3_000_000_000L;
      List<Thread> threads = load(client, 0, () -> isAnythingLeft(deadline));
      for (Thread thread : threads) {
        thread.join();
      }
      senders.forEach(sender -> findings.addAll(sender.findings()));
      judge(client);
    }
  }

  private boolean isAnythingLeft(long until) {
    long now = System.nanoTime();
    boolean unanswered = senders.stream().anyMatch(sender -> !sender.unanswered().isEmpty());
    return now < until || (unanswered && now < until + PATIENCE_MILLIS * 1_000_000);
  }
}
