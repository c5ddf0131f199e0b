package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the server must not lose, held by one server at a time.
 *
 * <p>The lock is the operating system's: it goes with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;

  static final String LOCK = "LOCK";

  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the folder, creating it if need be. A restore that ended in its last step is finished.
   *
   * @throws StartRefused if another server holds it or it cannot be written
   */
  public static DataFolder take(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        String holder = holder(channel);
        channel.close();
        throw new StartRefused(ExitCode.DATA_IN_USE, inUse(root, holder));
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
      RestoredFolder.finish(root);
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.DATA_IN_USE,
          "The data folder \"" + root + "\" cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** Takes the folder unless somebody else holds it. */
  static Optional<DataFolder> takeIfFree(Path folder) {
    try {
      return Optional.of(take(folder));
    } catch (StartRefused e) {
      if (e.getCause() == null) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Path root() {
    return root;
  }

  /** What lies in it beside its lock and what earlier restores left or put aside, sorted. */
  List<String> contents() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals(LOCK) && !name.equals("lost+found"))
          .filter(name -> !RestoredFolder.isItsOwn(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.DATA_IN_USE,
          "The data folder \"" + root + "\" cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static String inUse(Path root, String holder) {
    return "The data folder \""
        + root
        + "\" is in use by another Duodang (process "
        + holder
        + "). Stop that one, or start this one with --data ANOTHER_FOLDER.";
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return StandardCharsets.US_ASCII.decode(text.flip()).toString();
  }

  /** A folder inside, created for this user only. */
  public Path folder(String name) {
    try {
      Path folder = root.resolve(name);
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
      return folder;
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.DATA_IN_USE,
          "The folder \"" + root.resolve(name) + "\" cannot be made: " + e.getMessage(),
          e);
    }
  }

  /** The password kept under this name, made at random on first use, readable by this user only. */
  public String password(String name) {
    Path file = folder("secrets").resolve(name + ".password");
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        Path fresh = Files.createTempFile(folder("secrets"), name, ".new", OWNER_ONLY);
        Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Files.move(fresh, file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.DATABASE, "The password file \"" + file + "\": " + e.getMessage(), e);
    }
  }

  /** The file that holds it. */
  public Path passwordFile(String name) {
    password(name);
    return folder("secrets").resolve(name + ".password");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock of " + root + " cannot be released", e);
    }
  }
}
