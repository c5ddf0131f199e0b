package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a benchmark works.
 *
 * @param root the checkout, with the script {@code duodang} in it
 */
record Workplace(Path root) {

  Path duodang() {
    return root.resolve("duodang");
  }

  /** A folder for generated files, which is not part of the repository. */
  Path scratch(String benchmark) throws IOException {
    return Files.createDirectories(root.resolve("build/bench-data").resolve(benchmark));
  }

  Path results() throws IOException {
    return Files.createDirectories(root.resolve("bench/results"));
  }

  /** Deletes a folder with all in it, if it is there. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The java that runs this program. */
  Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** What runs Maven in the module of prices, with the JDK that runs this. */
  static List<String> mavenInPricing(String... goals) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                System.getProperty("duodang.maven", "mvn"),
                "--batch-mode",
                "--quiet",
                "--projects",
                "pricing"));
    command.addAll(List.of(goals));
    return command;
  }
}
