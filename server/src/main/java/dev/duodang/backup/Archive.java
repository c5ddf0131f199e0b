package dev.duodang.backup;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with rows that was found whole: a zip archive of {@code head.json}, a text for each table
 * in PostgreSQL's COPY format, files, and {@code end.json}, sealed with a checksum in its last 64
 * bytes.
 */
final class Archive implements AutoCloseable {

  static final String HEAD = "head.json";
  static final String END = "end.json";
  static final String TABLES = "tables/";
  static final String FILES = "files/";
  static final JsonMapper JSON = new JsonMapper();

  private static final int BUFFER = 1 << 16;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** What stands last: rows of each table. */
  record End(Map<String, Long> rows) {
    End {
      rows = Map.copyOf(rows);
    }
  }

  private final ZipFile zip;
  private final String seal;
  private final Head head;
  private final End end;

  private Archive(ZipFile zip, String seal, Head head, End end) {
    this.zip = zip;
    this.seal = seal;
    this.head = head;
    this.end = end;
  }

  static String tableEntry(String table) {
    return TABLES + table + ".txt";
  }

  /**
   * Reads the file from end to end, then its head.
   *
   * @throws StartRefused if it is no backup, is damaged or cut, or of a format that is not known
   */
  static Archive open(Path file) {
    try {
      String seal = requireWhole(file);
      ZipFile zip = new ZipFile(file.toFile());
      try {
        int format = JSON.readTree(bytes(zip, HEAD)).path("format").asInt(-1);
        if (format != Head.FORMAT) {
          throw refused(
              file,
              "is of format %d, this program reads format %d; restore it with the version that made it or a newer one"
                  .formatted(format, Head.FORMAT));
        }
        return new Archive(
            zip,
            seal,
            JSON.readValue(bytes(zip, HEAD), Head.class),
            JSON.readValue(bytes(zip, END), End.class));
      } catch (JacksonException | IOException | StartRefused e) {
        zip.close();
        throw e;
      }
    } catch (JacksonException | IOException e) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE, "The file \"" + file + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  private static StartRefused refused(Path file, String what) {
    return new StartRefused(
        ExitCode.BACKUP_FILE, "The file \"" + file + "\" " + what + ". Nothing was changed.");
  }

  private static String requireWhole(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refused(file, "is not there or is no file");
    }
    long sealed = Files.size(file) - SealedOutput.LENGTH;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      in.mark(ZIP.length);
      boolean isZip = Arrays.equals(in.readNBytes(ZIP.length), ZIP);
      if (!isZip) {
        throw refused(file, "is no backup of Duodang, or is damaged at its first bytes");
      }
      in.reset();
      MessageDigest digest = SealedOutput.sha256();
      byte[] buffer = new byte[BUFFER];
      for (long left = sealed; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw refused(file, "became shorter while it was read");
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      byte[] seal = SealedOutput.seal(digest);
      if (!Arrays.equals(in.readAllBytes(), seal)) {
        throw refused(
            file,
            "is damaged or cut: its last %d bytes are not the checksum of the %d bytes before them"
                .formatted(SealedOutput.LENGTH, Math.max(sealed, 0)));
      }
      return new String(seal, StandardCharsets.US_ASCII);
    }
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The checksum of the file, which no other has. */
  String seal() {
    return seal;
  }

  Head head() {
    return head;
  }

  End end() {
    return end;
  }

  long rows() {
    return end.rows().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether as many rows of a table came as the file says. */
  void requireRows(String table, long found) throws IOException {
    long expected = end.rows().getOrDefault(table, 0L);
    if (found != expected) {
      throw new IOException(
          "table %s has %d rows where the file says %d".formatted(table, found, expected));
    }
  }

  InputStream table(String table) throws IOException {
    return open(tableEntry(table));
  }

  /** Names of the files beside the database, each below {@link #FILES}. */
  List<String> files() {
    return zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(FILES)).toList();
  }

  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    return new BufferedInputStream(zip.getInputStream(entry), BUFFER);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
