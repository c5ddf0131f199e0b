package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A TypeScript function has at most 70 lines. The formatter is checked in the same build, so a
 * function ends at the first line that is indented like its first one and opens nothing.
 */
final class TypeScriptFunctionLengths implements Rule {

  private static final Pattern NAMED =
      Pattern.compile(
          "^\\s*(export\\s+)?(default\\s+)?(async\\s+)?function\\b\\*?\\s*(?<name>\\w*).*");
  private static final Pattern ARROW =
      Pattern.compile("^\\s*(export\\s+)?(const\\s+)?(?<name>[\\w.]*).*=>\\s*[{(]\\s*$");
  private static final Pattern METHOD =
      Pattern.compile(
          "^\\s*(public |private |protected |static |override |async |get |set |\\*)*"
              + "(?<name>\\w+)\\s*(<[^>]*>)?\\(.*\\)?\\s*(:.*)?\\{\\s*$");
  private static final Pattern STATEMENT =
      Pattern.compile("^\\s*(\\}\\s*)?(if|for|while|switch|catch|else|do|return|try)\\b.*");
  private static final Pattern GROUP_OF_TESTS =
      Pattern.compile("^\\s*(describe|suite)(\\.\\w+)?\\(.*");
  private static final Pattern OPENS = Pattern.compile(".*(\\{|\\(|\\[|=>|<\\w*>?)\\s*$");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    checkout
        .files(SourceFile::isTypeScript)
        .filter(file -> !Generated.is(file))
        .forEach(file -> checkFile(file, findings));
    return findings;
  }

  private static void checkFile(SourceFile file, List<Finding> findings) {
    List<String> lines = file.lines();
    for (int at = 0; at < lines.size(); at++) {
      String name = nameOfFunction(lines.get(at));
      if (name != null) {
        int length = lastLine(lines, at) - at + 1;
        if (length > JavaFunctionLengths.LINES_MAX) {
          findings.add(file.finding(at + 1, JavaFunctionLengths.message(name, length)));
        }
      }
    }
  }

  /** The name of the function that begins on this line, empty for one without; else null. */
  private static @Nullable String nameOfFunction(String line) {
    if (STATEMENT.matcher(line).matches() || GROUP_OF_TESTS.matcher(line).matches()) {
      return null;
    }
    for (Pattern pattern : List.of(NAMED, ARROW, METHOD)) {
      var match = pattern.matcher(line);
      if (match.matches()) {
        return match.group("name");
      }
    }
    return null;
  }

  private static int lastLine(List<String> lines, int first) {
    int indent = indent(lines.get(first));
    for (int at = first + 1; at < lines.size(); at++) {
      String line = lines.get(at);
      if (!line.isBlank() && indent(line) <= indent && !OPENS.matcher(line).matches()) {
        return at;
      }
    }
    return lines.size() - 1;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
