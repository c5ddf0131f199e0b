package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.TenantRoot;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One version of the prices of one settlement relation.
 *
 * @param name as people read it
 * @param pricedAt the event at whose time an order is priced
 * @param finalAt the event that makes an order's facts final: COMPLETED or VERIFIED
 * @param validFrom first day in {@code zone}
 * @param validUntil day after the last; null for open
 * @param rounding the one rounding of each line
 * @param appliesWhen orders that settle over this relation at all
 * @param promiseCategory whose winning tier's promise is the order's; null for the usual one
 * @param holdAbove a settlement above this amount in major units waits for a person; null for none
 * @param specificity the order in which conditions are compared; what it leaves out follows in the
 *     default order, attributes last
 * @param mandatory facts that every order has; one without is held, unless it is cancelled
 * @param regions roots of other countries that the tenant adds to the tree
 * @param calendars when people work, for conditions and promises
 * @param exchangeRates what other currencies are worth in its own, those of each together by day
 * @param covers kinds of orders that the book declares to have a price for
 * @param modifierGroups modifiers of which one applies
 * @param periodic what is counted over periods: counters and rebates
 * @param showBase whether a share of another relation's lines shows what it is a share of
 * @param taxes what taxes its lines bear; null for none
 */
public record PriceBook(
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
    Conditions appliesWhen,
    @Nullable CategoryId promiseCategory,
    @Nullable Exact holdAbove,
    List<Dimension> specificity,
    List<Fact> mandatory,
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
    boolean showBase,
    @Nullable Taxes taxes) {

  private static final CategoryId USUAL_PROMISE = CategoryId.of("labour");

  public PriceBook {
    if (validUntil != null && !validFrom.isBefore(validUntil)) {
      throw new IllegalArgumentException(
          "validFrom " + validFrom + " must be before validUntil " + validUntil);
    }
    specificity = completed(specificity, attributes);
    mandatory = mandatory.stream().distinct().toList();
    regions = List.copyOf(regions);
    groups = unique("region group", groups, RegionGroup::name);
    attributes = unique("attribute", attributes, AttributeDeclaration::name);
    measures = unique("measure", measures, MeasureDeclaration::name);
    categories = unique("category", categories, FeeCategory::id);
    tiers = unique("tier", tiers, Tier::id);
    modifiers = unique("modifier", modifiers, Modifier::id);
    priceLists = unique("price list", priceLists, PriceList::id);
    calendars = unique("calendar", calendars, WorkCalendar::id);
    exchangeRates = ExchangeRate.ordered(exchangeRates, currency);
    covers = List.copyOf(covers);
    modifierGroups = unique("modifier group", modifierGroups, ModifierGroup::id);
    modifiers.forEach(new ModifierGroups(modifierGroups)::add);
    periodic.check(tiers, modifiers);
    checkTaxes(relation, tiers, taxes);
    if (covers.stream().anyMatch(covered -> covered.expression() != null)) {
      throw new IllegalArgumentException(
          "covers names an expression, of which nothing can be proven; name facts");
    }
    new CalendarUse(calendars, measures, tiers, modifiers, periodic.rebates())
        .check(appliesWhen, covers);
  }

  private static void checkTaxes(Relation relation, List<Tier> tiers, @Nullable Taxes taxes) {
    for (Tier tier : tiers) {
      TaxCategory category = tier.taxCategory();
      if (taxes == null ? category != null : category == null && taxes.usual() == null) {
        throw new IllegalArgumentException(
            "tier \"" + tier.id() + "\" and the book must both speak of tax, or neither");
      }
      if (taxes != null && category != null && !taxes.categories().contains(category)) {
        throw new IllegalArgumentException(
            "there is no rate for tax category \"" + category + "\"");
      }
    }
    boolean stated =
        switch (relation.payee()) {
          case PARTNER, DEPARTMENT, ENGINEER -> true;
          case HEADQUARTERS, CUSTOMER, BRAND -> taxes == null || taxes.unstated() != null;
        };
    if (!stated) {
      throw new IllegalArgumentException(
          "no order says how " + relation.payee() + " is taxed; the book's taxes must");
    }
  }

  private static <T> List<T> unique(String what, List<T> values, Function<T, Object> name) {
    Set<Object> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(name.apply(value))) {
        throw new IllegalArgumentException(what + " \"" + name.apply(value) + "\" is there twice");
      }
    }
    return List.copyOf(values);
  }

  private static List<Dimension> completed(
      List<Dimension> first, List<AttributeDeclaration> attributes) {
    Set<Dimension> all = new LinkedHashSet<>(first);
    all.addAll(defaultSpecificity());
    attributes.forEach(declared -> all.add(new Dimension.Attribute(declared.name())));
    return List.copyOf(all);
  }

  /** The category of an id, or null when the book has none. */
  public @Nullable FeeCategory category(CategoryId id) {
    return categories.stream()
        .filter(category -> category.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** The calendar of an id, or null when the book has none. */
  public @Nullable WorkCalendar calendar(CalendarId id) {
    return calendars.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * The category whose winning tier's promise is the order's: the one that the book names, else
   * {@code labour}; null where it has neither.
   */
  public @Nullable CategoryId categoryOfPromise() {
    return promiseCategory != null || category(USUAL_PROMISE) == null
        ? promiseCategory
        : USUAL_PROMISE;
  }

  /** The tier of an id, or null when the book has none. */
  public @Nullable Tier tier(TierId id) {
    return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst().orElse(null);
  }

  /** The group of modifiers of an id, or null when the book has none. */
  public @Nullable ModifierGroup modifierGroup(ModifierGroupId id) {
    return modifierGroups.stream().filter(group -> group.id().equals(id)).findFirst().orElse(null);
  }

  /** The attribute of a name, or null when the book declares none. */
  public @Nullable AttributeDeclaration attribute(AttributeName name) {
    return attributes.stream()
        .filter(declared -> declared.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /**
   * This book with a tier in the place of the one of the same id, else behind the last tier of its
   * category, else as the last tier.
   */
  public PriceBook with(Tier tier) {
    List<Tier> changed = new ArrayList<>(tiers);
    int place = -1;
    for (int i = 0; i < tiers.size() && place < 0; i++) {
      place = tiers.get(i).id().equals(tier.id()) ? i : -1;
    }
    if (place >= 0) {
      changed.set(place, tier);
    } else {
      changed.add(behindItsCategory(tier), tier);
    }
    return withTiers(changed);
  }

  private int behindItsCategory(Tier tier) {
    int behind = tiers.size();
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).category().equals(tier.category())) {
        behind = i + 1;
      }
    }
    return behind;
  }

  private PriceBook withTiers(List<Tier> changed) {
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
        changed,
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

  /** Whether another book is the same but for its tiers. */
  public boolean differsInTiersAlone(PriceBook other) {
    return head().equals(other.head());
  }

  /** Everything but the tiers. */
  List<@Nullable Object> head() {
    return Arrays.asList(
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

  /** The default order in which conditions are compared; attributes come last. */
  public static List<Dimension> defaultSpecificity() {
    return List.of(Dimension.Standard.values());
  }
}
