package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.sample.OrderText;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Shares of a line are the line, and what takes it back takes the same from each. */
class SharesProperties {

  private static final Relation ENGINEERS = Relation.parse("headquarters→engineer");

  /** One to six handlers, some of them twice, with weights of up to two decimals. */
  private static WorkOrder order(Random random) {
    String handlers =
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(
                i ->
                    "E%d:%d.%02d"
                        .formatted(
                            random.nextInt(4),
                            random.nextInt(5) + (i == 0 ? 1 : 0),
                            random.nextInt(100)))
            .collect(Collectors.joining(","));
    return OrderText.parse("handlers=" + handlers);
  }

  @Property(tries = 2_000, seed = "2007")
  void sharesAddUpToTheLineAndAReversalTakesBackEachShare(
      @ForAll long seed, @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long minor) {
    WorkOrder order = order(new Random(seed));
    Money line = new Money(minor, Currency.CNY);
    Map<PartyId, Money> shares = Shares.of(ENGINEERS, order, line);
    Map<PartyId, Money> back = Shares.of(ENGINEERS, order, line.negate());
    assertThat(shares.values().stream().reduce(Money.zero(Currency.CNY), Money::plus))
        .isEqualTo(line);
    assertThat(back.keySet()).isEqualTo(shares.keySet());
    shares.forEach(
        (handler, share) -> {
          assertThat(share.plus(back.get(handler)).minor()).as("%s", handler).isZero();
          assertThat(share.minor() == 0 || Long.signum(share.minor()) == Long.signum(minor))
              .as("%s gets %s of %s", handler, share, line)
              .isTrue();
        });
    closeToTheirWeights(order, line, shares);
  }

  /** Nobody is off by a whole unit for each time that he is named. */
  private static void closeToTheirWeights(WorkOrder order, Money line, Map<PartyId, Money> shares) {
    Exact all =
        order.handlers().stream().map(handler -> handler.share()).reduce(Exact.ZERO, Exact::plus);
    shares.forEach(
        (id, share) -> {
          Exact own =
              order.handlers().stream()
                  .filter(handler -> handler.id().equals(id))
                  .map(handler -> handler.share())
                  .reduce(Exact.ZERO, Exact::plus);
          long named = order.handlers().stream().filter(one -> one.id().equals(id)).count();
          Exact off = share.toExact().minus(line.toExact().times(own).dividedBy(all));
          assertThat(off.max(off.negate())).as("%s", id).isLessThan(Exact.of(named, 2));
        });
  }
}
