package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.ModifierGroupId;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.PriceListId;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.region.RegionBranch;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.TenantRoot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a book declares for its tiers: regions, groups, facts, categories, price lists. */
final class PartsReader {

  private static final String REGION = "a region by name, path or code, or a group named before";

  private final Problems problems;

  PartsReader(Problems problems) {
    this.problems = problems;
  }

  /** One value for each entry of a mapping field, made from its name and node. */
  interface Entry<T> {
    @Nullable T read(String name, Node value, String path);
  }

  <T> List<T> entries(Fields book, String key, Entry<T> entry) {
    List<T> values = new ArrayList<>();
    Fields fields = book.mapping(key);
    if (fields != null) {
      for (String name : fields.inOrder()) {
        Node value = fields.take(name);
        T read = value == null ? null : entry.read(name, value, fields.at(name));
        if (read != null) {
          values.add(read);
        }
      }
    }
    return values;
  }

  List<TenantRoot> regions(Fields book) {
    return entries(book, "regions", this::root);
  }

  private @Nullable TenantRoot root(String code, Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    ZoneId zone = fields.required("zone", Words.ZONE, Words::zone);
    RegionBranch branch = branch(code, fields);
    return zone == null || branch == null ? null : new TenantRoot(branch, zone);
  }

  private @Nullable RegionBranch below(String code, Node node, String path) {
    if (node instanceof MappingNode) {
      Fields fields = Fields.of(node, path, problems);
      return fields == null ? null : branch(code, fields);
    }
    String name = Fields.scalar(node, path, problems, "a name", Words::name);
    return name == null
        ? null
        : problems.attempt(
            node, path, () -> new RegionBranch(RegionCode.of(code), name, List.of()));
  }

  private @Nullable RegionBranch branch(String code, Fields fields) {
    String name = fields.required("name", "a name", Words::name);
    List<RegionBranch> children = entries(fields, "children", this::below);
    fields.end();
    return name == null
        ? null
        : problems.attempt(
            fields.node(),
            fields.at("name"),
            () -> new RegionBranch(RegionCode.of(code), name, children));
  }

  /** The groups; each is known to those after it, and to the conditions. */
  List<RegionGroup> groups(Fields book, RegionNames names) {
    return entries(
        book,
        "groups",
        (name, node, path) -> {
          int before = problems.count();
          List<Code> members =
              Fields.elements(
                  node,
                  path,
                  (value, at) -> Fields.scalar(value, at, problems, REGION, names::known));
          RegionGroup group =
              members.isEmpty() && problems.count() > before
                  ? null
                  : problems.attempt(node, path, () -> new RegionGroup(Code.of(name), members));
          if (group != null) {
            names.add(group);
          }
          return group;
        });
  }

  List<AttributeDeclaration> attributes(Fields book) {
    return entries(book, "attributes", this::attribute);
  }

  private boolean isReserved(String name, Collection<String> reserved, Node node, String path) {
    if (reserved.contains(name)) {
      problems.add(
          node,
          path,
          Problems.quoted(name) + " is a fact that every order has a place for",
          "a name other than " + String.join(", ", reserved));
    }
    return reserved.contains(name);
  }

  private @Nullable AttributeDeclaration attribute(String name, Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null || isReserved(name, FactNames.OF_ALL, node, path)) {
      return null;
    }
    AttributeDeclaration.Type type =
        fields.required(
            "type",
            Words.allowed(AttributeDeclaration.Type.class),
            text -> Words.word(AttributeDeclaration.Type.class, text));
    String label = RateReader.orElse(fields.optional("name", "a name", Words::name), name);
    List<Code> choices =
        fields.list(
            "choices", (value, at) -> Fields.scalar(value, at, problems, "a value", Code::of));
    fields.end();
    return type == null
        ? null
        : problems.attempt(
            node,
            path,
            () -> new AttributeDeclaration(AttributeName.of(name), label, type, choices));
  }

  List<MeasureDeclaration> measures(Fields book) {
    return entries(
        book,
        "measures",
        (name, node, path) -> {
          Fields fields = Fields.of(node, path, problems);
          if (fields == null || isReserved(name, ChargeReader.MEASURES_OF_ALL, node, path)) {
            return null;
          }
          String label = RateReader.orElse(fields.optional("name", "a name", Words::name), name);
          String unit = RateReader.orElse(fields.optional("unit", "a unit", Words::name), "");
          fields.end();
          return problems.attempt(
              node, path, () -> new MeasureDeclaration(MeasureName.of(name), label, unit));
        });
  }

  List<FeeCategory> categories(Fields book) {
    return entries(
        book,
        "categories",
        (name, node, path) -> {
          Fields fields = Fields.of(node, path, problems);
          if (fields == null) {
            return null;
          }
          String label = RateReader.orElse(fields.optional("name", "a name", Words::name), name);
          FeeCategory.Per per =
              fields.required(
                  "per",
                  Words.allowed(FeeCategory.Per.class),
                  text -> Words.word(FeeCategory.Per.class, text));
          boolean required = fields.flag("required", false);
          fields.end();
          return per == null
              ? null
              : problems.attempt(
                  node, path, () -> new FeeCategory(CategoryId.of(name), label, per, required));
        });
  }

  List<ModifierGroup> modifierGroups(Fields book) {
    return entries(
        book,
        "modifierGroups",
        (name, node, path) -> {
          Fields fields = Fields.of(node, path, problems);
          if (fields == null) {
            return null;
          }
          String label = RateReader.orElse(fields.optional("name", "a name", Words::name), name);
          ModifierGroup.Choice choice =
              fields.required(
                  "apply",
                  Words.allowed(ModifierGroup.Choice.class),
                  text -> Words.word(ModifierGroup.Choice.class, text));
          FeeCategory.Per per =
              RateReader.orElse(
                  fields.optional(
                      "per",
                      Words.allowed(FeeCategory.Per.class),
                      text -> Words.word(FeeCategory.Per.class, text)),
                  FeeCategory.Per.ORDER);
          fields.end();
          return choice == null
              ? null
              : problems.attempt(
                  node,
                  path,
                  () -> new ModifierGroup(ModifierGroupId.of(name), label, choice, per));
        });
  }

  List<PriceList> priceLists(Fields book) {
    return entries(
        book,
        "priceLists",
        (name, node, path) -> {
          Fields parts = Fields.of(node, path, problems);
          if (parts == null) {
            return null;
          }
          List<PriceList.Entry> prices = new ArrayList<>();
          for (String part : parts.inOrder()) {
            Node value = parts.take(part);
            if (value != null) {
              prices.addAll(
                  Fields.elements(value, parts.at(part), (price, at) -> price(part, price, at)));
            }
          }
          return problems.attempt(node, path, () -> new PriceList(PriceListId.of(name), prices));
        });
  }

  private PriceList.@Nullable Entry price(String part, Node node, String path) {
    if (!(node instanceof MappingNode)) {
      Exact price = Fields.scalar(node, path, problems, Words.AMOUNT, Exact::parse);
      return price == null
          ? null
          : problems.attempt(
              node, path, () -> new PriceList.Entry(PartNo.of(part), price, "", null, null));
    }
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    Exact price = fields.required("price", Words.AMOUNT, Exact::parse);
    String unit = RateReader.orElse(fields.optional("unit", "a unit", Words::name), "");
    var from = fields.optional("from", Words.DAY, Words::day);
    var until = fields.optional("until", Words.DAY, Words::day);
    fields.end();
    return price == null
        ? null
        : problems.attempt(
            node, path, () -> new PriceList.Entry(PartNo.of(part), price, unit, from, until));
  }
}
