package dev.duodang.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The registry of errors is whole: unique, documented, and each produced by some test. */
final class ProblemRegistryTest {

  private static final Path REFERENCE = Path.of("..", "docs", "reference", "problems.md");

  @Test
  void codesAreUniqueAndTitlesAreNotEmpty() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).distinct())
        .hasSize(ProblemCode.values().length);
    assertThat(ProblemCode.values()).allMatch(code -> !code.title().isBlank());
  }

  @Test
  void everyCodeIsDocumentedWithItsStatusInOrder() throws IOException {
    List<String> documented =
        Files.readAllLines(REFERENCE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.replaceAll("^\\| `([a-z-]+)` \\| (\\d+) \\|.*$", "$1 $2"))
            .toList();
    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values())
                .map(code -> code.code() + " " + code.status())
                .toList());
  }

  @Test
  void everyCodeIsProducedBySomeTest() throws IOException {
    String tests;
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      tests =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .map(ProblemRegistryTest::read)
              .collect(Collectors.joining());
    }
    assertThat(ProblemCode.values()).allMatch(code -> tests.contains(code.code()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
