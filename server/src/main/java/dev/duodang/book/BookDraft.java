package dev.duodang.book;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.region.RegionTree;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version to be.
 *
 * @param book as a value
 * @param source as a text, with its author's comments where it came as one
 */
public record BookDraft(PriceBook book, String source) {

  private static final Pattern VALID_FROM = Pattern.compile("(?m)^validFrom:[ \\t]*[\\d-]{10}");

  /** The same from another day on; of the text no other line changes, where that can be done. */
  BookDraft validFrom(LocalDate day, RegionTree tree) {
    if (day.equals(book.validFrom())) {
      return this;
    }
    PriceBook dated = BookDates.validFrom(book, day);
    Matcher line = VALID_FROM.matcher(source);
    if (line.find()) {
      String text = line.replaceFirst("validFrom: " + day);
      if (BookReader.of(tree, CelExpressions.INSTANCE).read(text) instanceof BookReading.Read read
          && read.book().equals(dated)) {
        return new BookDraft(dated, text);
      }
    }
    return new BookDraft(dated, BookWriter.yaml(dated));
  }
}
