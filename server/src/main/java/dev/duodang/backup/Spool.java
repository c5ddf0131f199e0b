package dev.duodang.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files of imports that still run, held open so that one that ends meanwhile does not take its file
 * away: an import that is half done as of the backup's moment goes on after a restore.
 */
final class Spool implements AutoCloseable {

  private static final String FOLDER = "imports";
  private static final String ENDING = ".data";

  private final Path files;
  private final Map<String, InputStream> held = new TreeMap<>();

  Spool(Path files) {
    this.files = files;
  }

  /** Takes hold of those that are there and not held yet. */
  void hold() throws IOException {
    Path folder = files.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        String name = FOLDER + "/" + file.getFileName();
        if (!held.containsKey(name)) {
          hold(name, file);
        }
      }
    }
  }

  private void hold(String name, Path file) throws IOException {
    try {
      held.put(name, Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      // Its import has just ended: as of the moment it is done, or is told that its file is gone.
    }
  }

  /** Each with its name below the data folder. */
  Map<String, InputStream> held() {
    return held;
  }

  @Override
  public void close() throws IOException {
    for (InputStream stream : held.values()) {
      stream.close();
    }
  }
}
