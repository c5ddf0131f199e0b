package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Tier;
import java.util.List;

/** What came of reading the text of one tier. */
public sealed interface TierReading {

  /** The text is a tier of the book. */
  record Read(Tier tier) implements TierReading {}

  /** The text is not a tier; every mistake found, at least one, in the order of the text. */
  record Refused(List<BookProblem> problems) implements TierReading {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
