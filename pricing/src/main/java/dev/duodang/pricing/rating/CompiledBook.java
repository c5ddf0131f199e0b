package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.region.RegionTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A price book with its index: immutable, made once, shared by all threads. */
public final class CompiledBook {

  private final PriceBook book;
  private final RegionTree tree;
  private final List<Key> keys;
  private final List<CategoryIndex> categories;
  private final List<CompiledModifier> modifiers;
  private final List<ModifierStep> modifierSteps;
  private final List<CompiledRebate> rebates;
  private final List<Asked> appliesWhen;
  private final @Nullable CategoryId categoryOfPromise;
  private final Map<String, List<Asked>> unless;
  private final Map<String, PriceIndex> priceLists;
  private final Map<TierId, TaxCategory> taxCategories = new HashMap<>();
  private final Map<ExpressionText, List<ExpressionProblem>> refusedExpressions;

  private CompiledBook(PriceBook book, RegionTree tree, ExpressionLanguage language) {
    this.book = book;
    this.tree = tree;
    Rows rows = new Rows(book, tree, language);
    Map<CategoryId, List<Row>> byCategory =
        book.categories().stream()
            .collect(
                Collectors.toMap(
                    FeeCategory::id, category -> rows.of(tiersOf(book, category.id()))));
    this.keys = Keys.of(byCategory.values(), tree);
    this.categories =
        book.categories().stream()
            .map(category -> index(category, rowsOf(byCategory, category)))
            .toList();
    this.modifiers =
        book.modifiers().stream()
            .map(modifier -> new CompiledModifier(modifier, rows.asked(modifier.when())))
            .toList();
    this.modifierSteps = ModifierStep.of(book, modifiers);
    this.rebates =
        book.periodic().rebates().stream()
            .map(rebate -> new CompiledRebate(rebate, rows.asked(rebate.when())))
            .toList();
    this.categoryOfPromise = book.categoryOfPromise();
    this.appliesWhen = rows.asked(book.appliesWhen());
    this.unless = unless(book, rows);
    this.priceLists = new TreeMap<>();
    book.priceLists().forEach(list -> priceLists.put(list.id().text(), PriceIndex.of(list)));
    for (Tier tier : book.tiers()) {
      if (tier.taxCategory() != null) {
        taxCategories.put(tier.id(), tier.taxCategory());
      }
    }
    this.refusedExpressions = rows.refused();
  }

  /** A modifier with its conditions ready to be tested. */
  record CompiledModifier(Modifier modifier, List<Asked> asked) {}

  /** A rebate with its conditions ready to be tested. */
  record CompiledRebate(Rebate rebate, List<Asked> asked) {}

  /**
   * Compiles a book over the shipped tree of regions; the book's own roots are added to it.
   *
   * @throws IllegalArgumentException when the book names a region that is in neither
   */
  public static CompiledBook of(PriceBook book, RegionTree shipped) {
    return of(book, shipped, ExpressionLanguage.NONE);
  }

  /**
   * As {@link #of(PriceBook, RegionTree)}, with a language for the book's expressions. One that the
   * language refuses holds every order that comes to it; a proof names it.
   */
  public static CompiledBook of(PriceBook book, RegionTree shipped, ExpressionLanguage language) {
    return new CompiledBook(
        book, book.regions().isEmpty() ? shipped : shipped.withRoots(book.regions()), language);
  }

  private static List<Tier> tiersOf(PriceBook book, CategoryId category) {
    return book.tiers().stream().filter(tier -> tier.category().equals(category)).toList();
  }

  private static List<Row> rowsOf(Map<CategoryId, List<Row>> byCategory, FeeCategory category) {
    return byCategory.getOrDefault(category.id(), List.of());
  }

  private CategoryIndex index(FeeCategory category, List<Row> rows) {
    return new CategoryIndex(category, rows, Keys.axes(keys, rows));
  }

  private static Map<String, List<Asked>> unless(PriceBook book, Rows rows) {
    Map<String, List<Asked>> asked = new TreeMap<>();
    for (Tier tier : book.tiers()) {
      if (tier.unless() != null) {
        asked.put(tier.id().text(), rows.asked(tier.unless()));
      }
    }
    return asked;
  }

  public PriceBook book() {
    return book;
  }

  /** The tree of regions that the book is compiled over: the shipped one and its own roots. */
  public RegionTree tree() {
    return tree;
  }

  /** The expressions that the language does not take, in the order in which the book has them. */
  public Map<ExpressionText, List<ExpressionProblem>> refusedExpressions() {
    return refusedExpressions;
  }

  /** The tiers of a category, split by the depth of the nodes that they name, the winner first. */
  public List<RankedTier> ranked(CategoryId category) {
    return categories.stream()
        .filter(index -> index.category().id().equals(category))
        .flatMap(index -> index.rows().stream())
        .map(Row::ranked)
        .toList();
  }

  List<Key> keys() {
    return keys;
  }

  List<CategoryIndex> categories() {
    return categories;
  }

  List<CompiledModifier> modifiers() {
    return modifiers;
  }

  List<ModifierStep> modifierSteps() {
    return modifierSteps;
  }

  List<CompiledRebate> rebates() {
    return rebates;
  }

  List<Asked> appliesWhen() {
    return appliesWhen;
  }

  @Nullable CategoryId categoryOfPromise() {
    return categoryOfPromise;
  }

  @Nullable List<Asked> unless(TierId tier) {
    return unless.get(tier.text());
  }

  /** What a tier's lines are for the book's taxes; null where they bear none. */
  @Nullable TaxCategory taxCategory(@Nullable TierId tier) {
    TaxCategory own = tier == null ? null : taxCategories.get(tier);
    Taxes taxes = book.taxes();
    return own != null || taxes == null ? own : taxes.usual();
  }

  PriceIndex priceList(String id) {
    PriceIndex list = priceLists.get(id);
    if (list == null) {
      throw new IllegalArgumentException("book " + book.id() + " has no price list \"" + id + "\"");
    }
    return list;
  }
}
