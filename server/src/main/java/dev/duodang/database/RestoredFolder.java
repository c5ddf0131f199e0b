package dev.duodang.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a data folder becomes what was restored, in one step.
 *
 * <p>The restore is put together in {@code restoring} inside the folder, so that it lies on the
 * same disk and the folder may be a mount. Giving it the name {@code restored} is the one moment in
 * which it counts; moving its parts up is finished by whoever takes the folder next.
 */
final class RestoredFolder {

  static final String UNFINISHED = "restoring";

  private static final String FINISHED = "restored";
  private static final String ASIDE = "before-restore-";
  private static final String NAME_OF_ASIDE = "ASIDE";

  private RestoredFolder() {}

  static boolean isItsOwn(String name) {
    return name.equals(UNFINISHED) || name.equals(FINISHED) || name.startsWith(ASIDE);
  }

  /** From now on the folder holds what was restored. What it held lies in the folder returned. */
  static Path adopt(Path root) throws IOException {
    int number = 1;
    while (Files.exists(root.resolve(ASIDE + number))) {
      number++;
    }
    Path unfinished = root.resolve(UNFINISHED);
    Files.deleteIfExists(unfinished.resolve(DataFolder.LOCK));
    Files.writeString(unfinished.resolve(NAME_OF_ASIDE), ASIDE + number);
    force(unfinished.resolve(NAME_OF_ASIDE), StandardOpenOption.WRITE);
    force(unfinished, StandardOpenOption.READ);
    Files.move(unfinished, root.resolve(FINISHED), StandardCopyOption.ATOMIC_MOVE);
    force(root, StandardOpenOption.READ);
    finish(root);
    return root.resolve(ASIDE + number);
  }

  /** Moves up what is still to be moved; a part that is still below has not been. */
  static void finish(Path root) throws IOException {
    Path finished = root.resolve(FINISHED);
    if (!Files.exists(finished)) {
      return;
    }
    Path name = finished.resolve(NAME_OF_ASIDE);
    if (Files.exists(name)) {
      Path aside = root.resolve(Files.readString(name));
      for (Path part : parts(finished)) {
        Path place = root.resolve(String.valueOf(part.getFileName()));
        if (Files.exists(place)) {
          Files.createDirectories(aside);
          Files.move(place, aside.resolve(place.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      }
      force(root, StandardOpenOption.READ);
      Files.delete(name);
    }
    Files.delete(finished);
  }

  private static List<Path> parts(Path finished) throws IOException {
    try (Stream<Path> parts = Files.list(finished)) {
      return parts.filter(part -> !part.endsWith(NAME_OF_ASIDE)).sorted().toList();
    }
  }

  /** A renamed file is safe when the folder that names it is on the disk. */
  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
