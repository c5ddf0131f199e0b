package dev.duodang.pricing.sample;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Books of tests: as text beside the test, or as files of the checkout. */
public final class BookText {

  /** A book of headquarters→partner without any part. */
  public static final String HEAD =
      """
      book: sample
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      """;

  private BookText() {}

  /** A book of headquarters→partner with the parts given. */
  public static CompiledBook compiled(String parts) {
    return compile(book(whole(parts)));
  }

  /** The text of a book of headquarters→partner with the parts given; they start on line 6. */
  public static String whole(String parts) {
    return HEAD + parts;
  }

  public static CompiledBook compile(PriceBook book) {
    return CompiledBook.of(book, GbT2260.tree(), ToyExpressions.TOY);
  }

  /** The book of a whole text. */
  public static PriceBook book(String text) {
    return switch (BookReader.of(GbT2260.tree(), ToyExpressions.TOY).read(text)) {
      case BookReading.Read read -> read.book();
      case BookReading.Refused refused ->
          throw new AssertionError("the sample is no book: " + refused.problems());
    };
  }

  /** The book of a file, by its path from the root of the checkout. */
  public static PriceBook file(String path) {
    return book(text(path));
  }

  /** The text of a file of the checkout. */
  public static String text(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The root of the checkout: tests run in the folder of their module. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("templates")) ? here : here.getParent();
  }
}
