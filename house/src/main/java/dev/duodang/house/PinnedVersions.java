package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every version is written once: Maven's in the root pom's properties, npm's exactly. */
final class PinnedVersions implements Rule {

  private static final Pattern LITERAL = Pattern.compile("<version>(?!\\$\\{|\\[)[^<]*</version>");
  private static final Pattern OUR_OWN =
      Pattern.compile("<version>\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?</version>");
  private static final Pattern RANGE =
      Pattern.compile("\"[^\"]+\": \"([~^*]|latest|>=?\\d[^\"]*\\|\\|)[^\"]*\"");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    checkout.files(file -> file.name().equals("pom.xml")).forEach(file -> checkPom(file, findings));
    findings.addAll(
        new LinePatterns(Map.of(RANGE, "write the exact version"))
            .in(checkout, file -> file.name().equals("package.json")));
    return findings;
  }

  /**
   * The first literal version of a pom is that of the project or its parent; there is no other.
   * What begins with a bracket is a range that the enforcer checks.
   */
  private static void checkPom(SourceFile pom, List<Finding> findings) {
    boolean own = false;
    List<String> lines = pom.lines();
    for (int at = 0; at < lines.size(); at++) {
      if (!LITERAL.matcher(lines.get(at)).find()) {
        continue;
      }
      if (own || !OUR_OWN.matcher(lines.get(at)).find()) {
        findings.add(
            pom.finding(
                at + 1, "\"" + lines.get(at).strip() + "\": make it a property of the root pom"));
      }
      own = true;
    }
  }
}
