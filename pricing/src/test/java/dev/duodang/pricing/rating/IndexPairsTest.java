package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.sample.ToyExpressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every order against every book of a round, by the index and by a look at every tier. The number
 * of pairs is {@code -Dduodang.pairs}; {@code ./duodang bench index-pairs} asks for millions.
 */
class IndexPairsTest {

  private static final long SEED = 20_261_128;
  private static final int BOOKS = 40;
  private static final int ORDERS = 500;
  private static final int TIERS_MAX = 40;
  private static final int DIFFERENCES_SHOWN = 10;
  private static final List<String> PLACES =
      List.of("110105", "310115", "330110", "440304", "440305", "441900");

  private long pairs;
  private long won;
  private final List<String> differences = new ArrayList<>();

  @Test
  void theIndexFindsWhatALookAtEveryTierFinds() throws IOException {
    long wanted = Long.getLong("duodang.pairs", 100_000);
    for (int round = 0; pairs < wanted && differences.size() < DIFFERENCES_SHOWN; round++) {
      compare(round, wanted);
    }
    Files.writeString(
        Path.of("target", "index-pairs.txt"),
        "seed=%d%npairs=%d%nwon=%d%ndifferences=%s%n".formatted(SEED, pairs, won, differences));
    assertThat(differences).as("seed %d", SEED).isEmpty();
    assertThat(won).isGreaterThan(pairs / 4);
  }

  private void compare(int round, long wanted) {
    Random random = new Random(SEED + round);
    List<PriceBook> books =
        IntStream.range(0, BOOKS)
            .mapToObj(_ -> new RandomBooks(random).book(2 + random.nextInt(TIERS_MAX)))
            .toList();
    List<WorkOrder> orders = IntStream.range(0, ORDERS).mapToObj(_ -> order(random)).toList();
    WorkOrder related = Pools.order(random);
    for (PriceBook book : books) {
      CompiledBook compiled = CompiledBook.of(book, GbT2260.tree(), ToyExpressions.TOY);
      Matcher items = new Matcher(compiled, CategoryId.of("item"));
      Matcher whole = new Matcher(compiled, CategoryId.of("order"));
      for (int i = 0; i < ORDERS && pairs < wanted; i++) {
        WorkOrder other = i % 3 == 0 ? related : null;
        Set<String> expected = IndexProperties.expected(book, orders.get(i), other);
        if (!expected.equals(Set.of("FACT_MISSING"))) {
          Facts facts = IndexProperties.facts(orders.get(i), other);
          Set<String> found = MatcherProperties.matched(items, whole, facts);
          pairs++;
          won += found.isEmpty() ? 0 : 1;
          if (!found.equals(expected)) {
            differences.add("round %d, order %d: %s, not %s".formatted(round, i, found, expected));
          }
        }
      }
    }
  }

  private static WorkOrder order(Random random) {
    Place place = new Place(null, RegionCode.of(Pools.any(random, PLACES)));
    return Pools.order(random).toBuilder().place(place).build();
  }
}
