package dev.duodang.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A rule of the file, in which the best comes first.
 *
 * @param texts what is asked of each of {@link #FACTS}; empty for anything
 * @param from the distance in metres, at least; -1 for any
 * @param below the distance in metres, less than this
 */
record Rule(int number, List<String> texts, int from, int below) {

  /** A fact of an order that is a text. */
  record Fact(String name, Function<Order, String> of) {}

  static final List<Fact> FACTS =
      List.of(
          new Fact("customerClass", Order::customerClass),
          new Fact("province", Order::province),
          new Fact("prefecture", Order::prefecture),
          new Fact("service", Order::service),
          new Fact("partnerType", Order::partnerType),
          new Fact("urgency", Order::urgency));

  Rule {
    texts = List.copyOf(texts);
  }

  boolean asksForDistance() {
    return from >= 0;
  }

  static List<Rule> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(Rule::parse).toList();
  }

  private static Rule parse(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    int texts = FACTS.size();
    boolean any = fields.get(texts + 1).isEmpty();
    return new Rule(
        Integer.parseInt(fields.getFirst()),
        fields.subList(1, texts + 1),
        any ? -1 : Integer.parseInt(fields.get(texts + 1)),
        any ? -1 : Integer.parseInt(fields.get(texts + 2)));
  }
}
