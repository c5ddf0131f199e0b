package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.TenantRoot;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the text of one book in YAML or JSON. Names of regions are looked up in the tree that the
 * reader is made with, and in the book's own roots and groups.
 */
public final class BookReader {

  private final RegionTree tree;

  private BookReader(RegionTree tree) {
    this.tree = tree;
  }

  public static BookReader of(RegionTree tree) {
    return new BookReader(tree);
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

  private @Nullable PriceBook book(Fields fields, Problems problems) {
    PartsReader parts = new PartsReader(problems);
    List<TenantRoot> roots = parts.regions(fields);
    List<RegionGroup> groups = parts.groups(fields);
    List<AttributeDeclaration> attributes = parts.attributes(fields);
    List<MeasureDeclaration> measures = parts.measures(fields);
    List<FeeCategory> categories = parts.categories(fields);
    List<PriceList> priceLists = parts.priceLists(fields);
    Declared declared =
        Declared.of(
            attributes,
            measures,
            names(categories, category -> category.id().text()),
            names(priceLists, list -> list.id().text()));
    RegionNames regions = RegionNames.of(tree, roots, groups, fields, problems);
    ConditionReader conditions = new ConditionReader(declared, problems, regions);
    TierReader reader = new TierReader(declared, problems, conditions);
    List<Tier> tiers = fields.list("tiers", reader::tier);
    List<Modifier> modifiers = fields.list("modifiers", reader::modifier);
    List<Conditions> covers = fields.list("covers", conditions::read);
    Conditions appliesWhen = conditions.under(fields, "appliesWhen");
    refuseTwice(fields, problems, "tiers", tiers, tier -> tier.id().text());
    refuseTwice(fields, problems, "modifiers", modifiers, modifier -> modifier.id().text());
    Head head = head(fields, declared);
    fields.end();
    return head == null
        ? null
        : problems.attempt(
            fields.node(),
            "",
            () ->
                new PriceBook(
                    head.id,
                    head.name,
                    head.relation,
                    head.currency,
                    head.zone,
                    head.pricedAt,
                    head.finalAt,
                    head.validFrom,
                    head.validUntil,
                    head.rounding,
                    appliesWhen,
                    head.promiseCategory,
                    head.holdAbove,
                    head.specificity,
                    roots,
                    groups,
                    attributes,
                    measures,
                    categories,
                    tiers,
                    modifiers,
                    priceLists,
                    covers));
  }

  private static <T> Set<String> names(List<T> values, Function<T, String> name) {
    return values.stream().map(name).collect(Collectors.toSet());
  }

  private static <T> void refuseTwice(
      Fields fields, Problems problems, String key, List<T> values, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(id.apply(value))) {
        Node node = fields.take(key);
        problems.add(
            node == null ? fields.node() : node,
            key,
            "\"" + id.apply(value) + "\" stands here twice",
            "a name of its own for each");
      }
    }
  }

  /** The fields that stand for themselves. */
  private record Head(
      BookId id,
      String name,
      Relation relation,
      Currency currency,
      ZoneId zone,
      Times.Event pricedAt,
      Times.Event finalAt,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      RoundingMode rounding,
      @Nullable CategoryId promiseCategory,
      @Nullable Exact holdAbove,
      List<Dimension> specificity) {}

  private @Nullable Head head(Fields fields, Declared declared) {
    BookId id = fields.required("book", "the book's id", BookId::of);
    String name = fields.optional("name", "the book's name", text -> text);
    Relation relation = fields.required("relation", "headquarters→partner", Relation::parse);
    Currency currency = fields.required("currency", "a currency such as CNY", Currency::of);
    ZoneId zone = fields.required("zone", "a zone such as Asia/Shanghai", ZoneId::of);
    LocalDate validFrom = fields.required("validFrom", Words.DAY, Words::day);
    LocalDate validUntil = fields.optional("validUntil", Words.DAY, Words::day);
    Times.Event pricedAt = event(fields, "pricedAt");
    Times.Event finalAt = event(fields, "finalAt");
    RoundingMode rounding =
        RateReader.orElse(
            fields.optional(
                "rounding",
                "half-up, half-even, up, down",
                text -> Words.word(RoundingMode.class, text)),
            RoundingMode.HALF_UP);
    CategoryId promise =
        fields.optional(
            "promiseCategory",
            String.join(", ", declared.categories()),
            text -> CategoryId.of(Declared.checked(text, declared.categories(), "category")));
    Exact holdAbove = fields.optional("holdAbove", Words.AMOUNT, Exact::parse);
    List<Dimension> specificity = specificity(fields, declared);
    if (id == null || relation == null || currency == null || zone == null || validFrom == null) {
      return null;
    }
    return new Head(
        id,
        name == null ? id.text() : name,
        relation,
        currency,
        zone,
        pricedAt,
        finalAt,
        validFrom,
        validUntil,
        rounding,
        promise,
        holdAbove,
        specificity);
  }

  private static Times.Event event(Fields fields, String key) {
    return RateReader.orElse(
        fields.optional(
            key, Words.allowed(Times.Event.class), text -> Words.word(Times.Event.class, text)),
        Times.Event.COMPLETED);
  }

  private static List<Dimension> specificity(Fields fields, Declared declared) {
    List<Dimension> named =
        fields.list(
            "specificity",
            (node, at) ->
                Fields.scalar(
                    node,
                    at,
                    fields.problems(),
                    "names of conditions",
                    text -> dimension(text, declared)));
    List<Dimension> all = new ArrayList<>(named);
    for (Dimension dimension : PriceBook.defaultSpecificity()) {
      if (!all.contains(dimension)) {
        all.add(dimension);
      }
    }
    for (AttributeDeclaration attribute : declared.attributes().values()) {
      Dimension dimension = new Dimension.Attribute(attribute.name());
      if (!all.contains(dimension)) {
        all.add(dimension);
      }
    }
    return all;
  }

  private static Dimension dimension(String text, Declared declared) {
    for (Dimension.Standard standard : Dimension.Standard.values()) {
      if (standard.key().equals(text)) {
        return standard;
      }
    }
    AttributeDeclaration attribute = declared.attributes().get(text);
    if (attribute == null) {
      throw new IllegalArgumentException("is not a condition that can be compared");
    }
    return new Dimension.Attribute(attribute.name());
  }
}
