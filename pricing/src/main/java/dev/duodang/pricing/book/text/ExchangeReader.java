package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.ExchangeRate;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads at which rates a book exchanges other currencies for its own, and writes them. */
final class ExchangeReader {

  private static final String RATE = "what one unit is worth in the book's currency, such as 7.1";

  private final Problems problems;

  ExchangeReader(Problems problems) {
    this.problems = problems;
  }

  List<ExchangeRate> rates(Fields book) {
    List<ExchangeRate> rates = new ArrayList<>();
    Fields fields = book.mapping("exchangeRates");
    if (fields != null) {
      for (String name : fields.inOrder()) {
        Currency currency =
            problems.attempt(fields.node(), fields.at(name), () -> Currency.of(name));
        rates.addAll(
            fields.list(
                name, (node, path) -> currency == null ? null : rate(node, path, currency)));
      }
    }
    return rates;
  }

  private @Nullable ExchangeRate rate(Node node, String path, Currency currency) {
    if (!(node instanceof MappingNode)) {
      Exact rate = Fields.scalar(node, path, problems, RATE, Exact::parse);
      return rate == null
          ? null
          : problems.attempt(node, path, () -> new ExchangeRate(currency, rate, null, null));
    }
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    Exact rate = fields.required("rate", RATE, Exact::parse);
    LocalDate from = fields.optional("from", Words.DAY, Words::day);
    LocalDate until = fields.optional("until", Words.DAY, Words::day);
    fields.end();
    return rate == null
        ? null
        : problems.attempt(node, path, () -> new ExchangeRate(currency, rate, from, until));
  }

  static Written.@Nullable Mapping mapping(List<ExchangeRate> rates) {
    Written.Mapping mapping = Written.Mapping.ofLines();
    for (ExchangeRate rate : rates) {
      String code = rate.of().code();
      if (!mapping.fields().containsKey(code)) {
        mapping.put(
            code,
            Written.oneOrMore(
                rates.stream()
                    .filter(one -> one.of().equals(rate.of()))
                    .map(ExchangeReader::written)
                    .toList()));
      }
    }
    return mapping.isEmpty() ? null : mapping;
  }

  private static Written written(ExchangeRate rate) {
    return rate.from() == null && rate.until() == null
        ? Numbers.of(rate.rate())
        : new Written.Mapping()
            .put("rate", Numbers.of(rate.rate()))
            .put("from", rate.from(), null)
            .put("until", rate.until(), null);
  }
}
