package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One run of a program, from its start to its end.
 *
 * @param wall time between start and exit, the JVM's start included
 * @param peakBytes the most memory it held (VmHWM), 0 where the system does not say
 */
record MeasuredProcess(Duration wall, long peakBytes) {

  private static final long POLL_MILLIS = 5;

  double seconds() {
    return wall.toNanos() / 1e9;
  }

  double peakMebibytes() {
    return peakBytes / (double) (1 << 20);
  }

  /**
   * Runs a command with its output in a file.
   *
   * @throws IOException when it cannot be started or ends with an exit code that is not allowed
   */
  static MeasuredProcess run(Path folder, Path output, List<String> command, List<Integer> allowed)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    while (process.isAlive()) {
      peak = Math.max(peak, peakBytes(status));
      Thread.sleep(POLL_MILLIS);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begun);
    if (!allowed.contains(process.exitValue())) {
      throw new IOException(
          "%s ended with %d: %s"
              .formatted(command, process.exitValue(), Files.readString(output).strip()));
    }
    return new MeasuredProcess(wall, peak);
  }

  private static long peakBytes(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }
}
