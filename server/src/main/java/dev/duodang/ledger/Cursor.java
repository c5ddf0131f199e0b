package dev.duodang.ledger;

import dev.duodang.ledger.Entry.Origin;
import dev.duodang.ledger.Entry.Source;
import dev.duodang.problem.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of entries ended, as a text that a client hands back. */
final class Cursor {

  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String write(Origin at) {
    String text =
        String.join(
            BETWEEN,
            at.source().name(),
            at.document(),
            String.valueOf(at.sequence()),
            String.valueOf(at.number()),
            String.valueOf(at.leg()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws dev.duodang.problem.ProblemException for anything else
   */
  static Origin read(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split(BETWEEN, -1);
      if (parts.length == 5) {
        return new Origin(
            Source.valueOf(parts[0]),
            parts[1],
            Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]),
            Integer.parseInt(parts[4]));
      }
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
    throw unknown(text);
  }

  private static RuntimeException unknown(String text) {
    return Fields.invalid(
        "after", text, "no page ended there.", "the value of next in an earlier page");
  }
}
