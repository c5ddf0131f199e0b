package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Kills the server under intake at seeded points inside a batch, at any moment, and PostgreSQL
 * under it, and looks each time whether what was acknowledged is there exactly once.
 */
final class CrashRounds implements Benchmark {

  private static final List<String> POINTS =
      List.of("before-rows", "between-parts", "before-commit", "after-commit");
  private static final int THREADS = 4;

  /** What was done and seen. */
  record Outcome(List<String> rounds, List<String> findings, int acknowledged) {
    Outcome {
      rounds = List.copyOf(rounds);
      findings = List.copyOf(findings);
    }
  }

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String purpose() {
    return "kills the server under intake at seeded points, and looks whether anything was lost";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    Options parsed = Options.parse(options, Set.of("rounds", "seed"));
    int seed = parsed.or("seed", 20_261_120);
    Path folder = Files.createTempDirectory("duodang-crash");
    Outcome outcome =
        run(
            folder,
            workplace.root().resolve("templates/home-appliance"),
            parsed.or("rounds", 20),
            seed);
    String body =
        "Seed %d. %d orders acknowledged; %s.%n%n%s"
            .formatted(
                seed,
                outcome.acknowledged(),
                outcome.findings().isEmpty()
                    ? "each is there once and the sums equal the lines"
                    : "WRONG: " + outcome.findings(),
                String.join("\n", outcome.rounds()));
    return new Report("Kills under intake", body);
  }

  /** Runs the rounds in a folder; PostgreSQL is killed once, in the middle. */
  static Outcome run(Path folder, Path template, int rounds, int seed)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    Path data = folder.resolve("data");
    Path binaries = folder.resolve("programs");
    CrashIntake intake = new CrashIntake();
    List<String> told = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    try (ServerProcess first = ServerProcess.start(data, binaries)) {
      intake.enter(first.url(), data);
      intake.publish(template);
    }
    for (int round = 1; round <= rounds; round++) {
      int before = intake.acknowledged().size();
      String what = killed(data, binaries, intake, round, random);
      told.add(
          "%d. %s: %d acknowledged".formatted(round, what, intake.acknowledged().size() - before));
    }
    try (ServerProcess last = ServerProcess.start(data, binaries)) {
      intake.enter(last.url(), data);
      int before = intake.acknowledged().size();
      intake.sendAll(20);
      ServerProcess.killPostgres(data);
      intake.sendAll(20);
      told.add("PostgreSQL: %d acknowledged".formatted(intake.acknowledged().size() - before));
      findings.addAll(CrashLedger.findings(data, intake.acknowledged()));
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return new Outcome(told, findings, intake.acknowledged().size());
  }

  private static String killed(
      Path data, Path binaries, CrashIntake intake, int round, Random random)
      throws IOException, InterruptedException {
    int kind = (round - 1) % (POINTS.size() + 1);
    if (kind == POINTS.size()) {
      ServerProcess server = ServerProcess.start(data, binaries);
      intake.enter(server.url(), data);
      int millis = 1_000 + random.nextInt(2_000);
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(millis);
                      server.kill();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      intake.sendUntilSilent(server, THREADS);
      killer.join();
      return "killed after " + millis + " ms";
    }
    String point = POINTS.get(kind) + ":" + (1 + random.nextInt(40));
    ServerProcess server =
        ServerProcess.start(data, binaries, "--duodang.writer.crash-at=" + point);
    intake.enter(server.url(), data);
    intake.sendUntilSilent(server, THREADS);
    return "ended at " + point;
  }
}
