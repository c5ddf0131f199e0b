package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an order waits, with what a person needs to know, and what ends the waiting. */
class HoldsTest {

  private static final String BOOK =
      """
      holdAbove: 1000.00
      categories: {labour: {per: item, required: true}, travel: {per: order}, parts: {per: order}}
      priceLists: {p: {CAP-35: [{price: 48.00, until: 2026-12-01}, {price: 52.00, from: 2026-12-01, until: 2027-01-01}]}}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 定制, category: labour, priority: 2, when: {customerClass: KEY}, charge: {quote: {from: 100.00, to: 2000.00}}}
        - {tier: 吊车, category: labour, priority: 1, when: {service: 吊车}, charge: {flat: 800.00, agreed: {from: 800.00, to: 1000.00}}}
        - {tier: 管, category: labour, priority: 1, when: {service: 管}, charge: {graduated: [{upTo: 5, price: 1.00}]}}
        - {tier: 合, category: labour, priority: 1, when: {service: 合}, charge: {sum: [{flat: 2.00}, {volume: [{upTo: 5, price: 1.00}]}]}}
        - {tier: 配件, category: parts, priority: 1, charge: {priceList: p}}
      """;

  private static Hold only(String order) {
    List<Hold> holds = Desk.with(BOOK).rated(order).holds();
    assertThat(holds).hasSize(1);
    return holds.getFirst();
  }

  @Test
  void aQuoteSaysItsTierAndRange() {
    Hold hold = only("service=维修 class=KEY");
    assertThat(hold.reason()).isEqualTo(Hold.Reason.QUOTE);
    assertThat(hold.detail())
        .isInstanceOfSatisfying(
            Hold.Detail.Quote.class,
            quote -> {
              assertThat(quote.tier()).isEqualTo(TierId.of("定制"));
              assertThat(quote.range()).hasToString("[100.00, 2000.00]");
            });
  }

  @Test
  void anAmountAboveTheBooksLimitSaysBoth() {
    assertThat(Desk.with(BOOK).rate("service=维修 qty=10")).isEqualTo("维修 1000.00");
    Rated rated = Desk.with(BOOK).rated("service=维修 qty=10.0001");
    assertThat(rated.holds().getFirst().detail().toString())
        .isEqualTo("Above[amount=1000.01, limit=1000.00]");
    assertThat(rated.lines()).hasSize(1);
    assertThat(Desk.with(BOOK).released().rate("service=维修 qty=10.0001")).isEqualTo("维修 1000.01");
  }

  @ParameterizedTest
  @CsvSource({
    "管, 5, 管 5.00",
    "管, 5.01, OUT_OF_RANGE labour 0",
    "合, 5, 合 7.00",
    "合, 5.01, OUT_OF_RANGE labour 0",
  })
  void aQuantityBeyondTheLastStepWaits(String service, String quantity, String result) {
    assertThat(Desk.with(BOOK).rate("service=" + service + " qty=" + quantity)).isEqualTo(result);
  }

  @Test
  void aQuantityBeyondTheLastStepNamesItsTier() {
    assertThat(only("service=管 qty=6").detail()).isEqualTo(new Hold.Detail.Beyond(TierId.of("管")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T23:59:59, 维修 100.00 + 配件 CAP-35 96.00",
    "2026-12-01T00:00:00, 维修 100.00 + 配件 CAP-35 104.00",
    "2027-01-01T00:00:00, NO_LIST_PRICE parts",
  })
  void aPartHasThePriceOfThePricingDay(String completed, String result) {
    assertThat(Desk.with(BOOK).rate("service=维修 parts=CAP-35*2 completed=" + completed))
        .isEqualTo(result);
  }

  @Test
  void aPartWithoutPriceIsNamedAndTheOthersStayAsEstimates() {
    Rated rated = Desk.with(BOOK).rated("service=维修 parts=CAP-35,X-1");
    assertThat(rated.holds())
        .containsExactly(
            new Hold(
                Hold.Reason.NO_LIST_PRICE,
                CategoryId.of("parts"),
                -1,
                new Hold.Detail.NoPrice(PartNo.of("X-1"))));
    assertThat(rated.lines()).hasSize(2);
    assertThat(rated.total()).hasToString("148.00");
  }

  @ParameterizedTest
  @CsvSource({
    "680.00, 定制 680.00",
    "100.00, 定制 100.00",
    "2000.00, OVER_LIMIT",
    "99.99, QUOTE labour 0",
    "2000.01, QUOTE labour 0",
  })
  void aQuoteStandsInsideItsRange(String amount, String result) {
    Desk desk = Desk.with(BOOK).quoted("labour", 0, "定制", amount);
    assertThat(desk.rate("service=维修 class=KEY")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "labour, 0, 维修, 680.00, QUOTE labour 0",
    "labour, 1, 定制, 680.00, QUOTE labour 0",
    "travel, 0, 定制, 680.00, QUOTE labour 0",
    "labour, 0, 定制, 680.00, 定制 680.00",
  })
  void aQuoteIsForOneTierAndItem(
      String category, int item, String tier, String amount, String result) {
    Desk desk = Desk.with(BOOK).quoted(category, item, tier, amount);
    assertThat(desk.rate("service=维修 class=KEY")).isEqualTo(result);
  }

  @Test
  void aQuoteStandsAsLongAsItsTierWins() {
    Desk desk = Desk.with(BOOK).quoted("labour", 0, "定制", "680.00");
    assertThat(desk.rate("rev=1 service=维修 class=KEY")).isEqualTo("定制 680.00");
    assertThat(desk.rate("rev=2 service=维修 class=KEY urgency=U")).isEqualTo("定制 680.00");
    assertThat(desk.rate("rev=3 service=维修 class=VIP")).isEqualTo("维修 100.00");
  }

  @Test
  void ofSeveralQuotesTheLastCounts() {
    Relation relation = Relation.parse("headquarters→partner");
    Decisions decisions =
        Decisions.NONE.with(quote(relation, "500.00")).with(quote(relation, "600.00"));
    Rated rated =
        new Rater(BookText.compiled(BOOK))
            .rate(
                Desk.with(BOOK).facts(OrderText.parse("service=维修 class=KEY")).with(decisions),
                Bases.NONE,
                Tallies.NONE);
    assertThat(Desk.text(rated)).isEqualTo("定制 600.00");
  }

  private static Decisions.Quote quote(Relation relation, String amount) {
    return new Decisions.Quote(
        relation, CategoryId.of("labour"), 0, TierId.of("定制"), Exact.parse(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 吊车 800.00",
    "950.00, 吊车 950.00",
    "1000.00, 吊车 1000.00",
    "1000.01, 吊车 800.00",
    "799.00, 吊车 800.00",
  })
  void anAgreedAmountReplacesATariffInsideItsRange(String amount, String result) {
    Desk desk = Desk.with(BOOK);
    if (!amount.isEmpty()) {
      desk.quoted("labour", 0, "吊车", amount);
    }
    assertThat(desk.rate("service=吊车")).isEqualTo(result);
  }

  @Test
  void aFinalOrderWithoutItsPricingTimeSaysWhichFactIsMissing() {
    String verified = "pricedAt: verified\nfinalAt: verified\n" + BOOK;
    assertThat(Desk.with(verified).rate("service=维修")).isEqualTo("ESTIMATED 维修 100.00");
    Rated rated = Desk.with(verified).rated("status=VERIFIED service=维修");
    assertThat(rated.holds())
        .containsExactly(Hold.of(Hold.Reason.FACT_MISSING, new Hold.Detail.Missing("verifiedAt")));
    assertThat(rated.pricingTime()).isNull();
    assertThat(Desk.with(verified).rate("status=VERIFIED service=维修 verified=2026-11-21T10:00"))
        .isEqualTo("维修 100.00");
  }

  @ParameterizedTest
  @CsvSource({
    "completed, OPEN, ESTIMATED 维修 100.00",
    "completed, COMPLETED, 维修 100.00",
    "completed, VERIFIED, 维修 100.00",
    "completed, CANCELLED, VOIDED",
    "verified, OPEN, ESTIMATED 维修 100.00",
    "verified, COMPLETED, ESTIMATED 维修 100.00",
    "verified, VERIFIED, 维修 100.00",
  })
  void amountsAreEstimatesUntilTheBookCallsTheFactsFinal(
      String finalAt, String status, String result) {
    Desk desk = Desk.with("finalAt: " + finalAt + "\n" + BOOK);
    assertThat(desk.rate("service=维修 status=" + status)).isEqualTo(result);
  }

  @Test
  void anOpenOrderIsPricedAtTheTimeGiven() {
    Rated rated = Desk.with(BOOK).rated("service=维修 status=OPEN");
    assertThat(rated.pricingTime()).isEqualTo(Desk.NOW);
  }

  @Test
  void statedPartsAreTheSumOfWhatTheSourceStated() {
    Desk desk =
        Desk.with(
            """
            categories: {fee: {per: order}}
            tiers: [{tier: t, category: fee, priority: 1, charge: {percent: 30, of: statedParts}}]
            """);
    assertThat(desk.rate("parts=A@100.00,B*2@50.05")).isEqualTo("t 45.02");
    assertThat(desk.rate("parts=A,B")).isEqualTo("NOT_APPLICABLE");
    assertThat(desk.rate("parts=A@0.00")).isEqualTo("NOT_APPLICABLE");
  }
}
