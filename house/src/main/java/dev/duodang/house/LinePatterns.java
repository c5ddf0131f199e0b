package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds patterns line by line; each pattern has the sentence that says what to do instead. */
record LinePatterns(Map<Pattern, String> patterns) {

  LinePatterns {
    patterns = Map.copyOf(patterns);
  }

  List<Finding> in(Checkout checkout, Predicate<SourceFile> which) {
    List<Finding> findings = new ArrayList<>();
    checkout.files(which).forEach(file -> search(file, findings));
    return findings;
  }

  private void search(SourceFile file, List<Finding> findings) {
    List<String> lines = file.lines();
    for (int at = 0; at < lines.size(); at++) {
      for (Map.Entry<Pattern, String> pattern : patterns.entrySet()) {
        Matcher match = pattern.getKey().matcher(lines.get(at));
        if (match.find()) {
          findings.add(file.finding(at + 1, "\"" + match.group() + "\": " + pattern.getValue()));
        }
      }
    }
  }
}
