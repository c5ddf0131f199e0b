package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.PriceBook;
import java.util.List;

/** What came of reading the text of a book. */
public sealed interface BookReading {

  /** The text is a book. */
  record Read(PriceBook book) implements BookReading {}

  /** The text is not a book; every mistake found, at least one, in the order of the text. */
  record Refused(List<BookProblem> problems) implements BookReading {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
