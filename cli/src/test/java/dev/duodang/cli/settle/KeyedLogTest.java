package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedLogTest {

  @TempDir Path folder;

  @Test
  void theLastValueUnderAKeyCounts() throws IOException {
    try (KeyedLog log = KeyedLog.temporary(folder)) {
      put(log, "A", "one", 7);
      put(log, "A", "two", 7);
      assertThat(get(log, "A", 7)).isEqualTo("two");
      assertThat(get(log, "B", 7)).isNull();
    }
  }

  @Test
  void keysThatShareAHashAreToldApart() throws IOException {
    try (KeyedLog log = KeyedLog.temporary(folder)) {
      put(log, "A", "first", 42);
      put(log, "B", "second", 42);
      put(log, "A", "third", 42);
      assertThat(get(log, "A", 42)).isEqualTo("third");
      assertThat(get(log, "B", 42)).isEqualTo("second");
    }
  }

  @Test
  void aHundredThousandValuesAreFoundAcrossGrowthAndFlushes() throws IOException {
    try (KeyedLog log = KeyedLog.temporary(folder)) {
      for (int i = 0; i < 100_000; i++) {
        put(log, "order " + i, "value " + i, KeyedLog.hash("order " + i));
      }
      for (int i = 0; i < 100_000; i += 37) {
        assertThat(get(log, "order " + i, KeyedLog.hash("order " + i))).isEqualTo("value " + i);
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatWasNotCommittedIsGoneWhenTheFileIsOpenedAgain() throws IOException {
    Path file = folder.resolve("orders.state");
    try (KeyedLog log = KeyedLog.open(file)) {
      put(log, "A", "kept", 1);
      log.commit();
      put(log, "A", "lost", 1);
      put(log, "B", "lost", 2);
    }
    try (KeyedLog log = KeyedLog.open(file)) {
      assertThat(get(log, "A", KeyedLog.hash("A"))).isEqualTo("kept");
      assertThat(get(log, "B", KeyedLog.hash("B"))).isNull();
    }
  }

  @Test
  void bytesBehindTheLastCommitAreCutOff() throws IOException {
    Path file = folder.resolve("orders.state");
    try (KeyedLog log = KeyedLog.open(file)) {
      put(log, "A", "kept", KeyedLog.hash("A"));
      log.commit();
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
    try (KeyedLog log = KeyedLog.open(file)) {
      assertThat(get(log, "A", KeyedLog.hash("A"))).isEqualTo("kept");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void oneFileIsOpenOnce() throws IOException {
    Path file = folder.resolve("orders.state");
    try (KeyedLog log = KeyedLog.open(file)) {
      assertThatThrownBy(() -> KeyedLog.open(file)).hasMessageContaining("is in use");
      put(log, "A", "still there", 1);
      assertThat(get(log, "A", 1)).isEqualTo("still there");
    }
  }

  private static void put(KeyedLog log, String key, String value, long hash) throws IOException {
    ByteWriter bytes = new ByteWriter();
    bytes.text(value);
    log.put(key, hash, bytes, 0, bytes.length());
  }

  private static @Nullable String get(KeyedLog log, String key, long hash) throws IOException {
    byte[] value = log.get(key, hash);
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }
}
