package dev.duodang.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the documentation is a book, and prices as it says. */
class DocumentedExampleTest {

  private static final String HEAD =
      """
      book: sample
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      measures: {weight: {name: 重量, unit: kg}}
      categories: {labour: {name: 人工, per: item}}
      """;

  private static String example() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "price-books.md"));
    String section = text.substring(text.indexOf("## Expressions"));
    int start = section.indexOf("```yaml\n") + "```yaml\n".length();
    return section.substring(start, section.indexOf("```", start));
  }

  private static CompiledBook book(String tiers) {
    BookReader reader = BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE);
    PriceBook book =
        switch (reader.read(HEAD + tiers)) {
          case BookReading.Read read -> read.book();
          case BookReading.Refused refused -> throw new AssertionError(refused.problems());
        };
    return CompiledBook.of(book, GbT2260.tree(), CelExpressions.INSTANCE);
  }

  @Test
  void theDocumentedBookPricesTwoPeopleForAHeavyLoad() throws IOException {
    Rated rated =
        new Rater(book(example()))
            .rate(
                dev.duodang.pricing.rating.Facts.of(
                    Sample.facts().order(),
                    new Resolution.Unknown(),
                    Instant.parse("2026-11-20T00:00:00Z")),
                Bases.NONE,
                Tallies.NONE);
    assertThat(rated.holds()).isEmpty();
    assertThat(rated.lines())
        .extracting(line -> line.label() + " " + line.amount())
        .containsExactly("双人作业 260.00");
  }

  @Test
  void nothingIsWrongWithTheDocumentedBook() throws IOException {
    List<Finding> found = Proof.of(book(example())).all();
    assertThat(found).extracting(Finding::kind).containsOnly(Finding.Kind.REACH_BY_EXPRESSION);
  }
}
