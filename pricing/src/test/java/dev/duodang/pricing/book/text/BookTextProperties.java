package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.ToyExpressions;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written reads back equal, whatever a book says. */
class BookTextProperties {

  private static final BookReader READER = BookReader.of(GbT2260.tree(), ToyExpressions.ANYTHING);

  @Property(tries = 400, seed = "20260101")
  void whatIsWrittenReadsBackEqual(@ForAll long seed) {
    PriceBook book = new RandomBooks(seed).book();
    String yaml = BookWriter.yaml(book);

    assertThat(READER.read(yaml)).as(yaml).isEqualTo(new BookReading.Read(book));
  }

  @Property(tries = 200, seed = "20260102")
  void theTreeReadsBackEqualAsJson(@ForAll long seed) {
    PriceBook book = new RandomBooks(seed).book();
    String json = json(BookWriter.tree(book));

    assertThat(READER.read(json)).as(json).isEqualTo(new BookReading.Read(book));
  }

  @Property(tries = 200, seed = "20260103")
  void aTierReadsBackEqualAgainstItsBook(@ForAll long seed) {
    PriceBook book = new RandomBooks(seed).book();
    for (Tier tier : book.tiers()) {
      String yaml = BookWriter.yaml(tier);

      assertThat(READER.readTier(yaml, book)).as(yaml).isEqualTo(new TierReading.Read(tier));
      assertThat(READER.readTier(json(BookWriter.tree(tier)), book))
          .isEqualTo(new TierReading.Read(tier));
    }
  }

  @Property(tries = 100, seed = "20260104")
  void writingTwiceGivesTheSameText(@ForAll long seed) {
    assertThat(BookWriter.yaml(new RandomBooks(seed).book()))
        .isEqualTo(BookWriter.yaml(new RandomBooks(seed).book()));
  }

  static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> list ->
          list.stream().map(BookTextProperties::json).collect(Collectors.joining(", ", "[", "]"));
      default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }
}
