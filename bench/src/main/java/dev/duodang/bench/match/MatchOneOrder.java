package dev.duodang.bench.match;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Match;
import dev.duodang.pricing.rating.Matcher;
import dev.duodang.pricing.region.GbT2260;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finds the tier of one order after the other, by the engine and by a look at every rule. */
@State(Scope.Thread)
public class MatchOneOrder {

  /** A power of two, so that the next order is a mask away. */
  static final int ORDERS = 4096;

  @Param({"100", "1000", "10000"})
  private int tiers;

  private int next;
  private List<Work> works = List.of();
  private Facts[] facts = {};
  private RuleSet rules = new RuleSet(List.of());
  private Matcher matcher = matcher(RuleSet.of(100));

  @Setup
  public void makeOrders() {
    rules = RuleSet.of(tiers);
    works = rules.works(ORDERS);
    facts = IntStream.range(0, ORDERS).mapToObj(i -> works.get(i).facts(i)).toArray(Facts[]::new);
    matcher = matcher(rules);
  }

  static Matcher matcher(RuleSet rules) {
    return new Matcher(CompiledBook.of(rules.book(), GbT2260.tree()), CategoryId.of("labour"));
  }

  @Benchmark
  public Match duodang() {
    next = (next + 1) & (ORDERS - 1);
    return matcher.match(facts[next], 0);
  }

  @Benchmark
  public int scan() {
    next = (next + 1) & (ORDERS - 1);
    return rules.winner(works.get(next));
  }
}
