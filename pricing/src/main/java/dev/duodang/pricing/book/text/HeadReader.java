package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExchangeRate;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.Periodic;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.TenantRoot;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a book that stand for themselves. */
final class HeadReader {

  static final List<Times.Event> PRICING_EVENTS =
      List.of(
          Times.Event.CREATED,
          Times.Event.ACCEPTED,
          Times.Event.ARRIVED,
          Times.Event.COMPLETED,
          Times.Event.VERIFIED);
  static final List<Times.Event> FINAL_EVENTS =
      List.of(Times.Event.COMPLETED, Times.Event.VERIFIED);

  private static final String RELATION = "payer→payee, such as headquarters→partner";

  private final Fields fields;
  private final Problems problems;

  HeadReader(Fields fields) {
    this.fields = fields;
    this.problems = fields.problems();
  }

  /** What the head of a book says. */
  record Head(
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
      List<Dimension> specificity,
      List<Fact> mandatory,
      boolean showBase) {

    /** The book of this head with all that follows it. */
    PriceBook book(
        Conditions appliesWhen,
        List<TenantRoot> regions,
        List<RegionGroup> groups,
        List<AttributeDeclaration> attributes,
        List<MeasureDeclaration> measures,
        List<FeeCategory> categories,
        List<Tier> tiers,
        List<Modifier> modifiers,
        List<PriceList> priceLists,
        List<WorkCalendar> calendars,
        List<ExchangeRate> exchangeRates,
        List<Conditions> covers,
        List<ModifierGroup> modifierGroups,
        Periodic periodic,
        @Nullable Taxes taxes) {
      return new PriceBook(
          id,
          name,
          relation,
          currency,
          zone,
          pricedAt,
          finalAt,
          validFrom,
          validUntil,
          rounding,
          appliesWhen,
          promiseCategory,
          holdAbove,
          specificity,
          mandatory,
          regions,
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
          periodic,
          showBase,
          taxes);
    }
  }

  @Nullable Relation relation() {
    return fields.required("relation", RELATION, Relation::parse);
  }

  /** The head, or null when one of the fields that every book has is missing or wrong. */
  @Nullable Head read(@Nullable Relation relation, Declared declared) {
    BookId id = fields.required("book", "the book's id", BookId::of);
    String name = fields.optional("name", "the book's name", Words::name);
    Currency currency = fields.required("currency", "a currency such as CNY", Currency::of);
    ZoneId zone = fields.required("zone", Words.ZONE, Words::zone);
    LocalDate validFrom = fields.required("validFrom", Words.DAY, Words::day);
    LocalDate validUntil =
        fields.optional("validUntil", "a day after validFrom", text -> dayAfter(validFrom, text));
    Times.Event pricedAt = event("pricedAt", PRICING_EVENTS);
    Times.Event finalAt = event("finalAt", FINAL_EVENTS);
    RoundingMode rounding = rounding();
    CategoryId promise =
        fields.optional(
            "promiseCategory", String.join(", ", declared.categories()), declared::category);
    Exact holdAbove = fields.optional("holdAbove", Words.AMOUNT, Exact::parse);
    List<Dimension> specificity =
        facts("specificity", declared, FactNames.dimensions(declared), FactNames::dimension);
    List<Fact> mandatory = facts("mandatory", declared, FactNames.all(declared), FactNames::fact);
    boolean showBase = fields.flag("showBase", false);
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
        specificity,
        mandatory,
        showBase);
  }

  private static LocalDate dayAfter(@Nullable LocalDate from, String text) {
    LocalDate day = Words.day(text);
    if (from != null && !from.isBefore(day)) {
      throw new IllegalArgumentException("is not after " + from);
    }
    return day;
  }

  private Times.Event event(String key, List<Times.Event> allowed) {
    Times.Event event =
        fields.optional(key, Words.events(allowed), text -> Words.event(allowed, text));
    return RateReader.orElse(event, Times.Event.COMPLETED);
  }

  private RoundingMode rounding() {
    RoundingMode read =
        fields.optional(
            "rounding",
            "half-up, half-even, half-down, up, down, ceiling, floor",
            text -> {
              RoundingMode mode = Words.word(RoundingMode.class, text);
              if (mode == RoundingMode.UNNECESSARY) {
                throw new IllegalArgumentException("is not a rounding");
              }
              return mode;
            });
    return RateReader.orElse(read, RoundingMode.HALF_UP);
  }

  private <T> List<T> facts(
      String key, Declared declared, List<String> names, BiFunction<String, Declared, T> parse) {
    String allowed = String.join(", ", names);
    return fields.list(
        key,
        (node, at) ->
            Fields.scalar(node, at, problems, allowed, text -> parse.apply(text, declared)));
  }
}
