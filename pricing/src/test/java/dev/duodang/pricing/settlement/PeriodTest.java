package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.sample.BookText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts over a period: an order gets what the window is worth more with it. */
class PeriodTest {

  private static final String BOOK =
      """
      counters: {installed: {period: month}, cleaned: {period: day}, tested: {period: quarter}, cap: {period: year}, floor: {period: month}}
      categories: {a: {per: item}, b: {per: item}, c: {per: item}, d: {per: item}}
      tiers:
        - {tier: 安装, category: a, priority: 1, when: {service: 安装}, charge: {graduated: [{upTo: 10, price: 10.00}, {price: 8.00}], scope: period, counter: installed}}
        - {tier: 批量, category: b, priority: 1, when: {service: 批量}, charge: {volume: [{upTo: 10, price: 10.00}, {price: 5.00}], scope: period, counter: cleaned}}
        - {tier: 检测, category: c, priority: 1, when: {service: 检测}, charge: {graduated: {steps: [{upTo: 3, price: 1.00, flat: 7.00}, {upTo: 5, price: 2.00}]}, scope: period, counter: tested}}
        - {tier: 维修, category: d, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
      modifiers:
        - {modifier: 封顶, on: d, when: {brand: A}, maximum: 250.00, scope: period, counter: cap}
        - {modifier: 保底, on: d, when: {brand: B}, minimum: 60.00, scope: period, counter: floor}
      """;

  private final Counter desk = Counter.of(BookText.compiled(BOOK));

  private String deliver(String order) {
    return desk.deliver("partner=P1 " + order);
  }

  /** What all windows gave, in fen. */
  private long given() {
    return desk.windows().values().stream().mapToLong(Window::minor).sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=安装 qty=8             | service=安装 qty=4          | 安装 80.00   | 安装 36.00",
        "service=安装 qty=12            | service=安装                | 安装 116.00 | 安装 8.00",
        "service=批量 qty=10            | service=批量                | 批量 100.00 | 批量 -45.00",
        "service=检测 qty=2             | service=检测 qty=2          | 检测 9.00   | 检测 3.00",
        "service=检测 qty=0             | service=检测 qty=1          | 检测 7.00   | 检测 1.00",
        "service=维修 brand=A qty=2     | service=维修 brand=A        | 维修 200.00 | 维修 100.00, 封顶 -50.00",
        "service=维修 brand=B qty=0.45  | service=维修 brand=B qty=0.1 | 维修 45.00, 保底 15.00 | 维修 10.00, 保底 -10.00",
      })
  void theNextOrderOfAPeriodGetsTheDifference(
      String one, String other, String first, String second) {
    assertThat(deliver("no=A rev=1 " + one)).isEqualTo(first);
    assertThat(deliver("no=B rev=1 " + other)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "安装 qty=12 | 2026-11-01T00:00    | 2026-11-30T23:59:59 | 安装 96.00",
        "安装 qty=12 | 2026-11-30T23:59:59 | 2026-12-01T00:00    | 安装 116.00",
        "安装 qty=12 | 2028-02-29T23:59:59 | 2028-03-01T00:00    | 安装 116.00",
        "安装 qty=12 | 2028-02-28T23:59:59 | 2028-02-29T00:00    | 安装 96.00",
        "批量 qty=12 | 2026-11-20T00:00    | 2026-11-20T23:59:59 | 批量 60.00",
        "批量 qty=6  | 2026-11-20T23:59:59 | 2026-11-21T00:00    | 批量 60.00",
        "批量 qty=10 | 2026-11-20T00:00    | 2026-11-20T23:59:59 | nothing",
        "检测 qty=4  | 2026-09-30T23:59:59 | 2026-10-01T00:00    | 检测 12.00",
        "检测 qty=4  | 2026-10-01T00:00    | 2026-12-31T23:59:59 | ON_HOLD",
        "维修 brand=A qty=2 | 2026-12-31T23:59:59 | 2027-01-01T00:00 | 维修 200.00",
        "维修 brand=A qty=2 | 2026-01-01T00:00 | 2026-12-31T23:59:59 | 维修 200.00, 封顶 -150.00",
      })
  void aPeriodEndsWhereTheNextBeginsInTheBooksZone(
      String facts, String first, String second, String result) {
    deliver("no=A rev=1 completed=" + first + " service=" + facts);
    String next = deliver("no=B rev=1 completed=" + second + " service=" + facts);
    Rated.State state = desk.state("B").state();
    String settled = next.isEmpty() ? "nothing" : next;
    assertThat(state == Rated.State.SETTLED ? settled : state.name()).isEqualTo(result);
  }

  @Test
  void eachCounterpartyHasItsOwnWindowAndNobodyHasNone() {
    assertThat(desk.deliver("no=A rev=1 partner=P1 service=批量 qty=10")).isEqualTo("批量 100.00");
    assertThat(desk.deliver("no=B rev=1 partner=P2 service=批量 qty=10")).isEqualTo("批量 100.00");
    assertThat(desk.windows()).hasSize(2);
  }

  @Test
  void anOrderTakenOutGivesBackAtTheTopAndOtherLinesKeepTheirAmounts() {
    deliver("no=A rev=1 service=安装 qty=8");
    deliver("no=B rev=1 service=安装 qty=4");
    assertThat(deliver("no=A rev=2 status=CANCELLED service=安装")).isEqualTo("-安装 -76.00");
    assertThat(desk.total("B")).isEqualTo(Exact.parse("36.00"));
    assertThat(desk.total("A").plus(desk.total("B"))).isEqualTo(Exact.parse("40.00"));
    assertThat(given()).isEqualTo(4000);
  }

  @Test
  void theLastOrderOfAWindowGivesBackAllThatIsLeft() {
    deliver("no=A rev=1 service=检测 qty=0");
    deliver("no=B rev=1 service=检测 qty=3");
    assertThat(deliver("no=A rev=2 status=CANCELLED service=检测")).isEqualTo("-检测 0.00");
    assertThat(deliver("no=B rev=2 status=CANCELLED service=检测")).isEqualTo("-检测 -10.00");
    assertThat(given()).isZero();
    assertThat(desk.total("A").plus(desk.total("B"))).isEqualTo(Exact.ZERO);
  }

  @Test
  void whatAnOrderHasInAWindowWithoutALineIsGivenBackToo() {
    Counter free =
        Counter.of(
            BookText.compiled(
                """
                counters: {n: {period: month}}
                categories: {a: {per: item}}
                tiers:
                  - {tier: 免费十台, category: a, priority: 1, charge: {perUnit: 1.00, freeUnits: 10, scope: period, counter: n}}
                """));
    assertThat(free.deliver("no=A rev=1 partner=P1 service=x qty=10")).isEmpty();
    assertThat(free.deliver("no=B rev=1 partner=P1 service=x qty=5")).isEqualTo("免费十台 5.00");
    assertThat(free.deliver("no=A rev=2 partner=P1 status=CANCELLED service=x"))
        .isEqualTo("-免费十台 -5.00");
    assertThat(free.posted("A").getLast().reverses()).isNull();
    assertThat(free.total("A").plus(free.total("B"))).isEqualTo(Exact.ZERO);
  }

  @Test
  void aRevisionCountsItsOwnPartOnce() {
    deliver("no=A rev=1 service=安装 qty=8");
    assertThat(deliver("no=A rev=2 service=安装 qty=11")).isEqualTo("-安装 -80.00, 安装 108.00");
    assertThat(deliver("no=A rev=3 completed=2026-12-01T10:00 service=安装 qty=11"))
        .isEqualTo("-安装 -108.00, 安装 108.00");
    assertThat(deliver("no=B rev=1 service=安装 qty=1")).isEqualTo("安装 10.00");
  }

  @Test
  void severalItemsOfAnOrderCountOneAfterTheOther() {
    assertThat(deliver("no=A rev=1; service=安装 qty=8; service=安装 qty=4"))
        .isEqualTo("安装 80.00, 安装 36.00");
    assertThat(deliver("no=A rev=2 status=CANCELLED; service=安装 qty=8; service=安装 qty=4"))
        .isEqualTo("-安装 -80.00, -安装 -36.00");
    assertThat(given()).isZero();
  }

  @Test
  void whatIsOnlyEstimatedDoesNotCount() {
    deliver("no=A rev=1 status=OPEN service=安装 qty=20");
    assertThat(desk.windows()).isEmpty();
    assertThat(deliver("no=B rev=1 service=安装 qty=1")).isEqualTo("安装 10.00");
  }

  @Test
  void theFormulaShowsWhatTheWindowIsWorthAndWhatItWasWorthBefore() {
    deliver("no=A rev=1 service=安装 qty=8");
    deliver("no=B rev=1 service=安装 qty=4");
    assertThat(desk.posted("B").getFirst().formula()).isEqualTo("10 × 10.00 + 2 × 8.00 − 80.00");
  }

  @Test
  void aNewVersionPricesTheTopOfTheSameCountAndRewritesNothing() {
    Edition old = edition("validFrom: 2026-01-01", "10.00", 1);
    Edition later = edition("validFrom: 2026-11-16", "6.00", 2);
    Counter both = Counter.of(List.of(old, later));
    assertThat(both.deliver("no=A rev=1 partner=P1 completed=2026-11-15T23:59:59 service=x qty=9"))
        .isEqualTo("t 90.00");
    assertThat(both.deliver("no=B rev=1 partner=P1 completed=2026-11-16T00:00 service=x qty=2"))
        .isEqualTo("t 7.00");
    // A late order of the old book counts in the same window, at its own prices.
    assertThat(both.deliver("no=C rev=1 partner=P1 completed=2026-11-10T10:00 service=x"))
        .isEqualTo("t 1.00");
    assertThat(both.deliver("no=C rev=2 partner=P1 status=CANCELLED service=x"))
        .isEqualTo("-t -1.00");
    assertThat(both.deliver("no=B rev=2 partner=P1 status=CANCELLED service=x"))
        .isEqualTo("-t -7.00");
    assertThat(both.deliver("no=A rev=2 partner=P1 status=CANCELLED service=x"))
        .isEqualTo("-t -90.00");
    both.windows().values().forEach(window -> assertThat(window).isEqualTo(Window.EMPTY));
  }

  private static Edition edition(String valid, String price, int version) {
    String text =
        "book: sample\nrelation: headquarters→partner\ncurrency: CNY\nzone: Asia/Shanghai\n"
            + valid
            + "\ncounters: {n: {period: month}}\ncategories: {a: {per: item}}\n"
            + "tiers: [{tier: t, category: a, priority: 1, charge: {graduated: [{upTo: 10, price: "
            + price
            + "}, {price: 1.00}], scope: period, counter: n}}]\n";
    return new Edition(
        BookText.compile(BookText.book(text)), version, Instant.parse("2026-01-01T00:00:00Z"));
  }
}
