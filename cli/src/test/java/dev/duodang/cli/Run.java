package dev.duodang.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the command line inside a test. */
public record Run(int exitCode, String out, String err) {

  public static Run of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = Duodang.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** A path of the checkout; tests run in their module's folder. */
  public static Path checkout(String path) {
    return Path.of("..").resolve(path).normalize();
  }
}
