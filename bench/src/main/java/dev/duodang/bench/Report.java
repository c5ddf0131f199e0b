package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What a benchmark found.
 *
 * @param title one line
 * @param body Markdown: what was done, the figures, what they mean
 */
record Report(String title, String body) {

  /** Writes {@code bench/results/NAME-DATE.md}, and returns its text. */
  String write(Workplace workplace, String name, LocalDate today) throws IOException {
    String text =
        """
        # %s

        %s · %s · commit %s · `./duodang bench %s`

        %s
        """
            .formatted(
                title, today, Machine.here().describe(), commit(workplace), name, body.strip());
    Path file = workplace.results().resolve(name + "-" + today + ".md");
    Files.writeString(file, text);
    return text;
  }

  private static String commit(Workplace workplace) {
    String root = workplace.root().toString();
    String commit = Machine.output("git", "-C", root, "rev-parse", "--short=10", "HEAD");
    String changed =
        Machine.output("git", "-C", root, "status", "--porcelain", "--untracked-files=no");
    return changed.equals("unknown") ? commit : commit + " with changes";
  }
}
