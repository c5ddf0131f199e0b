package dev.duodang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a figure was measured on; no figure is worth anything without it. */
record Machine(int cores, long memoryBytes, String cpu, String system, String jdk) {

  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        cpuName(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version());
  }

  private static String cpuName() {
    Path cpus = Path.of("/proc/cpuinfo");
    try {
      return Files.exists(cpus)
          ? Files.readAllLines(cpus).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(System.getProperty("os.arch"))
          : output("sysctl", "-n", "machdep.cpu.brand_string");
    } catch (IOException unreadable) {
      return System.getProperty("os.arch");
    }
  }

  /** The first line that a command prints, or "unknown". */
  static String output(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).start();
      String out =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return out.isEmpty() ? "unknown" : out.lines().findFirst().orElseThrow();
    } catch (IOException missing) {
      return "unknown";
    }
  }

  String describe() {
    return "%d cores of %s, %.1f GiB, %s, JDK %s"
        .formatted(cores, cpu, memoryBytes / (double) (1L << 30), system, jdk);
  }
}
