package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a line is tax. */
class TaxTest {

  private static final String BOOK =
      """
      taxes:
        prices: PRICES
        category: service
        PAYEE
        rates:
          service:
            general: 6
            small-scale: [{rate: 3, until: 2026-11-20}, {rate: 1, from: 2026-11-20, until: 2026-12-01}]
            individual: 0
          goods: {general: 13}
      categories: {labour: {per: item}, parts: {per: order}}
      tiers:
        - {tier: 人工, category: labour, priority: 1, charge: {perUnit: 106.00}}
        - {tier: 配件, category: parts, priority: 1, charge: {percent: 100, of: statedParts}, taxCategory: goods}
      modifiers:
        - {modifier: 急, on: [labour, parts], when: {urgency: U}, percent: 20}
        - {modifier: 减, on: labour, when: {urgency: D}, percent: -50}
      """;

  private static String book(String prices) {
    return BOOK.replace("PRICES", prices).replace("  PAYEE\n", "");
  }

  /** {@code 人工 106.00 = 100.00 + 6.00 @6}, each line's amount, net, tax and rate. */
  private static String text(Rated rated) {
    if (rated.state() == Rated.State.ON_HOLD) {
      return Desk.text(rated);
    }
    return rated.lines().stream()
        .map(line -> line.label() + " " + line.amount() + ": " + text(line.tax()))
        .collect(Collectors.joining(" | "));
  }

  private static String text(LineTax tax) {
    return tax == null
        ? "none"
        : tax.net() + " + " + tax.tax() + " @" + tax.percent().toShortString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "inclusive # taxpayer=GENERAL; service=x        # 人工 106.00: 100.00 + 6.00 @6",
        "exclusive # taxpayer=GENERAL; service=x        # 人工 106.00: 106.00 + 6.36 @6",
        "inclusive # taxpayer=SMALL_SCALE; service=x    # 人工 106.00: 104.95 + 1.05 @1",
        "exclusive # taxpayer=SMALL_SCALE; service=x    # 人工 106.00: 106.00 + 1.06 @1",
        "inclusive # taxpayer=INDIVIDUAL; service=x     # 人工 106.00: 106.00 + 0.00 @0",
        "inclusive # taxpayer=GENERAL; service=x qty=0.01 # 人工 1.06: 1.00 + 0.06 @6",
        "inclusive # taxpayer=GENERAL; service=x qty=0.001 # 人工 0.11: 0.10 + 0.01 @6",
        "exclusive # taxpayer=GENERAL; service=x qty=0.0007 # 人工 0.07: 0.07 + 0.00 @6",
      })
  void aLineSaysWhatOfItIsTax(String prices, String order, String result) {
    assertThat(text(Desk.with(book(prices)).rated(order))).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "parts=A*1@113.00 urgency=U # 人工 106.00: 100.00 + 6.00 @6 | 配件 113.00: 100.00 + 13.00 @13"
            + " | 急 21.20: 20.00 + 1.20 @6 | 急 22.60: 20.00 + 2.60 @13",
        "urgency=D                  # 人工 106.00: 100.00 + 6.00 @6 | 减 -53.00: -50.00 + -3.00 @6",
      })
  void aModifiersLineBearsTheTaxOfItsCharge(String facts, String result) {
    String order = "taxpayer=GENERAL " + facts + "; service=x";
    assertThat(text(Desk.with(book("inclusive")).rated(order))).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "2026-11-19T23:59:59 # 人工 106.00: 102.91 + 3.09 @3",
        "2026-11-20T00:00:00 # 人工 106.00: 104.95 + 1.05 @1",
        "2026-11-30T23:59:59 # 人工 106.00: 104.95 + 1.05 @1",
        "2026-12-01T00:00:00 # FACT_MISSING labour 0",
      })
  void theRateIsThatOfThePricingDay(String completed, String result) {
    String order = "taxpayer=SMALL_SCALE completed=" + completed + "; service=x";
    assertThat(text(Desk.with(book("inclusive")).rated(order))).isEqualTo(result);
  }

  @Test
  void aPayeeOfWhomNobodySaysHowHeIsTaxedWaitsUnlessTheBookSaysIt() {
    assertThat(text(Desk.with(book("inclusive")).rated("; service=x")))
        .isEqualTo("FACT_MISSING labour 0");
    String stated = BOOK.replace("PRICES", "inclusive").replace("PAYEE", "payee: general");
    assertThat(text(Desk.with(stated).rated("; service=x")))
        .isEqualTo("人工 106.00: 100.00 + 6.00 @6");
    assertThat(text(Desk.with(stated).rated("taxpayer=INDIVIDUAL; service=x")))
        .isEqualTo("人工 106.00: 106.00 + 0.00 @0");
  }

  @Test
  void aTaxCategoryWithoutARateForThePayeeHolds() {
    Rated rated =
        Desk.with(book("inclusive")).rated("taxpayer=SMALL_SCALE parts=A*1@1.00; service=x");
    assertThat(Desk.text(rated)).isEqualTo("FACT_MISSING parts");
    PriceBook book = BookText.compiled(book("inclusive")).book();
    Hold hold = rated.holds().getFirst();
    assertThat(Wording.of(book, GbT2260.tree(), Language.CHINESE).hold(hold))
        .isEqualTo("parts：缺少必要信息，税目「goods」对小规模纳税人在 2026-11-20 没有税率");
    assertThat(Wording.of(book, GbT2260.tree(), Language.ENGLISH).hold(hold))
        .isEqualTo(
            "parts: a fact is missing, no rate of tax for goods, small-scale taxpayer, on"
                + " 2026-11-20");
  }

  @Test
  void aBookWithoutTaxesSaysNothingOfTax() {
    String untaxed =
        """
        categories: {labour: {per: item}}
        tiers: [{tier: t, category: labour, priority: 1, charge: {flat: 1.00}}]
        """;
    Rated rated = Desk.with(untaxed).rated("taxpayer=GENERAL; service=x");
    assertThat(text(rated)).isEqualTo("t 1.00: none");
    assertThat(rated.tax()).isNull();
  }

  @Test
  void netAndTaxAddUpToWhatIsOwed() {
    for (String prices : new String[] {"inclusive", "exclusive"}) {
      Desk desk = Desk.with(book(prices));
      for (int cents = 0; cents < 1_500; cents++) {
        String order = "taxpayer=GENERAL; service=x qty=" + fen(cents).toExact();
        for (Line line : desk.rated(order).lines()) {
          LineTax tax = line.tax();
          Money owed = prices.equals("inclusive") ? line.amount() : line.amount().plus(tax.tax());
          assertThat(tax.gross()).isEqualTo(owed);
          assertThat(tax.negate().gross()).isEqualTo(owed.negate());
        }
      }
    }
  }

  private static Money fen(int minor) {
    return new Money(minor, dev.duodang.pricing.money.Currency.CNY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "inclusive # 106.00 = labour 106.00；其中税 6.00 # 106.00 = labour 106.00; of it tax 6.00",
        "exclusive # 106.00 = labour 106.00；另加税 6.36，价税合计 112.36"
            + " # 106.00 = labour 106.00; plus tax 6.36, in all 112.36",
      })
  void theSentenceSaysWhatIsTax(String prices, String chinese, String english) {
    CompiledBook compiled = BookText.compiled(book(prices));
    Facts facts = Desk.of(compiled).facts(OrderText.parse("taxpayer=GENERAL; service=x"));
    Explanation explanation = Explainer.explain(compiled, facts, Bases.NONE, Tallies.NONE);
    assertThat(Wording.of(compiled.book(), compiled.tree(), Language.CHINESE).sentence(explanation))
        .isEqualTo(chinese);
    assertThat(Wording.of(compiled.book(), compiled.tree(), Language.ENGLISH).sentence(explanation))
        .isEqualTo(english);
  }

  @Test
  void aLineIsWrittenWithItsTax() {
    CompiledBook compiled = BookText.compiled(book("inclusive"));
    Line line = Desk.of(compiled).rated("taxpayer=GENERAL; service=x").lines().getFirst();
    assertThat(Wording.of(compiled.book(), compiled.tree(), Language.CHINESE).line(line))
        .isEqualTo("人工 106.00 = 1 × 106.00，不含税 100.00，税 6.00（6%，一般纳税人）");
    assertThat(Wording.of(compiled.book(), compiled.tree(), Language.ENGLISH).line(line))
        .isEqualTo("人工 106.00 = 1 × 106.00, net 100.00, tax 6.00 (6%, general taxpayer)");
  }
}
