package dev.duodang.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A decision record is numbered once, dated, and says context, decision and consequences. */
final class DecisionRecords implements Rule {

  private static final String FOLDER = "docs/decisions";
  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
  private static final Map<String, Pattern> PARTS =
      Map.of(
          "# Title", Pattern.compile("(?m)\\A# \\S"),
          "Date: YYYY-MM-DD", Pattern.compile("(?m)^Date: \\d{4}-\\d{2}-\\d{2}$"),
          "Status: accepted, or superseded by NNNN",
              Pattern.compile("(?m)^Status: (proposed|accepted|superseded by \\d{4})$"),
          "## Context", Pattern.compile("(?m)^## Context$\\s+\\S"),
          "## Decision", Pattern.compile("(?m)^## Decision$\\s+\\S"),
          "## Consequences", Pattern.compile("(?m)^## Consequences$\\s+\\S"));

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    Map<String, SourceFile> byNumber = new HashMap<>();
    checkout
        .files(file -> file.folder().equals(FOLDER) && !file.name().equals("README.md"))
        .forEach(
            file -> {
              Matcher name = NAME.matcher(file.name());
              if (!name.matches()) {
                findings.add(
                    file.finding(1, "a record is named like \"0007-what-was-decided.md\""));
                return;
              }
              SourceFile other = byNumber.putIfAbsent(name.group(1), file);
              if (other != null) {
                findings.add(file.finding(1, "the number is taken by " + other.name()));
              }
              checkParts(file, findings);
            });
    return findings;
  }

  private static void checkParts(SourceFile file, List<Finding> findings) {
    PARTS.forEach(
        (part, pattern) -> {
          if (!pattern.matcher(file.text()).find()) {
            findings.add(file.finding(1, "the record has no \"" + part + "\""));
          }
        });
  }
}
