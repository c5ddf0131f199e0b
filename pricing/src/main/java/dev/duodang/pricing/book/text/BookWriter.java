package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.RegionBranch;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a book, or one tier, in the form that {@link BookReader} reads: what is written reads back
 * equal. Keys come in a fixed order and defaults stay away, so that two versions of a book differ
 * in the lines in which their prices differ.
 */
public final class BookWriter {

  private BookWriter() {}

  /**
   * The book as YAML.
   *
   * @throws IllegalArgumentException when the book holds something that only programs can say, such
   *     as a rounding of a tariff
   */
  public static String yaml(PriceBook book) {
    return YamlText.of(mapping(book));
  }

  /**
   * One tier as YAML, as {@link BookReader#readTier} reads it.
   *
   * @throws IllegalArgumentException as {@link #yaml(PriceBook)}
   */
  public static String yaml(Tier tier) {
    return YamlText.of(TierWriter.mapping(tier));
  }

  /**
   * The book as nested maps, lists and texts, which can be written as JSON; numbers are texts, so
   * that they stay exact.
   *
   * @throws IllegalArgumentException as {@link #yaml(PriceBook)}
   */
  public static Map<String, Object> tree(PriceBook book) {
    return Written.tree(mapping(book));
  }

  /**
   * One tier as nested maps, lists and texts.
   *
   * @throws IllegalArgumentException as {@link #yaml(PriceBook)}
   */
  public static Map<String, Object> tree(Tier tier) {
    return Written.tree(TierWriter.mapping(tier));
  }

  private static Written.Mapping mapping(PriceBook book) {
    Written.Mapping mapping = new Written.Mapping();
    head(mapping, book);
    return mapping
        .put(
            "regions",
            section(
                book.regions(),
                root -> root.branch().code().text(),
                root -> {
                  Written.Mapping branch = branch(root.branch());
                  branch.fields().putFirst("zone", new Written.Word(root.zone().getId()));
                  return branch;
                }))
        .put("groups", section(book.groups(), group -> group.name().text(), BookWriter::group))
        .put(
            "attributes",
            section(book.attributes(), attribute -> attribute.name().text(), BookWriter::attribute))
        .put(
            "measures",
            section(book.measures(), measure -> measure.name().text(), BookWriter::measure))
        .put(
            "categories",
            section(book.categories(), category -> category.id().text(), BookWriter::category))
        .put(
            "counters",
            section(
                book.periodic().counters(),
                counter -> counter.id().text(),
                PeriodicWriter::counter))
        .put(
            "calendars",
            section(book.calendars(), calendar -> calendar.id().text(), CalendarWriter::mapping))
        .put(
            "modifierGroups",
            section(book.modifierGroups(), group -> group.id().text(), BookWriter::modifierGroup))
        .put("exchangeRates", ExchangeReader.mapping(book.exchangeRates()))
        .put("taxes", book.taxes() == null ? null : TaxWriter.mapping(book.taxes()))
        .put("tiers", items(book.tiers(), TierWriter::mapping))
        .put("modifiers", items(book.modifiers(), TierWriter::mapping))
        .put("rebates", items(book.periodic().rebates(), PeriodicWriter::rebate))
        .put(
            "priceLists",
            section(book.priceLists(), list -> list.id().text(), BookWriter::priceList))
        .put("covers", items(book.covers(), ConditionWriter::mapping));
  }

  private static void head(Written.Mapping mapping, PriceBook book) {
    CategoryId promise = book.promiseCategory();
    mapping
        .put("book", new Written.Word(book.id().text()))
        .put("name", TierWriter.name(book.name(), book.id().text()))
        .put("relation", new Written.Plain(book.relation().toString()))
        .put("currency", new Written.Word(book.currency().code()))
        .put("zone", new Written.Word(book.zone().getId()))
        .put("validFrom", book.validFrom(), null)
        .put("validUntil", book.validUntil(), null)
        .put("pricedAt", word(book.pricedAt(), Times.Event.COMPLETED))
        .put("finalAt", word(book.finalAt(), Times.Event.COMPLETED))
        .put("rounding", word(book.rounding(), RoundingMode.HALF_UP))
        .put("promiseCategory", promise == null ? null : new Written.Word(promise.text()))
        .put("holdAbove", Numbers.orNull(book.holdAbove(), null))
        .put("specificity", facts(specificity(book)))
        .put("mandatory", facts(book.mandatory()))
        .put("showBase", book.showBase(), false)
        .put("appliesWhen", ConditionWriter.orNull(book.appliesWhen()));
  }

  private static Written.@Nullable Plain word(Enum<?> constant, Enum<?> usual) {
    return constant == usual ? null : new Written.Plain(Words.written(constant));
  }

  /** The shortest beginning of the order that the rest follows from. */
  private static List<Dimension> specificity(PriceBook book) {
    List<Dimension> all = book.specificity();
    List<Dimension> usual = new ArrayList<>(PriceBook.defaultSpecificity());
    book.attributes().forEach(declared -> usual.add(new Dimension.Attribute(declared.name())));
    for (int named = 0; named < all.size(); named++) {
      Set<Dimension> completed = new LinkedHashSet<>(all.subList(0, named));
      completed.addAll(usual);
      if (List.copyOf(completed).equals(all)) {
        return all.subList(0, named);
      }
    }
    return all;
  }

  private static @Nullable Written facts(List<? extends Fact> facts) {
    return facts.isEmpty()
        ? null
        : new Written.Items(
            facts.stream().<Written>map(fact -> new Written.Word(fact.key())).toList(), false);
  }

  private static <T> Written.@Nullable Mapping section(
      List<T> values, Function<T, String> name, Function<T, Written> write) {
    if (values.isEmpty()) {
      return null;
    }
    Written.Mapping section = Written.Mapping.ofLines();
    values.forEach(value -> section.put(name.apply(value), write.apply(value)));
    return section;
  }

  private static <T> Written.@Nullable Items items(List<T> values, Function<T, Written> write) {
    return values.isEmpty() ? null : new Written.Items(values.stream().map(write).toList(), true);
  }

  private static Written.Mapping branch(RegionBranch branch) {
    Written.Mapping mapping = new Written.Mapping();
    mapping.put("name", new Written.Word(branch.name()));
    if (!branch.children().isEmpty()) {
      Written.Mapping children = new Written.Mapping();
      for (RegionBranch child : branch.children()) {
        children.put(
            child.code().text(),
            child.children().isEmpty() ? new Written.Word(child.name()) : branch(child));
      }
      mapping.put("children", children);
    }
    return mapping;
  }

  private static Written group(RegionGroup group) {
    return words(group.members());
  }

  private static Written words(List<Code> codes) {
    return new Written.Items(
        codes.stream().<Written>map(code -> new Written.Word(code.text())).toList(), false);
  }

  private static Written attribute(AttributeDeclaration attribute) {
    return new Written.Mapping()
        .put("name", TierWriter.name(attribute.label(), attribute.name().text()))
        .put("type", new Written.Plain(Words.written(attribute.type())))
        .put("choices", attribute.choices().isEmpty() ? null : words(attribute.choices()));
  }

  private static Written measure(MeasureDeclaration measure) {
    return new Written.Mapping()
        .put("name", TierWriter.name(measure.label(), measure.name().text()))
        .put("unit", TierWriter.name(measure.unit(), ""));
  }

  private static Written category(FeeCategory category) {
    return new Written.Mapping()
        .put("name", TierWriter.name(category.name(), category.id().text()))
        .put("per", new Written.Plain(Words.written(category.per())))
        .put("required", category.required(), false);
  }

  private static Written modifierGroup(ModifierGroup group) {
    return new Written.Mapping()
        .put("name", TierWriter.name(group.name(), group.id().text()))
        .put("apply", new Written.Plain(Words.written(group.choice())))
        .put("per", word(group.per(), FeeCategory.Per.ORDER));
  }

  private static Written priceList(PriceList list) {
    Map<PartNo, List<Written>> prices = new LinkedHashMap<>();
    for (PriceList.Entry entry : list.entries()) {
      prices.computeIfAbsent(entry.part(), _ -> new ArrayList<>()).add(price(entry));
    }
    Written.Mapping mapping = Written.Mapping.ofLines();
    prices.forEach((part, entries) -> mapping.put(part.text(), Written.oneOrMore(entries)));
    return mapping;
  }

  private static Written price(PriceList.Entry entry) {
    boolean bare = entry.unit().isEmpty() && entry.from() == null && entry.until() == null;
    return bare
        ? Numbers.of(entry.price())
        : new Written.Mapping()
            .put("price", Numbers.of(entry.price()))
            .put("unit", TierWriter.name(entry.unit(), ""))
            .put("from", entry.from(), null)
            .put("until", entry.until(), null);
  }
}
