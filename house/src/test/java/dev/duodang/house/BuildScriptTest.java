package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.house.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stale is built, and nothing else. */
class BuildScriptTest {

  private static final String SETTING =
      """
      set -euo pipefail
      root=$1 built=$1/build jdk_id=$JDK
      say() { printf '%s\\n' "$*" >&2; }
      fail() { say "$1"; exit 1; }
      find_maven() { :; }
      . "$2/house/script/build.sh"
      sample_sources() { printf '%s\\n' settings 'the sources'; }
      build_sample() { echo "built" >>"$root/log"; ${BUILD:-true}; cp -R "$root/the sources" "$1/copy"; }
      train_sample() { echo "trained" >>"$root/log"; ${TRAIN:-true}; }
      make_fresh sample
      """;

  @TempDir Path temp;
  private Path root;
  private Path source;

  @BeforeEach
  void aCheckoutBuiltOnce() throws Exception {
    root = Files.createDirectories(temp.resolve("check out"));
    Files.writeString(root.resolve("settings"), "one");
    source = Files.createDirectories(root.resolve("the sources/deep")).resolve("A.java");
    Files.writeString(source, "class A {}");
    Files.writeString(source.resolveSibling("B.java"), "class B {}");
    for (Path path :
        new Path[] {root.resolve("settings"), source, source.resolveSibling("B.java")}) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained");
  }

  private Outcome makeFresh(Map<String, String> settings) throws IOException, InterruptedException {
    Map<String, String> environment =
        new HashMap<>(Map.of("PATH", System.getenv("PATH"), "JDK", "jdk 25.0.3"));
    environment.putAll(settings);
    return Shell.run(
        temp,
        environment,
        "/bin/bash",
        "-c",
        SETTING,
        "test",
        root.toString(),
        Shell.checkout().toString());
  }

  private String log() throws IOException {
    return String.join(" ", Shell.lines(root.resolve("log")));
  }

  private String copied() throws IOException {
    return Files.readString(root.resolve("build/sample/copy/deep/A.java"));
  }

  @Test
  void whatIsFreshIsNotBuiltAgain() throws Exception {
    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained");
  }

  @Test
  void aChangedFileIsBuilt() throws Exception {
    Files.writeString(source, "class A { int changed; }");

    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained built trained");
    assertThat(copied()).isEqualTo("class A { int changed; }");
  }

  @Test
  void aTouchedFileWithTheSameContentIsNot() throws Exception {
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained");
  }

  @Test
  void aDeletedAndAnAddedFileAreBuilt() throws Exception {
    Files.delete(source.resolveSibling("B.java"));
    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained built trained");

    Files.writeString(source.resolveSibling("C.java"), "class C {}");
    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained built trained built trained");
  }

  @Test
  void anotherJdkBuildsAgain() throws Exception {
    assertThat(makeFresh(Map.of("JDK", "jdk 25.0.4")).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained built trained");
  }

  @Test
  void aFailedBuildLeavesTheOldOneAndIsTriedAgain() throws Exception {
    Files.writeString(source, "class A { int changed; }");

    assertThat(makeFresh(Map.of("BUILD", "false")).exitCode()).isNotZero();
    assertThat(copied()).isEqualTo("class A {}");
    assertThat(root.resolve("build/lock")).doesNotExist();

    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(copied()).isEqualTo("class A { int changed; }");
  }

  @Test
  void withoutAFastStartItStillRuns() throws Exception {
    Files.writeString(source, "class A { int changed; }");

    assertThat(makeFresh(Map.of("TRAIN", "false")).exitCode()).isZero();
    assertThat(copied()).isEqualTo("class A { int changed; }");
  }

  @Test
  void theLockOfAProcessThatIsGoneDoesNotHoldABuild() throws Exception {
    Files.createDirectories(root.resolve("build/lock"));
    Files.writeString(root.resolve("build/lock/pid"), "999999999\n");
    Files.writeString(source, "class A { int changed; }");

    assertThat(makeFresh(Map.of()).exitCode()).isZero();
    assertThat(log()).isEqualTo("built trained built trained");
  }
}
