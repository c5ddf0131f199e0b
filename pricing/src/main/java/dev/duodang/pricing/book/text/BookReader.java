package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.ExchangeRate;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.Periodic;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.Vocabulary;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.TenantRoot;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the text of one book, or of one tier of a book, in YAML or JSON. Names of regions are
 * looked up in the tree that the reader is made with, and in the book's own roots and groups.
 */
public final class BookReader {

  private final RegionTree tree;
  private final ExpressionLanguage language;

  private BookReader(RegionTree tree, ExpressionLanguage language) {
    this.tree = tree;
    this.language = language;
  }

  /** A reader that refuses expressions. */
  public static BookReader of(RegionTree tree) {
    return of(tree, ExpressionLanguage.NONE);
  }

  /** A reader that has expressions checked by a language. */
  public static BookReader of(RegionTree tree, ExpressionLanguage language) {
    return new BookReader(tree, language);
  }

  /** The book, or every mistake in the text. Never throws on any text. */
  public BookReading read(String text) {
    Problems problems = new Problems();
    Node root = YamlTree.parse(text, problems);
    Fields fields = root == null ? null : Fields.of(root, "", problems);
    PriceBook book = fields == null ? null : book(fields, problems);
    return book != null && problems.isEmpty()
        ? new BookReading.Read(book)
        : new BookReading.Refused(problems.inOrder());
  }

  /**
   * One tier against the book that it is meant for, such as {@code {tier: premium, category:
   * labour, priority: 20, charge: {flat: 150.00}}}, or every mistake in the text. Never throws on
   * any text. {@link PriceBook#with} puts the tier into the book.
   */
  public TierReading readTier(String text, PriceBook book) {
    Problems problems = new Problems();
    Node root = YamlTree.parse(text, problems);
    Tier tier = root == null ? null : tiers(book, problems).tier(root, "");
    return tier != null && problems.isEmpty()
        ? new TierReading.Read(tier)
        : new TierReading.Refused(problems.inOrder());
  }

  private TierReader tiers(PriceBook book, Problems problems) {
    RegionNames names =
        new RegionNames(book.regions().isEmpty() ? tree : tree.withRoots(book.regions()));
    book.groups().forEach(names::add);
    Declared declared = Declared.of(book);
    Ids ids = new Ids(book.modifiers().stream().map(modifier -> modifier.id().text()).toList());
    ids.reserve(book.modifiers());
    ExpressionReader expressions = new ExpressionReader(language, Vocabulary.of(book), problems);
    return new TierReader(
        declared, problems, new ConditionReader(declared, problems, names, expressions), ids);
  }

  private @Nullable PriceBook book(Fields fields, Problems problems) {
    HeadReader heads = new HeadReader(fields);
    Relation relation = heads.relation();
    PartsReader parts = new PartsReader(problems);
    List<TenantRoot> roots = parts.regions(fields);
    RegionNames names = new RegionNames(tree(roots, fields, problems));
    List<RegionGroup> groups = parts.groups(fields, names);
    List<AttributeDeclaration> attributes = parts.attributes(fields);
    List<MeasureDeclaration> measures = parts.measures(fields);
    List<FeeCategory> categories = parts.categories(fields);
    List<PriceList> priceLists = parts.priceLists(fields);
    PeriodicReader periodic = new PeriodicReader(problems);
    List<CounterDeclaration> counters = parts.entries(fields, "counters", periodic::counter);
    List<WorkCalendar> calendars =
        parts.entries(fields, "calendars", new CalendarReader(problems)::calendar);
    List<ExchangeRate> exchangeRates = new ExchangeReader(problems).rates(fields);
    Taxes taxes = new TaxReader(problems).taxes(fields, relation);
    Declared declared =
        Declared.of(
            relation, attributes, measures, categories, priceLists, counters, calendars, taxes);
    HeadReader.Head head = heads.read(relation, declared);
    ZoneId zone = head == null ? ZoneOffset.UTC : head.zone();
    ExpressionReader expressions =
        new ExpressionReader(language, new Vocabulary(zone, attributes, measures), problems);
    ConditionReader conditions = new ConditionReader(declared, problems, names, expressions);
    Ids ids = new Ids(List.of());
    List<Tier> tiers =
        fields.list("tiers", new TierReader(declared, problems, conditions, ids)::tier);
    List<ModifierGroup> modifierGroups = parts.modifierGroups(fields);
    List<Modifier> modifiers =
        fields.list(
            "modifiers",
            new ModifierReader(declared, problems, conditions, modifierGroups, ids)::modifier);
    List<Rebate> rebates =
        fields.list("rebates", (node, at) -> periodic.rebate(node, at, declared, conditions));
    List<Conditions> covers = fields.list("covers", conditions::readCovered);
    Conditions appliesWhen = conditions.under(fields, "appliesWhen");
    fields.end();
    if (head == null || !problems.isEmpty()) {
      return null;
    }
    return problems.attempt(
        fields.node(),
        "",
        () ->
            head.book(
                appliesWhen,
                roots,
                groups,
                attributes,
                measures,
                categories,
                tiers,
                modifiers,
                priceLists,
                calendars,
                exchangeRates,
                covers,
                modifierGroups,
                new Periodic(counters, rebates),
                taxes));
  }

  /** The tree with the book's own roots; the shipped one where those are wrong. */
  private RegionTree tree(List<TenantRoot> roots, Fields fields, Problems problems) {
    Node node = fields.take("regions");
    if (node == null || roots.isEmpty()) {
      return tree;
    }
    RegionTree grown = problems.attempt(node, "regions", () -> tree.withRoots(roots));
    return grown == null ? tree : grown;
  }
}
