package dev.duodang.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a program with an environment of its own. */
final class Shell {

  /** What the program wrote, and its exit code. */
  record Outcome(int exitCode, String out, String err) {}

  private Shell() {}

  static Path checkout() throws IOException {
    return Path.of("..").toRealPath();
  }

  static Outcome run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int exitCode = builder.start().waitFor();
      return new Outcome(exitCode, read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** A folder with links to the named programs, so that PATH holds nothing else. */
  static Path programs(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      Files.createSymbolicLink(folder.resolve(name), onPath(name));
    }
    return folder;
  }

  private static Path onPath(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no program " + name + " on PATH"));
  }

  static Path script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toList());
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("could not make " + file + " executable");
    }
    return file;
  }

  static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
