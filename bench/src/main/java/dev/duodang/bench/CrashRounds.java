package dev.duodang.bench;

import dev.duodang.bench.crash.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Kills the server and PostgreSQL under load, and compares with a model what is there then. */
final class CrashRounds implements Benchmark {

  private static final int SERVER_KILLS = 100;
  private static final int POSTGRES_KILLS = 20;
  private static final int SEED = 20_261_128;

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String purpose() {
    return "kill the server and PostgreSQL under all commands, and look whether anything is lost";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    Options parsed = Options.parse(options, Set.of("kills", "postgres-kills", "seed"));
    int seed = parsed.or("seed", SEED);
    int kills = parsed.or("kills", SERVER_KILLS);
    int postgresKills = parsed.or("postgres-kills", POSTGRES_KILLS);
    System.err.println("Seed " + seed);
    Path folder = Files.createTempDirectory("duodang-crash");
    Simulation.Outcome outcome =
        Simulation.run(folder, kills, postgresKills, seed, System.err::println);
    if (outcome.findings().isEmpty()) {
      Workplace.delete(folder);
    } else {
      System.err.println("The data lie in " + folder);
    }
    return new Report("Kills under load", body(seed, kills, postgresKills, outcome));
  }

  private static String body(int seed, int kills, int postgresKills, Simulation.Outcome outcome) {
    return """
        Seed %d: %d kills of the server, %d of PostgreSQL (its postmaster, a backend, the writer's connection, in turn), while
        six senders give new orders, arrays of them, revisions, cancellations, repeats, stale revisions, quotes, releases,
        regions and choices of tiers. %,d commands that change something were acknowledged, %d were found done although no answer came, %,d orders.

        %s

        After each life every order is compared with a model of its own: state, revision, number of changes, decisions and lines,
        labour, call-out and engineers' shares to the fen; counts and rebates of the month; sums of regions, partners, engineers and tiers
        against the lines; what takes back against what it takes back; and the trial balance where there is a ledger.

        %s
        """
        .formatted(
            seed,
            kills,
            postgresKills,
            outcome.acknowledged(),
            outcome.foundDone(),
            outcome.orders(),
            outcome.findings().isEmpty()
                ? "**Nothing acknowledged was lost, nothing was done twice, and all sums are those of the lines.**"
                : "**WRONG:**\n\n- " + String.join("\n- ", outcome.findings()),
            String.join("\n", outcome.lives()));
  }
}
