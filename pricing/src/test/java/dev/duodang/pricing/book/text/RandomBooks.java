package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExchangeRate;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Periodic;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.PriceListId;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.region.RegionBranch;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.TenantRoot;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books that use everything that a book can say, with names that need quotes. */
final class RandomBooks {

  static final Relation RELATION = new Relation(PartyKind.HEADQUARTERS, PartyKind.PARTNER);

  private final Chance chance;
  private final RandomConditions conditions;
  private final RandomCharges charges;
  private final RandomPeriods periods;
  private final RandomCalendars calendars;

  RandomBooks(long seed) {
    this.chance = new Chance(seed);
    this.conditions = new RandomConditions(chance);
    this.charges = new RandomCharges(chance);
    this.periods = new RandomPeriods(chance, conditions);
    this.calendars = new RandomCalendars(chance);
  }

  PriceBook book() {
    List<TenantRoot> roots = chance.odds(2) ? List.of(root()) : List.of();
    List<RegionGroup> groups = groups();
    List<AttributeDeclaration> attributes = attributes();
    List<MeasureDeclaration> measures =
        chance.some(3, i -> new MeasureDeclaration(chance.measure(i), chance.name(), unit()));
    List<FeeCategory> categories = categories();
    List<PriceList> lists = chance.some(2, this::priceList);
    conditions.declare(roots, groups, attributes, measures, calendars.calendars());
    List<CounterDeclaration> counters = periods.counters();
    charges.declare(measures, categories, lists, periods.ofCharges());
    RandomModifiers changes = new RandomModifiers(chance, conditions, periods, categories);
    List<Modifier> modifiers = changes.modifiers();
    Taxes taxes = chance.odds(2) ? taxes() : null;
    List<Tier> tiers = chance.some(8, i -> tier(i, categories, measures, taxes));
    LocalDate from = chance.day();
    return new PriceBook(
        BookId.of(chance.id("book", 0)),
        chance.name(),
        RELATION,
        chance.odds(3) ? Currency.of("JPY") : Currency.CNY,
        ZoneId.of(chance.pick(List.of("Asia/Shanghai", "America/New_York", "+08:00", "UTC"))),
        chance.pick(HeadReader.PRICING_EVENTS),
        chance.pick(HeadReader.FINAL_EVENTS),
        from,
        chance.odds(3) ? from.plusDays(1 + chance.below(400)) : null,
        chance.pick(List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.FLOOR)),
        chance.odds(3) ? conditions.withExpression() : Conditions.NONE,
        chance.odds(2) ? categories.getFirst().id() : null,
        chance.odds(3) ? chance.amount() : null,
        specificity(attributes),
        mandatory(attributes, measures),
        roots,
        groups,
        attributes,
        measures,
        categories,
        tiers,
        modifiers,
        lists,
        calendars.calendars(),
        exchangeRates(),
        chance.some(3, _ -> conditions.random()),
        changes.groups(),
        new Periodic(counters, periods.rebates(categories)),
        chance.odds(2),
        taxes);
  }

  private String unit() {
    return chance.odds(2) ? "" : chance.name();
  }

  private TenantRoot root() {
    RegionBranch district = RegionBranch.leaf(RegionCode.of("US-NYC-BK"), chance.name());
    RegionBranch city = new RegionBranch(RegionCode.of("US-NYC"), "New York", List.of(district));
    RegionBranch other = RegionBranch.leaf(RegionCode.of("US-SEA"), "Seattle: \"Emerald\" City");
    return new TenantRoot(
        new RegionBranch(RegionCode.of("US"), "United States", List.of(city, other)),
        ZoneId.of("America/New_York"));
  }

  private List<RegionGroup> groups() {
    return chance.odds(2)
        ? List.of(
            new RegionGroup(Code.of("核心城市"), List.of(Code.of("上海市"), Code.of("广州市"))),
            new RegionGroup(Code.of("yes, all: #1"), List.of(Code.of("核心城市"), Code.of("440305"))))
        : List.of();
  }

  private List<AttributeDeclaration> attributes() {
    return chance.some(
        5,
        i -> {
          AttributeDeclaration.Type type = chance.pick(AttributeDeclaration.Type.values());
          List<Code> choices =
              type == AttributeDeclaration.Type.CHOICE
                  ? List.of(Code.of("A"), Code.of("1.50"), Code.of("true"), Code.of(chance.name()))
                  : List.of();
          return new AttributeDeclaration(chance.attribute(i), chance.name(), type, choices);
        });
  }

  private List<FeeCategory> categories() {
    List<FeeCategory> categories = new ArrayList<>();
    for (int i = 0; i <= chance.below(4); i++) {
      CategoryId id = CategoryId.of(chance.id("category", i));
      String name = chance.odds(3) ? id.text() : chance.name();
      categories.add(
          new FeeCategory(id, name, chance.pick(FeeCategory.Per.values()), chance.odds(3)));
    }
    return categories;
  }

  private PriceList priceList(int i) {
    List<PriceList.Entry> entries = new ArrayList<>();
    for (int part = 0; part < chance.below(5); part++) {
      PartNo number = PartNo.of(part + chance.name());
      LocalDate day = chance.day();
      switch (chance.below(3)) {
        case 0 -> entries.add(new PriceList.Entry(number, chance.amount(), "", null, null));
        case 1 -> entries.add(new PriceList.Entry(number, chance.amount(), unit(), day, null));
        default -> {
          entries.add(new PriceList.Entry(number, chance.amount(), unit(), null, day));
          entries.add(new PriceList.Entry(number, chance.amount(), unit(), day, null));
        }
      }
    }
    return new PriceList(PriceListId.of(chance.id("list", i)), entries);
  }

  private List<ExchangeRate> exchangeRates() {
    List<ExchangeRate> rates = new ArrayList<>();
    for (String code : List.of("USD", "EUR", "KWD")) {
      Currency currency = Currency.of(code);
      LocalDate day = chance.day();
      switch (chance.below(4)) {
        case 0 -> rates.add(new ExchangeRate(currency, chance.positive(), null, null));
        case 1 -> {
          rates.add(new ExchangeRate(currency, chance.positive(), day.plusDays(3), null));
          rates.add(new ExchangeRate(currency, chance.positive(), null, day));
        }
        default -> {}
      }
    }
    return rates;
  }

  private Taxes taxes() {
    List<TaxCategory> categories = List.of(TaxCategory.of("service"), TaxCategory.of("配件"));
    List<Taxes.Rate> rates = new ArrayList<>();
    for (TaxCategory category : categories) {
      for (Taxpayer taxpayer : Taxpayer.values()) {
        LocalDate day = chance.day();
        switch (chance.below(4)) {
          case 0 -> {}
          case 1 -> rates.add(new Taxes.Rate(category, taxpayer, percent(), null, null));
          case 2 -> rates.add(new Taxes.Rate(category, taxpayer, percent(), day, null));
          default -> {
            rates.add(new Taxes.Rate(category, taxpayer, percent(), null, day));
            rates.add(new Taxes.Rate(category, taxpayer, percent(), day, day.plusDays(9)));
          }
        }
      }
    }
    rates.add(new Taxes.Rate(TaxCategory.of("last"), Taxpayer.GENERAL, percent(), null, null));
    return new Taxes(
        chance.pick(Taxes.Prices.values()),
        chance.odds(2) ? chance.pick(Taxpayer.values()) : null,
        chance.odds(2) ? rates.getLast().category() : null,
        rates);
  }

  private Exact percent() {
    return Exact.of(chance.below(10_001), 2);
  }

  private @Nullable TaxCategory taxCategory(@Nullable Taxes taxes) {
    if (taxes == null || (taxes.usual() != null && chance.odds(2))) {
      return null;
    }
    return chance.pick(List.copyOf(taxes.categories()));
  }

  private Tier tier(
      int i,
      List<FeeCategory> categories,
      List<MeasureDeclaration> measures,
      @Nullable Taxes taxes) {
    TierId id = TierId.of(chance.id("tier", i));
    FeeCategory category = chance.pick(categories);
    LocalDate from = chance.odds(4) ? chance.day() : null;
    return new Tier(
        id,
        chance.odds(3) ? id.text() : chance.name(),
        category.id(),
        chance.below(2_000_001) - 1_000_000,
        chance.odds(5) ? Conditions.NONE : conditions.withExpression(),
        charges.random(category),
        calendars.promise(measures),
        chance.odds(5) ? conditions.withExpression() : null,
        from,
        from != null && chance.odds(2) ? from.plusDays(1 + chance.below(90)) : null,
        before(category, categories),
        chance.pick(Tier.OutOfRange.values()),
        taxCategory(taxes),
        chance.odds(4));
  }

  /** Some of the categories that are priced before another. */
  private List<CategoryId> before(FeeCategory category, List<FeeCategory> categories) {
    return categories.subList(0, categories.indexOf(category)).stream()
        .filter(_ -> chance.odds(3))
        .map(FeeCategory::id)
        .toList();
  }

  private List<Dimension> specificity(List<AttributeDeclaration> attributes) {
    List<Dimension> all = new ArrayList<>(PriceBook.defaultSpecificity());
    attributes.forEach(declared -> all.add(new Dimension.Attribute(declared.name())));
    Collections.shuffle(all, chance.random());
    return all.subList(0, chance.odds(2) ? 0 : chance.below(all.size() + 1));
  }

  private List<Fact> mandatory(
      List<AttributeDeclaration> attributes, List<MeasureDeclaration> measures) {
    List<Fact> all = new ArrayList<>(List.of(Dimension.Standard.values()));
    all.addAll(List.of(NumberFact.Standard.values()));
    measures.forEach(measure -> all.add(new NumberFact.Measured(measure.name())));
    attributes.forEach(
        declared ->
            all.add(
                declared.type() == AttributeDeclaration.Type.NUMBER
                    ? new NumberFact.Attribute(declared.name())
                    : new Dimension.Attribute(declared.name())));
    Collections.shuffle(all, chance.random());
    return all.subList(0, chance.below(4));
  }
}
