package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One order over all relations: which book prices it, who stands on each side, what waits. */
class SettlerTest {

  private static final String PARTNER =
      """
      categories: {labour: {per: item, required: true}, callOut: {per: order}}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 100.00}}
        - {tier: 定制, category: labour, priority: 1, when: {service: 定制}, charge: {quote: {from: 1, to: 9}}}
        - {tier: 上门, category: callOut, priority: 1, when: {distance: {gte: 0 km}}, charge: {flat: 20.00}}
      modifiers: [{modifier: 急, on: labour, when: {urgency: U}, percent: 20}]
      """;

  private static final String ENGINEER =
      """
      categories: {labour: {per: order}, callOut: {per: order}}
      tiers:
        - {tier: 分成, category: labour, priority: 1, charge: {percent: 60, of: {relation: headquarters→partner, category: labour}}}
        - {tier: 上门分成, category: callOut, priority: 1, charge: {percent: 100, of: {relation: headquarters→partner, category: callOut}}}
      """;

  private static final String BRAND =
      """
      appliesWhen: {warranty: IN}
      categories: {labour: {per: item}}
      tiers: [{tier: 保内, category: labour, priority: 1, charge: {flat: 200.00}}]
      """;

  private static final String DESK =
      """
      categories: {labour: {per: item}}
      tiers: [{tier: 内部, category: labour, priority: 1, charge: {flat: 5.00}}]
      """;

  private static Edition edition(String relation, String parts) {
    String text =
        "book: "
            + relation.replace("→", "-")
            + "\nrelation: "
            + relation
            + "\ncurrency: CNY\nzone: Asia/Shanghai\n"
            + (parts.contains("validFrom") ? "" : "validFrom: 2026-01-01\n")
            + parts;
    return new Edition(
        BookText.compile(BookText.book(text)), 1, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static final List<Edition> ALL =
      List.of(
          edition("partner→engineer", ENGINEER),
          edition("headquarters→partner", PARTNER),
          edition("brand→headquarters", BRAND),
          edition("department→department", DESK));

  private static Settlement settle(List<Edition> editions, String order) {
    WorkOrder facts = OrderText.parse(order);
    return new Settler(Shelf.of(editions))
        .settle(Facts.of(facts, new Resolution.Unknown(), Desk.NOW), Tallies.NONE, Windows.NONE);
  }

  private static String text(Settlement settlement) {
    return settlement.relations().stream()
        .map(one -> one.relation() + ": " + Desk.text(one.rated()))
        .sorted()
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "handlers=E1 urgency=U km=3; service=维修 # headquarters→partner: 维修 100.00 + 上门 20.00 + 急 20.00"
            + " | partner→engineer: 分成 72.00 + 上门分成 20.00",
        "handlers=E1; service=维修 # headquarters→partner: 维修 100.00 | partner→engineer: 分成 60.00",
        "; service=维修 # headquarters→partner: 维修 100.00",
        "handlers=E1; service=定制 # headquarters→partner: QUOTE labour 0"
            + " | partner→engineer: QUOTE labour, QUOTE callOut",
        "; service=维修 warranty=IN brand=美的 # brand→headquarters: 保内 200.00"
            + " | headquarters→partner: 维修 100.00",
        "nobody for=D2 # ",
        "kind=DEPARTMENT partner=D1 for=D2; service=x # department→department: 内部 5.00",
        "nobody; service=维修 # headquarters→partner: PAYEE_UNKNOWN",
      })
  void anOrderSettlesOverTheRelationsThatConcernIt(String order, String result) {
    assertThat(text(settle(ALL, order))).isEqualTo(result == null ? "" : result);
  }

  @Test
  void theSidesOfARelationAreThoseThatTheOrderNames() {
    String order = "partner=P7 handlers=E1,E2 customer=C3; service=维修 warranty=IN brand=美的";
    assertThat(settle(ALL, order).relations())
        .extracting(one -> one.payer().kind() + " " + one.payer().id() + " → " + one.payee().id())
        .containsExactlyInAnyOrder("BRAND 美的 → null", "HEADQUARTERS null → P7", "PARTNER P7 → E1");
  }

  @Test
  void relationsComeAfterThoseThatTheyAreAPartOf() {
    for (List<Edition> editions : List.of(ALL, ALL.reversed())) {
      assertThat(Shelf.of(editions).relations())
          .containsSubsequence(
              Relation.parse("headquarters→partner"), Relation.parse("partner→engineer"));
    }
  }

  @Test
  void relationsInACircleAreRefused() {
    String circle =
        """
        categories: {labour: {per: order}}
        tiers:
          - {tier: t, category: labour, priority: 1, charge: {percent: 1, of: {relation: partner→engineer, category: labour}}}
        """;
    List<Edition> both =
        List.of(edition("partner→engineer", ENGINEER), edition("headquarters→partner", circle));
    assertThatThrownBy(() -> Shelf.of(both)).hasMessageContaining("each a part of the other");
  }

  @Test
  void twoBooksForOneRelationAreRefused() {
    String other =
        "book: other\nrelation: headquarters→partner\ncurrency: CNY\nzone: UTC\nvalidFrom: 2026-01-01";
    Edition renamed = new Edition(BookText.compile(BookText.book(other)), 1, Instant.EPOCH);
    assertThatThrownBy(() -> Shelf.of(List.of(edition("headquarters→partner", PARTNER), renamed)))
        .hasMessageContaining("has several books [headquarters-partner, other]");
  }

  @Test
  void theLeastAdvancedRelationIsTheStateOfAll() {
    assertThat(settle(ALL, "handlers=E1; service=维修").state()).isEqualTo(Rated.State.SETTLED);
    assertThat(settle(ALL, "status=OPEN; service=维修").state()).isEqualTo(Rated.State.ESTIMATED);
    assertThat(settle(ALL, "; service=定制; service=维修").state()).isEqualTo(Rated.State.ON_HOLD);
    assertThat(settle(ALL, "status=CANCELLED; service=维修").state()).isEqualTo(Rated.State.VOIDED);
    assertThat(settle(ALL, "nobody for=D2").state()).isEqualTo(Rated.State.VOIDED);
  }

  @Test
  void aRelationThatIsAPartOfAWaitingOneSaysForWhich() {
    Settlement settlement = settle(ALL, "handlers=E1; service=定制");
    assertThat(settlement.relations().getLast().rated().holds())
        .extracting(Hold::detail)
        .contains(
            new Hold.Detail.Waiting(Relation.parse("headquarters→partner"), Hold.Reason.QUOTE));
  }

  private static final String PRICED =
      """
      validFrom: FROM
      categories: {labour: {per: item}}
      tiers: [{tier: t, category: labour, priority: 1, charge: {flat: PRICE}}]
      """;

  private static Edition version(int version, String price, String from, String recorded) {
    Edition edition =
        edition("headquarters→partner", PRICED.replace("PRICE", price).replace("FROM", from));
    return new Edition(edition.compiled(), version, Instant.parse(recorded + "T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-15T23:59:59, t 100.00",
    "2026-11-16T00:00:00, t 110.00",
    "2026-11-19T23:59:59, t 110.00",
    "2026-11-20T00:00:00, t 115.00",
    "2026-01-01T00:00:00, t 100.00",
    "2025-12-31T23:59:59, NO_BOOK",
  })
  void theVersionValidAtThePricingTimeAndRecordedLastPrices(String completed, String result) {
    List<Edition> editions =
        List.of(
            version(1, "100.00", "2026-01-01", "2026-01-01"),
            version(2, "110.00", "2026-11-16", "2026-10-01"),
            version(3, "112.00", "2026-11-20", "2026-10-02"),
            version(4, "115.00", "2026-11-20", "2026-12-24"));
    for (List<Edition> order : List.of(editions, editions.reversed())) {
      assertThat(text(settle(order, "completed=" + completed)))
          .isEqualTo("headquarters→partner: " + result);
    }
  }

  @Test
  void ofTwoVersionsRecordedTogetherTheHigherCounts() {
    Edition first = version(1, "1.00", "2026-01-01", "2026-10-01");
    Edition second = version(2, "2.00", "2026-01-01", "2026-10-01");
    for (List<Edition> order : List.of(List.of(first, second), List.of(second, first))) {
      assertThat(text(settle(order, ""))).endsWith("t 2.00");
    }
  }

  @Test
  void aVersionEndsBeforeTheDayItNames() {
    String parts = "validUntil: 2026-11-20\n" + PRICED.replace("PRICE", "1.00");
    List<Edition> ending =
        List.of(edition("headquarters→partner", parts.replace("FROM", "2026-01-01")));
    assertThat(text(settle(ending, "completed=2026-11-19T23:59:59"))).endsWith("t 1.00");
    assertThat(text(settle(ending, "completed=2026-11-20T00:00:00"))).endsWith("NO_BOOK");
  }

  @Test
  void aPostedLineNamesTheVersionThatPricedIt() {
    Settlement settlement = settle(List.of(version(7, "1.00", "2026-01-01", "2026-10-01")), "");
    assertThat(settlement.relations().getFirst().book()).hasToString("headquarters-partner v7");
    assertThat(Postings.of(settlement, 4, Revision.of(2)))
        .extracting(one -> one.number() + " " + one.kind() + " " + one.book() + " " + one.formula())
        .containsExactly("4 CHARGE headquarters-partner v7 1.00");
  }

  @Test
  void whatWaitsOrIsEstimatedPostsNothing() {
    for (String order : List.of("; service=定制", "status=OPEN; service=维修")) {
      assertThat(Postings.of(settle(ALL, order), 1, Revision.FIRST)).isEmpty();
    }
  }
}
