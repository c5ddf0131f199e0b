package dev.duodang.backup;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive under way, sealed with a checksum at its end. It has its name only when it is
 * complete and on the disk, is readable by its maker only, and replaces none that is there.
 */
final class SealedZip {

  private static final int BUFFER = 1 << 16;

  private final ZipOutputStream zip;

  private SealedZip(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** Puts everything into the archive. */
  @FunctionalInterface
  interface Content<T> {
    T put(SealedZip zip) throws IOException, SQLException;
  }

  /** Puts one entry into the archive. */
  @FunctionalInterface
  interface EntryContent<T> {
    T put(OutputStream out) throws IOException, SQLException;
  }

  /**
   * Writes a file.
   *
   * @throws StartRefused if it is there already or cannot be written
   */
  static <T> T write(Path file, Content<T> content) throws SQLException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The file \"" + file + "\" is there already. Name another; none is replaced.");
    }
    try {
      // Readable by this user only, which is what a temporary file is.
      Path part =
          Files.createTempFile(target.resolveSibling("."), target.getFileName() + ".", ".part");
      part.toFile().deleteOnExit();
      try {
        T result = fill(part, content);
        Files.move(part, target);
        return result;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The file \"" + file + "\" cannot be written: " + e.getMessage() + ". There is none now.",
          e);
    }
  }

  private static <T> T fill(Path part, Content<T> content) throws IOException, SQLException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        SealedOutput sealed =
            new SealedOutput(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        ZipOutputStream zip = new ZipOutputStream(sealed)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.setComment("0".repeat(SealedOutput.LENGTH));
      T result = content.put(new SealedZip(zip));
      zip.finish();
      sealed.seal();
      channel.force(true);
      return result;
    }
  }

  /** The length of a file in bytes. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE, "The file \"" + file + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  <T> T entry(String name, EntryContent<T> content) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(name));
    T result = content.put(zip);
    zip.closeEntry();
    return result;
  }

  void json(String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(Archive.JSON.writeValueAsBytes(value));
    zip.closeEntry();
  }
}
