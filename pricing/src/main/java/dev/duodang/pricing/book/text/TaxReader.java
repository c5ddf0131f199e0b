package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Taxpayer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what taxes a book's lines bear. */
final class TaxReader {

  private static final String RATE = "a rate in percent such as 6, from 0 to 100";

  private final Problems problems;

  TaxReader(Problems problems) {
    this.problems = problems;
  }

  /** The taxes of a book, or null when it has none or they are wrong. */
  @Nullable Taxes taxes(Fields book, @Nullable Relation relation) {
    Fields fields = book.mapping("taxes");
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    Taxes.Prices prices =
        fields.required(
            "prices",
            Words.allowed(Taxes.Prices.class),
            text -> Words.word(Taxes.Prices.class, text));
    Taxpayer payee =
        fields.optional(
            "payee", Words.allowed(Taxpayer.class), text -> Words.word(Taxpayer.class, text));
    List<Taxes.Rate> rates = rates(fields);
    Set<String> names =
        rates.stream().map(rate -> rate.category().text()).collect(Collectors.toSet());
    TaxCategory usual =
        fields.optional(
            "category",
            String.join(", ", names),
            text -> TaxCategory.of(Declared.checked(text, names, "tax category")));
    if (payee == null && relation != null && isNeverStated(relation)) {
      problems.add(
          fields.node(),
          fields.at("payee"),
          "no order says how " + Words.written(relation.payee()) + " is taxed",
          Words.allowed(Taxpayer.class));
    }
    fields.end();
    return prices == null || problems.count() > before
        ? null
        : problems.attempt(
            fields.node(), fields.path(), () -> new Taxes(prices, payee, usual, rates));
  }

  private static boolean isNeverStated(Relation relation) {
    return switch (relation.payee()) {
      case HEADQUARTERS, CUSTOMER, BRAND -> true;
      case PARTNER, DEPARTMENT, ENGINEER -> false;
    };
  }

  private List<Taxes.Rate> rates(Fields taxes) {
    List<Taxes.Rate> rates = new ArrayList<>();
    Fields categories = taxes.mapping("rates");
    if (categories == null) {
      if (!taxes.has("rates")) {
        problems.add(taxes.node(), taxes.at("rates"), "\"rates\" is missing", "tax categories");
      }
      return rates;
    }
    for (String name : categories.inOrder()) {
      Node node = categories.take(name);
      TaxCategory category =
          node == null
              ? null
              : problems.attempt(node, categories.at(name), () -> TaxCategory.of(name));
      Fields payees = category == null ? null : categories.mapping(name);
      if (category != null && payees != null) {
        for (Taxpayer taxpayer : Taxpayer.values()) {
          rates.addAll(rates(payees, category, taxpayer));
        }
        payees.end();
      }
    }
    return rates;
  }

  private List<Taxes.Rate> rates(Fields payees, TaxCategory category, Taxpayer taxpayer) {
    return payees.list(
        Words.written(taxpayer), (node, path) -> rate(node, path, category, taxpayer));
  }

  private Taxes.@Nullable Rate rate(
      Node node, String path, TaxCategory category, Taxpayer taxpayer) {
    if (!(node instanceof MappingNode)) {
      Exact percent = Fields.scalar(node, path, problems, RATE, Exact::parse);
      return percent == null ? null : rate(node, path, category, taxpayer, percent, null, null);
    }
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    Exact percent = fields.required("rate", RATE, Exact::parse);
    var from = fields.optional("from", Words.DAY, Words::day);
    var until = fields.optional("until", Words.DAY, Words::day);
    fields.end();
    return percent == null ? null : rate(node, path, category, taxpayer, percent, from, until);
  }

  private Taxes.@Nullable Rate rate(
      Node node,
      String path,
      TaxCategory category,
      Taxpayer taxpayer,
      Exact percent,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    return problems.attempt(
        node, path, () -> new Taxes.Rate(category, taxpayer, percent, from, until));
  }

  /** What a tier's lines are for the book's taxes. */
  static @Nullable TaxCategory category(Fields tier, @Nullable Taxes taxes) {
    Set<String> names =
        taxes == null
            ? Set.of()
            : taxes.categories().stream().map(TaxCategory::text).collect(Collectors.toSet());
    String allowed = taxes == null ? "nothing, as the book has no taxes" : String.join(", ", names);
    if (taxes != null && taxes.usual() == null) {
      return tier.required("taxCategory", allowed, text -> declared(text, names));
    }
    return tier.optional("taxCategory", allowed, text -> declared(text, names));
  }

  private static TaxCategory declared(String text, Set<String> names) {
    return TaxCategory.of(Declared.checked(text, names, "tax category"));
  }
}
