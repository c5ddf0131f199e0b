package dev.duodang.intake;

import dev.duodang.intake.Decision.What;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one decision, field by field. */
final class DecisionJson {

  static final String KINDS = "order, quote, region, release, force, unforce";

  static final List<String> FIELDS =
      List.of(
          "kind",
          "orderNo",
          "relation",
          "category",
          "item",
          "amount",
          "region",
          "tier",
          "reason",
          "by",
          "at");

  private final JsonFields fields;
  private final Moments moments;
  private @Nullable Relation relation;
  private @Nullable CategoryId category;
  private int item = -1;
  private @Nullable Exact amount;
  private @Nullable TierId tier;
  private String reason = "";
  private String by = "";
  private @Nullable Instant at;

  DecisionJson(JsonFields fields, Moments moments) {
    this.fields = fields;
    this.moments = moments;
  }

  void read(String name) {
    switch (name) {
      case "relation" -> relation = fields.value(name, "headquarters→partner", Relation::parse);
      case "category" -> category = fields.value(name, "a fee category", CategoryId::of);
      case "item" -> {
        Integer place = fields.value(name, "a whole number from 0", Columns::place);
        item = place == null ? -1 : place;
      }
      case "amount" -> amount = fields.decimal(name);
      case "tier" -> tier = fields.value(name, "a tier of the book", TierId::of);
      case "reason" -> reason = orEmpty(fields.value(name, "text", Text::printable));
      case "by" -> by = orEmpty(fields.value(name, "text", Text::printable));
      case "at" -> at = fields.value(name, Moments.ALLOWED, moments::parse);
      default -> fields.unknown(name, FIELDS);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The decision of a kind, or null after noting what is missing. */
  @Nullable Decision build(String kind, @Nullable OrderNo orderNo, @Nullable RegionCode region) {
    What what =
        switch (kind) {
          case "quote" -> quote();
          case "region" -> region == null ? missing("region") : new What.Region(region);
          case "release" -> relation == null ? missing("relation") : new What.Release(relation);
          case "force" -> force();
          case "unforce" -> unforce();
          default -> {
            fields.refuse("kind", kind, "is not a kind of row", KINDS);
            yield null;
          }
        };
    if (orderNo == null) {
      missing("orderNo");
    }
    return orderNo == null || what == null ? null : new Decision(orderNo, what, reason, by, at);
  }

  private @Nullable What quote() {
    if (relation == null || category == null || amount == null) {
      return missing(relation == null ? "relation" : category == null ? "category" : "amount");
    }
    return new What.Quote(relation, category, item, amount);
  }

  private @Nullable What force() {
    if (relation == null || category == null || tier == null || reason.isBlank()) {
      return missing(
          relation == null
              ? "relation"
              : category == null ? "category" : tier == null ? "tier" : "reason");
    }
    return new What.Force(relation, category, item, tier);
  }

  private @Nullable What unforce() {
    if (relation == null || category == null || reason.isBlank()) {
      return missing(relation == null ? "relation" : category == null ? "category" : "reason");
    }
    return new What.Unforce(relation, category, item);
  }

  private @Nullable What missing(String field) {
    fields.refuse(field, "", "is missing", "");
    return null;
  }
}
