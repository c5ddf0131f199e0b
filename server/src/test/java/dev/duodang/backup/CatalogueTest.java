package dev.duodang.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.database.SharedCluster;
import dev.duodang.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tables a backup has, in which order, and how its file ends. */
final class CatalogueTest {

  private static final int SEED = 11;

  @Test
  void aTableComesAfterThoseItRefersTo() {
    assertThat(
            Catalogue.inOrder(
                new TreeSet<>(Set.of("a", "b", "c", "d")),
                Map.of("a", Set.of("c"), "c", Set.of("d", "b"))))
        .isEqualTo(List.of("b", "d", "c", "a"));
    assertThatThrownBy(
            () ->
                Catalogue.inOrder(
                    new TreeSet<>(Set.of("a", "b")), Map.of("a", Set.of("b"), "b", Set.of("a"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in a circle");
  }

  @Test
  void everyTableOfTheSchemaIsKept() throws SQLException {
    SharedCluster.Fresh database = TestServer.shared().database();
    try (Connection connection = SharedCluster.superuser(database)) {
      List<String> kept =
          Catalogue.tables(connection).stream().map(Head.Table::name).sorted().toList();
      assertThat(kept)
          .isEqualTo(
              Catalogue.strings(
                  connection,
                  """
                  SELECT tablename FROM pg_tables
                  WHERE schemaname = 'duodang' AND tablename <> 'flyway_schema_history'
                    AND tablename !~ '_\\d{4}_\\d{2}$' ORDER BY tablename COLLATE "C"
                  """));
      assertThat(kept).contains("tenant", "line", "order_key", "writer_lease", "monthly_table");
    }
  }

  @Test
  void anImportThatEndsMeanwhileDoesNotTakeItsFileOutOfTheBackup(@TempDir Path files)
      throws IOException {
    try (Spool none = new Spool(files)) {
      none.hold();
      assertThat(none.held()).isEmpty();
    }
    Path imports = Files.createDirectories(files.resolve("imports"));
    Files.writeString(imports.resolve("1-1.data"), "first");
    Files.writeString(imports.resolve("incoming-2.part"), "not yet one");
    try (Spool spool = new Spool(files)) {
      spool.hold();
      Files.delete(imports.resolve("1-1.data"));
      Files.writeString(imports.resolve("1-2.data"), "second");
      spool.hold();
      assertThat(spool.held()).containsOnlyKeys("imports/1-1.data", "imports/1-2.data");
      assertThat(spool.held().get("imports/1-1.data")).hasContent("first");
    }
  }

  @Test
  void aFileEndsInTheChecksumOfAllBeforeItHoweverItIsWritten() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[SealedOutput.LENGTH + random.nextInt(300)];
      random.nextBytes(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (SealedOutput sealed = new SealedOutput(out)) {
        for (int at = 0; at < bytes.length; ) {
          int length = Math.min(bytes.length - at, random.nextInt(150));
          sealed.write(bytes, at, length);
          at += length;
        }
        sealed.seal();
      }
      int content = bytes.length - SealedOutput.LENGTH;
      MessageDigest digest = SealedOutput.sha256();
      digest.update(bytes, 0, content);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      expected.write(bytes, 0, content);
      expected.writeBytes(SealedOutput.seal(digest));
      assertThat(out.toByteArray()).as("seed %d", SEED).isEqualTo(expected.toByteArray());
    }
    try (SealedOutput sealed = new SealedOutput(new ByteArrayOutputStream())) {
      sealed.write("short".getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(sealed::seal).isInstanceOf(IllegalStateException.class);
    }
  }
}
