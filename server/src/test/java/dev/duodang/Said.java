package dev.duodang;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the program for the whole database said, run in this JVM. */
record Said(int exitCode, String out, String err) {

  static Said of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new BackupProgram(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(arguments);
    return new Said(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same with the settings of a database behind the words. */
  static Said of(String[] settings, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(settings));
    return of(all.toArray(String[]::new));
  }
}
