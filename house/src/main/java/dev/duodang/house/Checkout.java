package dev.duodang.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that belong to the repository, read once. */
final class Checkout {

  private static final int TEXT_BYTES_MAX = 2_000_000;
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "build", "node_modules", "dist", "duodang-data", "test-results");

  private final TreeMap<String, SourceFile> files = new TreeMap<>();
  private final List<JavaUnit> javaUnits;

  private Checkout(Collection<SourceFile> files) {
    files.forEach(file -> this.files.put(file.path(), file));
    this.javaUnits = JavaUnit.parse(files.stream().filter(SourceFile::isJava).toList());
  }

  static Checkout of(SourceFile... files) {
    return new Checkout(List.of(files));
  }

  /** Reads the files that Git tracks or would add; all files where there is no Git. */
  static Checkout read(Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String path : listed(root)) {
      Path file = root.resolve(path);
      if (Files.isRegularFile(file)) {
        files.add(new SourceFile(path, textOf(file)));
      }
    }
    return new Checkout(files);
  }

  Stream<SourceFile> files(Predicate<SourceFile> which) {
    return files.values().stream().filter(which);
  }

  Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Whether a file or folder of this path is there. */
  boolean has(String path) {
    String first = files.ceilingKey(path + "/");
    return files.containsKey(path) || (first != null && first.startsWith(path + "/"));
  }

  /** Folders at the root that hold a Maven or npm module. */
  List<String> modules() {
    return files(file -> file.path().matches("[^/]+/(pom\\.xml|package\\.json)"))
        .map(SourceFile::module)
        .distinct()
        .toList();
  }

  List<JavaUnit> javaUnits() {
    return javaUnits;
  }

  private static List<String> listed(Path root) throws IOException {
    return Files.exists(root.resolve(".git")) ? listedByGit(root) : walked(root);
  }

  private static List<String> listedByGit(Path root) throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (git.waitFor() != 0) {
        throw new IOException("git ls-files failed in " + root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git listed the files", e);
    }
    return Stream.of(out.split("\0", -1)).filter(path -> !path.isEmpty()).distinct().toList();
  }

  private static List<String> walked(Path root) throws IOException {
    List<String> paths = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(root.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  private static String textOf(Path file) {
    try {
      if (Files.size(file) > TEXT_BYTES_MAX) {
        return "";
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.indexOf('\0') < 0 ? text : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
