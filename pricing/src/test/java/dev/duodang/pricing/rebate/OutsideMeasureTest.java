package dev.duodang.pricing.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.settlement.AccruedRebate;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.RebateWording;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebate whose steps are in what no order carries. */
class OutsideMeasureTest {

  private static final String STEPS =
      "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}]";

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private static Edition edition(String relation, String steps) {
    String text =
        """
        book: scores
        relation: %s
        currency: CNY
        zone: Asia/Shanghai
        validFrom: 2026-01-01
        categories: {labour: {per: item}}
        tiers: [{tier: t, category: labour, priority: 1, charge: {flat: 100.00}}]
        rebates:
          - rebate: r
            on: labour
            period: month
            measure: {outside: satisfaction, name: 满意度, unit: 分}
            %s
        """
            .formatted(relation, steps);
    return new Edition(
        BookText.compile(BookText.book(text)), 1, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Rebate rebate(String steps) {
    return edition("headquarters→partner", steps).compiled().book().periodic().rebates().getFirst();
  }

  private static Window window(long orders, String amount) {
    long minor = Exact.parse(amount).toUnits(2, RoundingMode.UNNECESSARY);
    return new Window(orders, Exact.of(orders), minor);
  }

  private static Accrual accrual(String steps, long orders, String amount, @Nullable String score) {
    return Accrual.of(
        rebate(steps),
        window(orders, amount),
        score == null ? null : Exact.parse(score),
        Currency.CNY,
        RoundingMode.HALF_UP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}] |  90   |    0.00",
        "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}] |  90.1 |  200.00",
        "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}] |  95   |  200.00",
        "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}] |  98.5 |  800.00",
        "volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 3, flat: 500.00}] |   0   |    0.00",
        "volume: [{price: 2.50}]                                                              |  98.5 |  246.25",
        "graduated: [{upTo: 90, price: 0, flat: 1.00}, {price: 10.00}]                        |  98.5 |   86.00",
        "graduated: [{upTo: 90, price: 0, flat: 1.00}, {price: 10.00}]                        |   0   |    1.00",
      })
  void theStepIsThatOfTheValueAndAPercentageIsOfTheAmount(
      String steps, String score, String accrued) {
    assertThat(accrual(steps, 7, "10000.00", score).accrued()).hasToString(accrued);
  }

  @Test
  void nothingIsAccruedBeforeTheMeasureIsReportedNorWhereNoOrderCounts() {
    Accrual unreported = accrual("volume: [{flat: 500.00}]", 7, "10000.00", null);
    assertThat(unreported.accrued()).hasToString("0.00");
    assertThat(unreported.step()).isNull();
    assertThat(unreported.next()).isNull();
    assertThat(accrual("volume: [{flat: 500.00}]", 0, "0.00", "99").accrued()).hasToString("0.00");
    assertThat(accrual("volume: [{flat: 500.00}]", 1, "0.00", "99").accrued())
        .hasToString("500.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 10000.00 | 85    | 6    | 200.00",
        "7 | 10000.00 | 90    | 1    | 200.00",
        "7 | 10000.00 | 89.95 | 0.06 | 200.00",
        "7 | 10000.00 | 92.5  | 2.6  | 600.00",
        "0 | 0.00     | 92.5  | 2.6  |",
        "7 | 10000.00 | 96    |      |",
      })
  void theNextStepIsAsFarAsTheLastDecimalAndBringsWhatTheAmountOfTodayGives(
      long orders, String amount, String score, String missing, String more) {
    Accrual.Next next = accrual(STEPS, orders, amount, score).next();
    assertThat(next == null ? null : next.missing().toShortString()).isEqualTo(missing);
    assertThat(next == null || next.more() == null ? null : next.more().toString()).isEqualTo(more);
  }

  @Test
  void sentencesNameTheMeasure() {
    RebateWording english = RebateWording.of(Language.ENGLISH);
    RebateWording chinese = RebateWording.of(Language.CHINESE);
    Accrual accrual = accrual(STEPS, 7, "10000.00", "92.5");
    assertThat(chinese.accrued(accrual)).isEqualTo("满意度 92.5 分，按 2% 已累计 ¥200.00");
    assertThat(english.accrued(accrual)).isEqualTo("满意度 92.5 分 at 2 %: ¥200.00");
    assertThat(chinese.next(accrual)).isEqualTo("满意度再 2.6 分到 3% + ¥500.00：按目前金额 +¥600.00");
    assertThat(english.next(accrual))
        .isEqualTo("2.6 分 more of 满意度 to 3 % + ¥500.00: +¥600.00 on today's amount");
    Accrual unreported = accrual(STEPS, 7, "10000.00", null);
    assertThat(chinese.accrued(unreported)).isEqualTo("满意度尚未上报，暂无累计");
    assertThat(english.accrued(unreported))
        .isEqualTo("满意度 is not reported yet, so that nothing is accrued");
    assertThat(chinese.next(unreported)).isEmpty();
    assertThat(chinese.accrued(accrual("volume: [{price: 2.50}]", 7, "1.00", "3")))
        .isEqualTo("满意度 3 分，按 每分 ¥2.50 已累计 ¥7.50");
  }

  @ParameterizedTest
  @CsvSource({
    "headquarters→partner, , P1, P1",
    "partner→engineer, P1, E1, E1",
    "customer→headquarters, C1, , C1",
  })
  void theValueIsThatOfThePayeeOrOfWhoPaysHeadquarters(
      String relation, @Nullable String payer, @Nullable String payee, String party) {
    WindowKey key = key(relation, payer, payee, Period.MONTH);
    Shelf shelf = Shelf.of(List.of(edition(relation, STEPS)));
    OutsideKey measure =
        new OutsideKey(
            MeasureName.of("satisfaction"), PartyId.of(party), ReportedPeriod.parse("2026-11"));
    assertThat(AccruedRebate.outside(key, shelf, NOW)).contains(measure);
    OutsideValue value = new OutsideValue(measure, 3, Exact.parse("92.5"));
    AccruedRebate accrued =
        AccruedRebate.of(
                key,
                window(7, "10000.00"),
                shelf,
                asked -> asked.equals(measure) ? value : null,
                NOW)
            .orElseThrow();
    assertThat(accrued.accrual().accrued()).hasToString("200.00");
    assertThat(accrued.outside()).isEqualTo(value);
  }

  private static WindowKey key(
      String relation, @Nullable String payer, @Nullable String payee, Period period) {
    return new WindowKey(
        Relation.parse(relation),
        new Sides(
            payer == null ? null : PartyId.of(payer), payee == null ? null : PartyId.of(payee)),
        WindowKey.Kind.REBATE,
        "r",
        period,
        LocalDate.parse("2026-11-01"),
        Currency.CNY);
  }

  private static final OutsideKey KEY =
      new OutsideKey(
          MeasureName.of("satisfaction"), PartyId.of("P1"), ReportedPeriod.parse("2026-11"));

  @ParameterizedTest
  @CsvSource({
    "  ,     , 1, 90,   NEW,      1",
    "  ,     , ,  90,   NEW,      1",
    " 2, 90.0, 3, 90,   NEW,      3",
    " 2, 90.0, 2, 90,   REPEAT,   2",
    " 2, 90.0, 2, 91,   CONFLICT, 2",
    " 2, 90.0, 1, 91,   STALE,    1",
    " 2, 90.0, 1, 90,   STALE,    1",
    " 2, 90.0, ,  90,   REPEAT,   2",
    " 2, 90.0, ,  90.1, NEW,      3",
  })
  void aHigherRevisionCountsAndAnEqualOneMustSayTheSame(
      @Nullable Long knownRevision,
      @Nullable String knownValue,
      @Nullable Long stated,
      String value,
      OutsideValue.Verdict verdict,
      long revision) {
    OutsideValue known =
        knownRevision == null || knownValue == null
            ? null
            : new OutsideValue(KEY, knownRevision, Exact.parse(knownValue));
    OutsideValue reported = OutsideValue.of(KEY, stated, Exact.parse(value), known);
    assertThat(reported.against(known)).isEqualTo(verdict);
    assertThat(reported.revision()).isEqualTo(revision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000000000001", "0.0000001"})
  void aValueIsFromZeroAndOfASaneSize(String value) {
    assertThatThrownBy(() -> new OutsideValue(KEY, 1, Exact.parse(value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(OutsideValue.ALLOWED);
  }

  @Test
  void revisionsCountFromOne() {
    assertThatThrownBy(() -> new OutsideValue(KEY, 0, Exact.ONE))
        .hasMessageContaining(OutsideValue.REVISIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "2026, YEAR, 2026-01-01, 2026",
    "2026-Q4, QUARTER, 2026-10-01, 2026-Q4",
    "2026-q1, QUARTER, 2026-01-01, 2026-Q1",
    "2026-11, MONTH, 2026-11-01, 2026-11",
    "2026-11-20, DAY, 2026-11-20, 2026-11-20",
  })
  void aPeriodIsReadAndWritten(String text, Period period, String from, String written) {
    ReportedPeriod read = ReportedPeriod.parse(text);
    assertThat(read).isEqualTo(new ReportedPeriod(period, LocalDate.parse(from)));
    assertThat(read).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "2026-02-30", "2026/11", "November"})
  void whatIsNoPeriodIsRefusedWithThoseAllowed(String text) {
    assertThatThrownBy(() -> ReportedPeriod.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ReportedPeriod.ALLOWED);
  }
}
