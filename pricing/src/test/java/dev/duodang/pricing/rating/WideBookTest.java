package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Books of as many tiers as fill a word of a bitmap, or a word of its summary, or one more or less.
 * Tier {@code k} is for product {@code p<k>} at night; the last of all is for anything.
 */
class WideBookTest {

  private static final int WORD = 64;
  private static final int SUMMARY = WORD * WORD;

  private static CompiledBook book(int tiers) {
    String night =
        IntStream.range(0, tiers - 1)
            .mapToObj(
                k ->
                    "  - {tier: t%d, category: fee, priority: %d, when: {product: p%d, region: '440300', completed: {hours: 22:00-06:00}}, charge: {flat: 1}}%n"
                        .formatted(k, tiers - k, k))
            .collect(Collectors.joining());
    return BookText.compiled(
        "categories: {fee: {per: item}}\ntiers:\n"
            + night
            + "  - {tier: rest, category: fee, priority: 0, when: {brand: A}, charge: {flat: 1}}\n");
  }

  private static String match(Matcher book, Desk desk, String order) {
    return switch (book.match(desk.facts(OrderText.parse(order)), 0)) {
      case Match.Won(var tier) -> tier.id().text();
      case Match.Nothing _ -> "nothing";
      case Match.RegionOpen _ -> "open";
      case Match.ExpressionOpen _ -> "expression open";
    };
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        2,
        WORD - 1,
        WORD,
        WORD + 1,
        2 * WORD,
        2 * WORD + 1,
        SUMMARY - 1,
        SUMMARY,
        SUMMARY + 1,
        SUMMARY + WORD + 1
      })
  void eachTierIsFoundAtItsPlaceAndNoneBeyondTheLast(int tiers) {
    CompiledBook compiled = book(tiers);
    Matcher book = new Matcher(compiled, CategoryId.of("fee"));
    Desk desk = Desk.of(compiled);
    for (int k : new int[] {0, 1, WORD - 2, WORD - 1, WORD, SUMMARY - 1, SUMMARY, tiers - 2}) {
      if (k < tiers - 1) {
        String order = "region=440305 brand=A qty=1 product=p" + k;
        assertThat(match(book, desk, order + " completed=2026-11-20T23:00")).isEqualTo("t" + k);
        // By day its tier fails last of all, and the search goes on to the end.
        assertThat(match(book, desk, order + " completed=2026-11-20T14:00")).isEqualTo("rest");
        String elsewhere = "brand=A qty=1 product=p" + k + " completed=2026-11-20T23:00 region=";
        assertThat(match(book, desk, elsewhere + "110105")).isEqualTo("rest");
        assertThat(match(book, desk, elsewhere + "440000")).isEqualTo("open");
        assertThat(match(book, desk, elsewhere.replace("brand=A", "brand=B") + "440305"))
            .isEqualTo("t" + k);
      }
    }
    assertThat(match(book, desk, "region=440305 brand=A qty=1 product=other")).isEqualTo("rest");
    assertThat(match(book, desk, "region=440305 brand=B qty=1 product=other")).isEqualTo("nothing");
    assertThat(match(book, desk, "region=440000 brand=B qty=1 product=other")).isEqualTo("nothing");
  }
}
