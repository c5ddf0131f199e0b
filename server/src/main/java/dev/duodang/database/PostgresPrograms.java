package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the programs of PostgreSQL.
 *
 * <p>PostgreSQL refuses to run as root. For root each program is started in a user namespace of its
 * own, in which it is nobody; its files stay root's.
 */
final class PostgresPrograms {

  /** What a program said and how it ended. */
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  private final Path home;
  private final List<String> prefix;

  PostgresPrograms(Path home) {
    this.home = home;
    this.prefix = isRoot() ? List.of("unshare", "--user") : List.of();
    if (!prefix.isEmpty() && !execute(List.of("unshare", "--user", "true")).succeeded()) {
      throw new StartRefused(
          ExitCode.DATABASE,
          "PostgreSQL refuses to run as root, and this machine gives root no user namespace"
              + " (unshare --user fails). Start Duodang as another user, or name a PostgreSQL 18"
              + " with DUODANG_DATABASE_URL.");
    }
  }

  /** Runs one of {@code initdb}, {@code pg_ctl} to its end. */
  Outcome run(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return execute(command);
  }

  private static Outcome execute(List<String> command) {
    try {
      // A file, not a pipe: a server started by pg_ctl would keep a pipe open for ever.
      Path said = Files.createTempFile("duodang-postgresql", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        int exitCode = waitFor(process);
        return new Outcome(exitCode, Files.readString(said, StandardCharsets.UTF_8).strip());
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    }
  }

  /** Waits to the end even if interrupted: half a stop is worse than a late one. */
  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
