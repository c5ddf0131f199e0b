package dev.duodang.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link from one page of the repository to another leads somewhere. */
final class RelativeLinks implements Rule {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#:]+)(#[^)\\s]*)?\\)");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    checkout
        .files(SourceFile::isMarkdown)
        .forEach(
            file -> {
              List<String> lines = file.lines();
              for (int at = 0; at < lines.size(); at++) {
                checkLine(checkout, file, at + 1, lines.get(at), findings);
              }
            });
    return findings;
  }

  private static void checkLine(
      Checkout checkout, SourceFile file, int line, String text, List<Finding> findings) {
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String target = Path.of(file.folder()).resolve(link.group(1)).normalize().toString();
      if (!target.isEmpty() && !checkout.has(target.replace('\\', '/'))) {
        findings.add(file.finding(line, "the link \"" + link.group(1) + "\" leads nowhere"));
      }
    }
  }
}
