package dev.duodang.settlement;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.rating.Tally;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A visit's contributions as one text: {@code order number TAB quantity}, a line each. */
final class TallyText {

  private TallyText() {}

  static String write(Tally tally) {
    return tally.contributions().stream()
        .map(one -> one.order().text() + "\t" + one.value())
        .collect(Collectors.joining("\n"));
  }

  static Tally read(String text, long givenMinor) {
    List<Tally.Contribution> contributions =
        (text.isEmpty() ? Stream.<String>empty() : text.lines()).map(TallyText::one).toList();
    return new Tally(contributions, givenMinor);
  }

  private static Tally.Contribution one(String line) {
    int tab = line.indexOf('\t');
    return new Tally.Contribution(
        OrderNo.of(line.substring(0, tab)), Exact.parse(line.substring(tab + 1)));
  }
}
