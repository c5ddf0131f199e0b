package dev.duodang.pricing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Explainer;
import dev.duodang.pricing.rating.Explanation;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the house scenario's book says about its orders, in Chinese and English. The golden text has
 * a block an order: its facts, the sentence, then of each category the winner with what it asks and
 * its three nearest losers, then the lines.
 */
class HouseScenarioWordingTest {

  private static final String GOLDEN =
      "pricing/src/test/resources/dev/duodang/pricing/wording/house-scenario.txt";

  private static final CompiledBook BOOK =
      BookText.compile(BookText.file("templates/home-appliance/books/home-service.yaml"));

  static List<String> blocks() {
    return Stream.of(BookText.text(GOLDEN).split("(?m)^== ", -1)).skip(1).toList();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void anOrderIsExplainedInWordsThatSayWhy(String block) {
    String order = block.lines().findFirst().orElseThrow();
    assertThat(order + "\n" + rendered(order)).isEqualTo(block.stripTrailing());
  }

  private static String rendered(String text) {
    WorkOrder order = OrderText.parse(text.substring(text.indexOf(' ') + 1));
    Desk desk = Desk.of(BOOK);
    if (order.related() != null) {
      desk.following("no=" + order.related().orderNo() + " handlers=E1 completed=2026-11-20T14:00");
    }
    Explanation explanation = Explainer.explain(BOOK, desk.facts(order), Bases.NONE, Tallies.NONE);
    return Stream.of(Language.CHINESE, Language.ENGLISH)
        .map(language -> rendered(explanation, Wording.of(BOOK.book(), BOOK.tree(), language)))
        .collect(Collectors.joining("\n"));
  }

  private static String rendered(Explanation explanation, Wording wording) {
    Stream<String> choices =
        explanation.choices().stream()
            .filter(choice -> choice.category().id().text().equals("labour"))
            .flatMap(choice -> choice(choice, wording));
    Stream<String> lines =
        explanation.rated().lines().stream().map(line -> "  " + wording.line(line));
    return Stream.of(Stream.of(wording.sentence(explanation)), choices, lines)
        .flatMap(stream -> stream)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> choice(Explanation.Choice choice, Wording wording) {
    String winner =
        choice.winner() == null
            ? "  –"
            : "  + "
                + choice.winner().name()
                + ": "
                + String.join("; ", wording.conditions(choice.winner().when()));
    String won = choice.winner() == null ? null : choice.winner().name();
    Stream<String> losers =
        choice.losers().stream()
            .limit(3)
            .map(
                loser -> "  - " + loser.tier().name() + ": " + wording.reason(loser.reason(), won));
    return Stream.concat(Stream.of(winner), losers);
  }
}
