package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.RegionWords;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.expression.Vocabulary;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes conditions ready to be tested, and splits tiers that name nodes of several depths. */
final class Rows {

  private final PriceBook book;
  private final RegionTree tree;
  private final RegionWords words;
  private final ExpressionLanguage language;
  private final Map<ExpressionText, CheckedExpression> checked = new LinkedHashMap<>();

  Rows(PriceBook book, RegionTree tree, ExpressionLanguage language) {
    this.book = book;
    this.tree = tree;
    this.language = language;
    this.words = RegionWords.of(tree, book.groups());
  }

  /** The rows of some tiers, the winner first. */
  List<Row> of(List<Tier> tiers) {
    return tiers.stream().flatMap(tier -> of(tier).stream()).sorted(Row.ORDER).toList();
  }

  /** The rows of one tier: one for each depth of region and service that it names. */
  List<Row> of(Tier tier) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Integer, Set<Code>> regions : byDepth(tier, Dimension.Standard.REGION)) {
      for (Map.Entry<Integer, Set<Code>> services : byDepth(tier, Dimension.Standard.SERVICE)) {
        rows.add(row(tier, regions, services));
      }
    }
    return rows;
  }

  private Row row(
      Tier tier, Map.Entry<Integer, Set<Code>> regions, Map.Entry<Integer, Set<Code>> services) {
    Conditions when =
        narrowed(
            narrowed(tier.when(), Dimension.Standard.REGION, regions.getValue()),
            Dimension.Standard.SERVICE,
            services.getValue());
    List<Asked> asked = new ArrayList<>(asked(when));
    if (!when.namesStatus()) {
      asked.add(new Asked(null, new Test.NotCancelled()));
    }
    if (tier.validFrom() != null || tier.validUntil() != null) {
      asked.add(new Asked(null, new Test.Valid(tier.validFrom(), tier.validUntil())));
    }
    asked.sort(Asked.EXPRESSION_LAST);
    LocalDate from = tier.validFrom() == null ? book.validFrom() : tier.validFrom();
    List<Integer> specificity =
        book.specificity().stream()
            .map(dimension -> specificity(when, dimension, regions.getKey(), services.getKey()))
            .toList();
    return new Row(new RankedTier(tier, when, specificity, from), asked);
  }

  private static int specificity(
      Conditions when, Dimension dimension, int regionDepth, int serviceDepth) {
    Condition.OneOf set = when.on(dimension);
    if (set == null || set.included().isEmpty()) {
      return 0;
    }
    return dimension == Dimension.Standard.REGION
        ? regionDepth
        : dimension == Dimension.Standard.SERVICE ? serviceDepth : 1;
  }

  /**
   * The included values of a tree's condition by depth; one entry of depth 0 when there are none.
   */
  private Set<Map.Entry<Integer, Set<Code>>> byDepth(Tier tier, Dimension.Standard dimension) {
    Condition.OneOf set = tier.when().on(dimension);
    if (set == null || set.included().isEmpty()) {
      return Map.of(0, Set.<Code>of()).entrySet();
    }
    Map<Integer, Set<Code>> depths = new TreeMap<>();
    for (Code value : set.included()) {
      if (dimension == Dimension.Standard.SERVICE) {
        add(depths, ServicePath.of(value.text()).depth(), value);
      } else {
        for (RegionCode node : words.regions(value)) {
          add(depths, depth(node), Code.of(node.text()));
        }
      }
    }
    return depths.entrySet();
  }

  private int depth(RegionCode node) {
    return tree.at(tree.index(node)).depth();
  }

  private static void add(Map<Integer, Set<Code>> depths, int depth, Code value) {
    depths.computeIfAbsent(depth, _ -> new java.util.HashSet<>()).add(value);
  }

  private static Conditions narrowed(
      Conditions when, Dimension.Standard dimension, Set<Code> included) {
    if (included.isEmpty()) {
      return when;
    }
    return new Conditions(
        when.all().stream()
            .map(
                condition ->
                    condition instanceof Condition.OneOf set && set.dimension() == dimension
                        ? new Condition.OneOf(dimension, included, set.excluded())
                        : condition)
            .toList());
  }

  /** What conditions ask, in the order of the book's dimensions; other conditions last. */
  List<Asked> asked(Conditions when) {
    return when.all().stream()
        .sorted(Comparator.comparingInt(this::place))
        .map(condition -> new Asked(condition, test(condition)))
        .sorted(Asked.EXPRESSION_LAST)
        .toList();
  }

  private int place(Condition condition) {
    int dimension =
        condition instanceof Condition.OneOf set ? book.specificity().indexOf(set.dimension()) : -1;
    return dimension < 0 ? Integer.MAX_VALUE : dimension;
  }

  private Test test(Condition condition) {
    return switch (condition) {
      case Condition.OneOf set when set.dimension() == Dimension.Standard.REGION ->
          new Test.InRegions(regions(set.included()), regions(set.excluded()));
      case Condition.OneOf set -> Test.InSet.of(set);
      case Condition.InRange range -> new Test.InRange(range);
      case Condition.During _,
          Condition.AtHours _,
          Condition.OnWeekdays _,
          Condition.Happened _,
          Condition.InStatus _,
          Condition.Follows _,
          Condition.BetweenDays _ ->
          new Test.Other(condition);
      case Condition.InCalendar in -> new Test.InCalendar(in, calendar(in.calendar()));
      case Condition.PromiseCameOut promise -> new Test.OfPromise(promise);
      case Condition.Expression(ExpressionText text) ->
          new Test.OfExpression(text, checked.computeIfAbsent(text, this::check));
    };
  }

  private WorkCalendar calendar(CalendarId id) {
    WorkCalendar calendar = book.calendar(id);
    if (calendar == null) {
      throw new IllegalArgumentException("book " + book.id() + " has no calendar \"" + id + "\"");
    }
    return calendar;
  }

  /** The expressions met so far that the language does not take. */
  Map<ExpressionText, List<ExpressionProblem>> refused() {
    Map<ExpressionText, List<ExpressionProblem>> refused = new LinkedHashMap<>();
    checked.forEach(
        (text, result) -> {
          if (result instanceof CheckedExpression.Refused(List<ExpressionProblem> problems)) {
            refused.put(text, problems);
          }
        });
    return Collections.unmodifiableMap(refused);
  }

  private CheckedExpression check(ExpressionText text) {
    return language.check(text, Vocabulary.of(book));
  }

  private RegionSet regions(Set<Code> values) {
    Set<RegionCode> nodes =
        values.stream().flatMap(value -> words.regions(value).stream()).collect(Collectors.toSet());
    return RegionSet.of(nodes, tree);
  }

  /** Whether conditions hold for a subject; nothing asked holds. */
  static Truth test(@Nullable List<Asked> asked, Subject subject) {
    return asked == null ? Truth.HOLDS : Asked.all(asked, subject);
  }
}
