package dev.duodang.house;

import java.util.List;
import java.util.Set;

/** A source file has at most 500 lines, tests too. */
final class FileLengths implements Rule {

  private static final int LINES_MAX = 500;
  private static final Set<String> ENDINGS =
      Set.of("java", "ts", "tsx", "mjs", "js", "css", "sql", "sh");

  @Override
  public List<Finding> check(Checkout checkout) {
    return checkout
        .files(FileLengths::isMeasured)
        .filter(file -> file.lines().size() > LINES_MAX)
        .map(
            file ->
                file.finding(
                    LINES_MAX + 1,
                    "the file has %d lines, at most %d are allowed; give a part of it a name and a file"
                        .formatted(file.lines().size(), LINES_MAX)))
        .toList();
  }

  private static boolean isMeasured(SourceFile file) {
    String ending = file.path().substring(file.path().lastIndexOf('.') + 1);
    return (ENDINGS.contains(ending) || file.isShell()) && !Generated.is(file);
  }
}
