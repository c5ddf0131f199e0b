package dev.duodang.bench.match;

import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.region.GbT2260;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rates one order after the other by 1,000 tiers: tiers, charges, modifiers and lines. */
@State(Scope.Thread)
public class RateOneOrder {

  private static final int ORDERS = MatchOneOrder.ORDERS;
  private static final RuleSet RULES = RuleSet.of(998);

  private int next;
  private Facts[] facts = {};
  private final Rater rater = new Rater(CompiledBook.of(RULES.fullBook(), GbT2260.tree()));

  @Setup
  public void makeOrders() {
    List<Work> works = RULES.works(ORDERS);
    facts = IntStream.range(0, ORDERS).mapToObj(i -> works.get(i).facts(i)).toArray(Facts[]::new);
  }

  @Benchmark
  public Rated rate() {
    next = (next + 1) & (ORDERS - 1);
    return rater.rate(facts[next], Bases.NONE, Tallies.NONE);
  }
}
