package dev.duodang.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Runs several commands one after the other in one process, so that what a start may bring along is
 * kept of all of them. Their arguments are parted by {@code then}.
 */
public final class Training {

  private static final String THEN = "then";

  private Training() {}

  /** Ends with the exit code of the first command that fails, else with 0. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    List<String> left = Arrays.asList(arguments);
    int status = 0;
    while (!left.isEmpty() && status == 0) {
      int end = left.indexOf(THEN);
      List<String> command = end < 0 ? left : left.subList(0, end);
      left = end < 0 ? List.of() : left.subList(end + 1, left.size());
      status = Duodang.run(out, out, command.toArray(String[]::new));
    }
    System.exit(status);
  }
}
