package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Regions;
import dev.duodang.database.TenantId;
import dev.duodang.order.SettlementView.HoldView;
import dev.duodang.order.SettlementView.LineView;
import dev.duodang.order.SettlementView.PartyView;
import dev.duodang.order.SettlementView.RegionRef;
import dev.duodang.order.SettlementView.ShareView;
import dev.duodang.order.SettlementView.TaxView;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Party;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import dev.duodang.settlement.OrderLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is shown of settlements. */
@Component
class SettlementViews {

  private final Books books;
  private final Regions regions;
  private final Counterparties counterparties;

  SettlementViews(Books books, Regions regions, Counterparties counterparties) {
    this.books = books;
    this.regions = regions;
    this.counterparties = counterparties;
  }

  /**
   * A relation with the lines posted for it, or with estimates where none stand.
   *
   * @param posted all lines of the order
   */
  SettlementView of(
      TenantId tenant,
      WorkOrder order,
      RelationSettlement one,
      List<OrderLedger.PostedLine> posted,
      Language language) {
    Edition edition = edition(tenant, one);
    Set<Integer> reversed = new HashSet<>();
    posted.forEach(
        line -> {
          if (line.line().reverses() != null) {
            reversed.add(line.line().reverses());
          }
        });
    List<OrderLedger.PostedLine> own =
        posted.stream().filter(line -> line.line().relation().equals(one.relation())).toList();
    boolean settled = one.rated().state() == Rated.State.SETTLED;
    List<LineView> lines =
        new java.util.ArrayList<>(
            own.stream().map(line -> line(line, order, edition, reversed, language)).toList());
    if (!settled) {
      one.rated().lines().forEach(line -> lines.add(estimate(line, order, edition, language)));
    }
    return new SettlementView(
        one.relation().toString(),
        party(tenant, one.payer(), language),
        party(tenant, one.payee(), language),
        one.rated().state().name(),
        one.book() == null
            ? null
            : new SettlementView.BookRef(one.book().book().text(), one.book().version()),
        one.rated().currency().code(),
        total(one, own),
        taxTotal(one, own),
        one.rated().holds().stream()
            .map(hold -> hold(tenant, hold, one, edition, language))
            .toList(),
        lines);
  }

  /** A relation of an order that is not posted: what it would come to. */
  SettlementView preview(
      TenantId tenant, WorkOrder order, RelationSettlement one, Language language) {
    Edition edition = edition(tenant, one);
    boolean held = one.rated().state() == Rated.State.ON_HOLD;
    return new SettlementView(
        one.relation().toString(),
        party(tenant, one.payer(), language),
        party(tenant, one.payee(), language),
        one.rated().state().name(),
        one.book() == null
            ? null
            : new SettlementView.BookRef(one.book().book().text(), one.book().version()),
        one.rated().currency().code(),
        held ? null : one.rated().total().toString(),
        held ? null : text(one.rated().tax()),
        one.rated().holds().stream()
            .map(hold -> hold(tenant, hold, one, edition, language))
            .toList(),
        one.rated().lines().stream()
            .map(line -> estimate(line, order, edition, language))
            .toList());
  }

  private static @Nullable String total(
      RelationSettlement one, List<OrderLedger.PostedLine> posted) {
    return text(sum(one, posted));
  }

  /**
   * What a relation comes to; null while it waits.
   *
   * @param posted the lines of the relation
   */
  static @Nullable Money sum(RelationSettlement one, List<OrderLedger.PostedLine> posted) {
    return switch (one.rated().state()) {
      case ON_HOLD -> null;
      case ESTIMATED -> one.rated().total();
      case SETTLED, VOIDED, NOT_APPLICABLE -> {
        long minor = 0;
        for (OrderLedger.PostedLine line : posted) {
          minor = Math.addExact(minor, line.line().amount().minor());
        }
        yield new Money(minor, one.rated().currency());
      }
    };
  }

  /** The taxes of what {@link #total} sums up; null where no line bears any. */
  private static @Nullable String taxTotal(
      RelationSettlement one, List<OrderLedger.PostedLine> posted) {
    return switch (one.rated().state()) {
      case ON_HOLD -> null;
      case ESTIMATED -> text(one.rated().tax());
      case SETTLED, VOIDED, NOT_APPLICABLE ->
          posted.stream()
              .flatMap(line -> Stream.ofNullable(line.line().tax()))
              .map(LineTax::tax)
              .reduce(Money::plus)
              .map(Money::toString)
              .orElse(null);
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable TaxView tax(@Nullable LineTax tax) {
    return tax == null
        ? null
        : new TaxView(
            tax.category().text(),
            tax.taxpayer().name(),
            tax.percent().toShortString(),
            tax.net().toString(),
            tax.tax().toString());
  }

  /** The edition that priced the relation, or any of its book, for its names. */
  @Nullable Edition edition(TenantId tenant, RelationSettlement one) {
    Shelf shelf = books.shelf(tenant);
    Edition exact = one.book() == null ? null : shelf.edition(one.book());
    return exact == null ? shelf.editions(one.relation()).stream().findFirst().orElse(null) : exact;
  }

  private PartyView party(TenantId tenant, Party party, Language language) {
    String id = party.id() == null ? "" : party.id().text();
    String known = id.isEmpty() ? "" : counterparties.name(tenant, id);
    return new PartyView(
        party.kind().name(),
        id,
        known.isEmpty() || party.kind() == PartyKind.HEADQUARTERS
            ? PartyNames.of(party.kind(), language == Language.CHINESE)
            : known);
  }

  private HoldView hold(
      TenantId tenant,
      Hold hold,
      RelationSettlement one,
      @Nullable Edition edition,
      Language language) {
    String sentence =
        edition == null
            ? hold.reason().name()
            : Wording.of(edition.compiled().book(), edition.compiled().tree(), language).hold(hold);
    Hold.Detail.Quote quote = hold.detail() instanceof Hold.Detail.Quote detail ? detail : null;
    return new HoldView(
        hold.reason().name(),
        one.relation().toString(),
        hold.category() == null ? null : hold.category().text(),
        hold.item() < 0 ? null : hold.item(),
        sentence,
        hold.detail() instanceof Hold.Detail.Regions candidates
            ? candidates.candidates().stream().map(code -> region(tenant, code)).toList()
            : List.of(),
        quote == null ? null : quote.range().minimum().toString(),
        quote == null ? null : quote.range().maximum().toString());
  }

  RegionRef region(TenantId tenant, RegionCode code) {
    return new RegionRef(code.text(), regions.tree(tenant).path(code));
  }

  /** The deepest region that is certain. */
  @Nullable RegionRef region(TenantId tenant, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved resolved -> region(tenant, resolved.region().code());
      case Resolution.Ambiguous ambiguous -> region(tenant, ambiguous.ancestor());
      case Resolution.Unknown _ -> null;
    };
  }

  private @Nullable RegionRef region(TenantId tenant, @Nullable Region region) {
    return region == null ? null : region(tenant, region.code());
  }

  private static LineView line(
      OrderLedger.PostedLine posted,
      WorkOrder order,
      @Nullable Edition edition,
      Set<Integer> reversed,
      Language language) {
    Posting line = posted.line();
    return new LineView(
        Integer.toString(line.number()),
        line.kind() == Posting.Kind.LIMIT ? "MINIMUM" : line.kind().name(),
        line.category().text(),
        categoryName(edition, line.category().text()),
        line.item() < 0 ? null : line.item(),
        line.tier() == null ? null : line.tier().text(),
        line.label(),
        line.part() == null ? null : line.part().text(),
        line.amount().toString(),
        line.quantity() == null ? null : line.quantity().toShortString(),
        line.formula(),
        sentence(line, edition, language),
        reversed.contains(line.number()),
        line.reverses() == null ? null : Integer.toString(line.reverses()),
        line.revision().number(),
        line.cause() == null ? null : line.cause().name(),
        shares(line, order),
        posted.postedAt().toString(),
        tax(line.tax()));
  }

  private static LineView estimate(
      Line line, WorkOrder order, @Nullable Edition edition, Language language) {
    return new LineView(
        "",
        line.kind() == Line.Kind.LIMIT ? "MINIMUM" : line.kind().name(),
        line.category().text(),
        categoryName(edition, line.category().text()),
        line.item() < 0 ? null : line.item(),
        line.tier() == null ? null : line.tier().text(),
        line.label(),
        line.part() == null ? null : line.part().text(),
        line.amount().toString(),
        line.quantity() == null ? null : line.quantity().toShortString(),
        line.computation().text(),
        edition == null
            ? ""
            : Wording.of(edition.compiled().book(), edition.compiled().tree(), language).line(line),
        false,
        null,
        order.revision() == null ? 0 : order.revision().number(),
        null,
        List.of(),
        null,
        tax(line.tax()));
  }

  private static String sentence(Posting line, @Nullable Edition edition, Language language) {
    String amount = line.amount().toString();
    String text =
        line.label() + " " + amount + (line.formula().equals(amount) ? "" : " = " + line.formula());
    return line.tax() == null || edition == null
        ? text
        : text
            + language.choose("，", ", ")
            + Wording.of(edition.compiled().book(), edition.compiled().tree(), language)
                .tax(line.tax());
  }

  private static List<ShareView> shares(Posting line, WorkOrder order) {
    if (line.relation().payee() != PartyKind.ENGINEER || order.handlers().size() < 2) {
      return List.of();
    }
    return Shares.of(line.relation(), order, line.amount()).entrySet().stream()
        .map(share -> new ShareView(share.getKey().text(), share.getValue().toString()))
        .toList();
  }

  static String categoryName(@Nullable Edition edition, String id) {
    if (edition == null) {
      return id;
    }
    PriceBook book = edition.compiled().book();
    FeeCategory category = book.category(dev.duodang.pricing.book.CategoryId.of(id));
    return category == null ? id : category.name();
  }

  /** The sum of the lines that stand, one relation at a time. */
  static Map<String, Money> sums(List<OrderLedger.PostedLine> posted) {
    Map<String, Money> sums = new java.util.LinkedHashMap<>();
    posted.forEach(
        line -> sums.merge(line.line().relation().toString(), line.line().amount(), Money::plus));
    return sums;
  }
}
