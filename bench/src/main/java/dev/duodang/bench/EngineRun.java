package dev.duodang.bench;

import dev.duodang.bench.match.Speed;
import dev.duodang.bench.match.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What another engine made of a trial.
 *
 * @param orders how many it matched while measured
 * @param buildSeconds from the rules to the first winner
 */
record EngineRun(OtherEngine engine, int tiers, Speed speed, int orders, double buildSeconds) {

  /**
   * Runs an engine in a process of its own, which prints {@code name=value} lines at its end.
   *
   * @throws IOException when it fails, or finds other winners
   */
  static EngineRun of(OtherEngine engine, Trial trial, Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("printed.txt");
    MeasuredProcess.run(folder, output, command, List.of(0));
    Map<String, String> printed = printed(output);
    int orders = Integer.parseInt(figure(printed, "orders"));
    int checked = Math.min(orders, trial.orders());
    String expected = trial.checksum(checked);
    if (!figure(printed, "checksum").equals(expected)) {
      throw new IOException(
          "%s finds other winners: checksum %s of %d orders among %d rules, not %s"
              .formatted(command, figure(printed, "checksum"), checked, trial.size(), expected));
    }
    return new EngineRun(
        engine,
        trial.size(),
        new Speed(
            orders / Double.parseDouble(figure(printed, "seconds")),
            orders / Double.parseDouble(figure(printed, "cpuSeconds"))),
        orders,
        Double.parseDouble(figure(printed, "buildSeconds")));
  }

  private static Map<String, String> printed(Path output) throws IOException {
    Map<String, String> figures = new HashMap<>();
    for (String line : Files.readAllLines(output)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        figures.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return figures;
  }

  private static String figure(Map<String, String> printed, String name) throws IOException {
    String figure = printed.get(name);
    if (figure == null) {
      throw new IOException("an engine printed no \"" + name + "\" but " + printed);
    }
    return figure;
  }
}
