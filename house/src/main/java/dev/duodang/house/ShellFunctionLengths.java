package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell function has at most 70 lines. */
final class ShellFunctionLengths implements Rule {

  private static final Pattern OPENING = Pattern.compile("^(\\w+)\\(\\) \\{.*");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    checkout.files(SourceFile::isShell).forEach(file -> checkFile(file, findings));
    return findings;
  }

  private static void checkFile(SourceFile file, List<Finding> findings) {
    List<String> lines = file.lines();
    for (int at = 0; at < lines.size(); at++) {
      Matcher opening = OPENING.matcher(lines.get(at));
      if (opening.matches()) {
        int length = lengthFrom(lines, at);
        if (length > JavaFunctionLengths.LINES_MAX) {
          findings.add(file.finding(at + 1, JavaFunctionLengths.message(opening.group(1), length)));
        }
      }
    }
  }

  private static int lengthFrom(List<String> lines, int first) {
    int at = first;
    while (at < lines.size() && !lines.get(at).startsWith("}") && !lines.get(at).endsWith("; }")) {
      at++;
    }
    return at - first + 1;
  }
}
