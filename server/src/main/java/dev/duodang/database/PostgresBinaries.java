package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL for this machine, unpacked once from the archive on the class path.
 */
final class PostgresBinaries {

  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  /** The folder with {@code bin/postgres}, unpacked below {@code folder} if it is not there yet. */
  static Path unpackedBelow(Path folder) {
    String archive = archiveName();
    Path home = folder.resolve(archive.replace(".txz", ""));
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, "unpacking-");
      unpack(archive, fresh);
      deleteTree(home);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
      return home;
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.DATABASE,
          "The programs of PostgreSQL cannot be unpacked into \""
              + folder
              + "\": "
              + e.getMessage(),
          e);
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String arm = processor.equals("aarch64") ? "arm_64" : "x86_64";
    if (system.contains("linux")) {
      return "postgres-linux-" + arm + ".txz";
    }
    if (system.contains("mac")) {
      return "postgres-darwin-" + arm + ".txz";
    }
    throw new StartRefused(
        ExitCode.DATABASE,
        "The embedded PostgreSQL runs on Linux and macOS, this is \""
            + system
            + "\". Name a PostgreSQL 18 with DUODANG_DATABASE_URL.");
  }

  private static void unpack(String archive, Path folder) throws IOException {
    InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive);
    if (packed == null) {
      throw new IOException("\"" + archive + "\" is not on the class path");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("\"" + entry.getName() + "\" leads out of its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Deletes a folder and what is in it; a folder that is not there is fine. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder()).forEach(PostgresBinaries::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
