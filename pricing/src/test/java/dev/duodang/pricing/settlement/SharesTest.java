package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charges that are a share of another relation's lines. */
class SharesTest {

  private static Edition edition(String relation, String currency, String parts) {
    String head =
        "book: %s\nrelation: %s\ncurrency: %s\nzone: Asia/Shanghai\nvalidFrom: 2026-01-01\n"
            .formatted(relation.replace("→", "-"), relation, currency);
    return new Edition(
        BookText.compile(BookText.book(head + parts)), 1, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Edition partner(String currency) {
    return edition(
        "headquarters→partner",
        currency,
        """
        categories: {labour: {per: item}}
        tiers: [{tier: 维修, category: labour, priority: 1, charge: {flat: 180.00}}]
        """);
  }

  private static Edition engineer(String head, String charge) {
    return edition(
        "partner→engineer",
        "CNY",
        head
            + "\ncategories: {labour: {per: order}}\n"
            + "tiers: [{tier: 分成, category: labour, priority: 1, charge: {"
            + charge.replace("BASE", "of: {relation: headquarters→partner, category: labour}")
            + "}}]\n");
  }

  private static Settlement settle(Edition partner, Edition engineer) {
    return new Settler(Shelf.of(List.of(partner, engineer)))
        .settle(
            Facts.of(
                OrderText.parse("handlers=E1; service=维修"), new Resolution.Unknown(), Desk.NOW),
            Tallies.NONE,
            Windows.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "showBase: true  | percent: 60, BASE                            | 108.00 | 180.00 × 60%    "
            + " | 180.00",
        "showBase: false | percent: 60, BASE                            | 108.00 | … × 60%         "
            + " |",
        "''              | percent: 60, BASE                            | 108.00 | … × 60%         "
            + " |",
        "''              | percent: {rate: 60, free: 80}, BASE          | 60.00  | 60.00           "
            + " |",
        "''              | percent: 60, maximum: 100.00, BASE           | 100.00 | 100.00          "
            + " |",
        "''              | percent: 60, scope: visit, BASE              | 108.00 | … × 60%         "
            + " |",
        "''              | 'sum: [{percent: 60, BASE}, {flat: 5.00}]'   | 113.00 | … × 60% + 5.00  "
            + " |",
        "showBase: true  | 'sum: [{percent: 60, BASE}, {flat: 5.00}]'   | 113.00 | 180.00 × 60% +"
            + " 5.00 |",
      })
  void whatAShareIsOfIsShownOnlyWhereTheBookSaysSo(
      String head, String charge, String amount, String formula, String quantity) {
    Settlement settlement = settle(partner("CNY"), engineer(head, charge));
    Posting share = Postings.of(settlement, 1, Revision.FIRST).getLast();
    assertThat(share.amount()).hasToString(amount);
    assertThat(share.formula()).isEqualTo(formula);
    assertThat(share.quantity() == null ? null : share.quantity().toString()).isEqualTo(quantity);
  }

  @Test
  void aShareOfAnotherCurrencyWaitsForARate() {
    Edition engineer = engineer("", "percent: 60, BASE");
    Settlement settlement = settle(partner("USD"), engineer);
    Hold hold = settlement.relations().getLast().rated().holds().getFirst();
    assertThat(hold.reason()).isEqualTo(Hold.Reason.FACT_MISSING);
    assertThat(Wording.of(engineer.compiled().book(), GbT2260.tree(), Language.ENGLISH).hold(hold))
        .isEqualTo(
            "labour: a fact is missing, there is no rate from USD to CNY on 2026-11-20"
                + " for headquarters→partner");
    assertThat(Wording.of(engineer.compiled().book(), GbT2260.tree(), Language.CHINESE).hold(hold))
        .isEqualTo("labour：缺少必要信息，2026-11-20 没有 USD 到 CNY 的汇率（headquarters→partner）");
  }

  /** The order is completed on 2026-11-20 in Shanghai; 180.00 USD are shared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD: 7.1 | 766.80 | 1278.000 × 60% [180.00 USD × 7.1]",
        "USD: [{rate: 7.1, until: 2026-11-20}, {rate: 7.2, from: 2026-11-20}] | 777.60 | 1296.000 ×"
            + " 60% [180.00 USD × 7.2]",
        "USD: [{rate: 7.1, until: 2026-11-21}, {rate: 7.2, from: 2026-11-21}] | 766.80 | 1278.000 ×"
            + " 60% [180.00 USD × 7.1]",
        "USD: 7.12345 | 769.33 | 1282.2210000 × 60% [180.00 USD × 7.12345]",
        "EUR: 8, USD: 7.1 | 766.80 | 1278.000 × 60% [180.00 USD × 7.1]",
      })
  void aShareOfAnotherCurrencyIsExchangedAtTheRateOfThePricingDay(
      String rates, String amount, String formula) {
    Edition engineer =
        engineer("showBase: true\nexchangeRates: {" + rates + "}", "percent: 60, BASE");
    Posting share = Postings.of(settle(partner("USD"), engineer), 1, Revision.FIRST).getLast();
    assertThat(share.amount()).hasToString(amount);
    assertThat(share.amount().currency()).hasToString("CNY");
    assertThat(share.formula()).isEqualTo(formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EUR: 8",
        "USD: {rate: 7.1, until: 2026-11-20}",
        "USD: {rate: 7.1, from: 2026-11-21}",
        "USD: [{rate: 7.1, until: 2026-11-19}, {rate: 7.2, from: 2026-11-22}]"
      })
  void aDayWithoutARateHolds(String rates) {
    Edition engineer = engineer("exchangeRates: {" + rates + "}", "percent: 60, BASE");
    assertThat(settle(partner("USD"), engineer).relations().getLast().rated().holds())
        .extracting(Hold::reason)
        .containsExactly(Hold.Reason.FACT_MISSING);
  }

  @Test
  void anExchangeTellsNothingOfAHiddenBase() {
    Edition engineer = engineer("exchangeRates: {USD: 7.1}", "percent: 60, BASE");
    Posting share = Postings.of(settle(partner("USD"), engineer), 1, Revision.FIRST).getLast();
    assertThat(share.amount()).hasToString("766.80");
    assertThat(share.formula()).isEqualTo("… × 60%");
    assertThat(share.quantity()).isNull();
  }
}
