package dev.duodang.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Backups that are not as they were made, for tests. */
public final class Damage {

  private Damage() {}

  /** A copy with another head, sealed anew: what another version of the program might write. */
  public static void withHead(Path backup, Path copy, UnaryOperator<String> change)
      throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile());
        SealedOutput sealed =
            new SealedOutput(new BufferedOutputStream(Files.newOutputStream(copy)));
        ZipOutputStream out = new ZipOutputStream(sealed)) {
      out.setComment("0".repeat(SealedOutput.LENGTH));
      for (ZipEntry entry : zip.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = bytes(zip, entry);
        String text = new String(bytes, StandardCharsets.UTF_8);
        out.write(
            entry.getName().equals(Archive.HEAD)
                ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                : bytes);
        out.closeEntry();
      }
      out.finish();
      sealed.seal();
    }
  }

  /** The rows of all tables, sorted, which two backups of the same content share. */
  public static String rows(Path backup) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().startsWith(Archive.TABLES)) {
          String rows = new String(bytes(zip, entry), StandardCharsets.UTF_8);
          all.append(entry.getName()).append('\n');
          all.append(rows.lines().sorted().collect(Collectors.joining("\n"))).append('\n');
        }
      }
    }
    return all.toString();
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
