package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;

/** The repository and each module has a README of at most 40 lines; the root names all modules. */
final class Readmes implements Rule {

  private static final int LINES_MAX = 40;

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    List<String> paths = new ArrayList<>(List.of("README.md", "README.zh.md"));
    checkout.modules().forEach(module -> paths.add(module + "/README.md"));
    for (String path : paths) {
      checkout
          .file(path)
          .ifPresentOrElse(
              readme -> checkLength(readme, findings),
              () -> findings.add(new Finding(path, 1, "there is no README; say what this is")));
    }
    for (String path : List.of("README.md", "README.zh.md")) {
      checkout.file(path).ifPresent(readme -> checkLadder(readme, checkout.modules(), findings));
    }
    return findings;
  }

  private static void checkLength(SourceFile readme, List<Finding> findings) {
    int lines = readme.lines().size();
    if (lines > LINES_MAX) {
      findings.add(
          readme.finding(
              LINES_MAX + 1,
              "the README has %d lines, at most %d are allowed; move a part to docs/"
                  .formatted(lines, LINES_MAX)));
    }
  }

  private static void checkLadder(SourceFile readme, List<String> modules, List<Finding> findings) {
    for (String module : modules) {
      if (!readme.text().contains("](" + module + ")")) {
        findings.add(readme.finding(1, "the ladder does not link the module \"" + module + "\""));
      }
    }
  }
}
