package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.house.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts at the end are those of the runners' reports, and decide the exit code. */
class TestScriptTest {

  private static final String SETTING =
      """
      set -euo pipefail
      root=$1 built=$1/build
      say() { printf '%s\\n' "$*" >&2; }
      fail() { say "duodang: $1"; exit 1; }
      . "$2/house/script/test.sh"
      mkdir -p "$built/reports"
      step "first step" ${STEP:-true}
      print_counts
      """;

  @TempDir Path root;

  private Outcome count(String step) throws IOException, InterruptedException {
    return Shell.run(
        root,
        Map.of("PATH", System.getenv("PATH"), "STEP", step),
        "/bin/bash",
        "-c",
        SETTING,
        "test",
        root.toString(),
        Shell.checkout().toString());
  }

  private void report(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void surefire(
      String module, String name, int tests, int errors, int skipped, int failures)
      throws IOException {
    report(
        module + "/target/surefire-reports/TEST-" + name + ".xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="x" name="%s" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d">
          <testcase name="a" classname="b"/>
        </testsuite>
        """
            .formatted(name, tests, errors, skipped, failures));
  }

  @Test
  void theCountsOfAllReportsAreAddedUp() throws Exception {
    surefire("pricing", "A", 10, 0, 1, 0);
    surefire("pricing", "B", 5, 0, 0, 0);
    surefire("cli", "C", 2, 0, 0, 0);
    report(
        "build/reports/TEST-console.xml",
        """
        <testsuites name="vitest tests" tests="7" failures="0" errors="0" time="1">
        <testsuite name="a.test.ts" timestamp="t" tests="4" failures="0" errors="0" skipped="0" time="1"></testsuite>
        <testsuite name="b.test.ts" tests="3" failures="0" errors="0" skipped="0" time="1"></testsuite></testsuites>
        """);

    Outcome outcome = count("true");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("pricing 15 0 0 1", "cli 2 0 0 0", "console 7 0 0 0")
        .last()
        .isEqualTo("23 passed, 0 failed, 1 skipped");
  }

  @Test
  void aRunnerThatWritesNoXmlIsCountedByItsLastLine() throws Exception {
    report(
        "build/reports/browser.log",
        "ok sign in\n1 passed, 1 failed\n6 passed, 2 failed, 1 skipped\n");

    Outcome outcome = count("true");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out().replaceAll(" +", " "))
        .contains("console in the browser 9 2 0 1\n")
        .endsWith("6 passed, 2 failed, 1 skipped\n");
  }

  @Test
  void aFailureAndAnErrorFailTheRun() throws Exception {
    surefire("cli", "C", 4, 1, 1, 1);

    Outcome outcome = count("true");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).endsWith("1 passed, 2 failed, 1 skipped\n");
  }

  @Test
  void aFailedStepFailsTheRunThoughAllTestsPass() throws Exception {
    surefire("cli", "C", 4, 0, 0, 0);

    Outcome outcome = count("false");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).isEqualTo("duodang: failed: first step\n");
  }

  @Test
  void aRunWithoutTestsFails() throws Exception {
    assertThat(count("true").exitCode()).isEqualTo(1);
  }
}
