package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module depends only on the modules below it; the command line never on the server. */
final class ModuleLadder implements Rule {

  private static final Map<String, Set<String>> BELOW =
      Map.of(
          "house", Set.of(),
          "pricing", Set.of(),
          "expressions", Set.of("pricing"),
          "intake", Set.of("pricing"),
          "cli", Set.of("pricing", "expressions", "intake"),
          "server", Set.of("pricing", "expressions", "intake"),
          "bench", Set.of("pricing", "expressions", "intake", "cli", "server"));
  private static final Pattern OURS = Pattern.compile("<artifactId>duodang-(\\w+)</artifactId>");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    checkout
        .files(file -> file.path().matches("[^/]+/pom\\.xml"))
        .forEach(pom -> checkPom(pom, findings));
    return findings;
  }

  private static void checkPom(SourceFile pom, List<Finding> findings) {
    Set<String> below = BELOW.get(pom.module());
    if (below == null) {
      findings.add(
          pom.finding(1, "the ladder has no place for the module \"" + pom.module() + "\""));
      return;
    }
    List<String> lines = pom.lines();
    for (int at = 0; at < lines.size(); at++) {
      Matcher ours = OURS.matcher(lines.get(at));
      if (ours.find() && !ours.group(1).equals(pom.module()) && !below.contains(ours.group(1))) {
        findings.add(
            pom.finding(
                at + 1,
                "\"%s\" may not depend on \"%s\"; below it are %s"
                    .formatted(pom.module(), ours.group(1), below.stream().sorted().toList())));
      }
    }
  }
}
