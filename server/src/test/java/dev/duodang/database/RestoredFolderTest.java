package dev.duodang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder is what it was or what was restored, wherever a restore is killed. */
final class RestoredFolderTest {

  private static final List<String> PARTS = List.of("imports", "postgres", "secrets");

  @TempDir Path root;

  @BeforeEach
  void aFolderWithOldDataAndAFinishedRestore() throws IOException {
    for (String part : PARTS) {
      write(root.resolve(part), "old");
      write(root.resolve("restoring").resolve(part), "new");
    }
  }

  private static void write(Path part, String content) throws IOException {
    Files.createDirectories(part);
    Files.writeString(part.resolve("content"), content);
  }

  @Test
  void whatIsUnfinishedDoesNotCount() {
    try (DataFolder data = DataFolder.take(root)) {
      assertThat(data.contents()).isEqualTo(PARTS);
    }
    PARTS.forEach(part -> assertThat(content(part)).isEqualTo("old"));
  }

  @Test
  void whatIsAdoptedTakesThePlaceOfWhatWasThere() throws IOException {
    assertThat(RestoredFolder.adopt(root)).isEqualTo(root.resolve("before-restore-1"));
    everythingIsInPlace("before-restore-1");
    for (String part : PARTS) {
      write(root.resolve("restoring").resolve(part), "newer");
    }
    assertThat(RestoredFolder.adopt(root)).isEqualTo(root.resolve("before-restore-2"));
    assertThat(content("before-restore-2/postgres")).isEqualTo("new");
    assertThat(content("before-restore-1/postgres")).isEqualTo("old");
  }

  @Test
  void anAdoptionThatWasKilledAnywhereIsFinishedByWhoTakesTheFolderNext() throws IOException {
    for (int moves = 0; moves <= PARTS.size() * 2; moves++) {
      Path other = Files.createDirectories(root.resolve("case-" + moves));
      for (String part : PARTS) {
        write(other.resolve(part), "old");
        write(other.resolve("restored").resolve(part), "new");
      }
      Files.writeString(other.resolve("restored/ASIDE"), "before-restore-1");
      killedAfter(moves, other);
      DataFolder.take(other).close();
      for (String part : PARTS) {
        assertThat(other.resolve(part + "/content")).as("after %d", moves).hasContent("new");
        assertThat(other.resolve("before-restore-1").resolve(part).resolve("content"))
            .as("after %d", moves)
            .hasContent("old");
      }
      assertThat(other.resolve("restored")).doesNotExist();
    }
  }

  /** The renames of an adoption, as many as were made before the kill. */
  private static void killedAfter(int moves, Path folder) throws IOException {
    Path aside = folder.resolve("before-restore-1");
    for (int move = 0; move < moves; move++) {
      String part = PARTS.get(move / 2);
      if (move % 2 == 0) {
        Files.createDirectories(aside);
        Files.move(folder.resolve(part), aside.resolve(part));
      } else {
        Files.move(folder.resolve("restored").resolve(part), folder.resolve(part));
      }
    }
  }

  private void everythingIsInPlace(String aside) {
    PARTS.forEach(part -> assertThat(content(part)).isEqualTo("new"));
    PARTS.forEach(part -> assertThat(content(aside + "/" + part)).isEqualTo("old"));
    assertThat(root.resolve("restored")).doesNotExist();
    assertThat(root.resolve("restoring")).doesNotExist();
  }

  private String content(String part) {
    try {
      return Files.readString(root.resolve(part).resolve("content"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
