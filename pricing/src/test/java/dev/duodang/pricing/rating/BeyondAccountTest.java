package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order whose amounts no account holds waits like any other, and says why. */
class BeyondAccountTest {

  private static final String BOOK =
      """
      categories: {labour: {per: item}, travel: {per: order}, parts: {per: order}}
      priceLists: {p: {CAP-35: [{price: 1000000.00}]}}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 合, category: labour, priority: 1, when: {service: 合}, charge: {sum: [{flat: 2.00}, {perUnit: 100.00}]}}
        - {tier: 户, category: labour, priority: 1, when: {service: 户}, charge: {perUnit: 100.00, scope: visit}}
        - {tier: 上门, category: travel, priority: 1, charge: {flat: 30.00}}
        - {tier: 配件, category: parts, priority: 1, charge: {priceList: p}}
      modifiers:
        - {modifier: 加急, on: [labour], when: {urgency: URGENT}, percent: 20}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修 qty=1 | 维修 100.00 + 上门 30.00",
        "service=维修 qty=99999999999.6999 | 维修 9999999999969.99 + 上门 30.00",
        "service=维修 qty=99999999999.7 | OUT_OF_RANGE",
        "service=维修 qty=99999999999.9999 | OUT_OF_RANGE",
        "service=维修 qty=100000000000 | OUT_OF_RANGE labour 0",
        "service=维修 qty=1000000000000 | OUT_OF_RANGE labour 0",
        "service=合 qty=1000000000000 | OUT_OF_RANGE labour 0",
        "service=户 qty=1000000000000 | OUT_OF_RANGE labour 0",
        "service=户 visit=V1 qty=1000000000000 | OUT_OF_RANGE labour 0",
        "service=维修 parts=CAP-35*10000000 | OUT_OF_RANGE parts",
        "service=维修 qty=83333333333 urgency=URGENT | 维修 8333333333300.00 + 上门 30.00 + 加急 1666666666660.00",
        "service=维修 qty=83333333334 urgency=URGENT | OUT_OF_RANGE",
        "service=维修 qty=99999999999.6 urgency=URGENT | OUT_OF_RANGE",
      })
  void whatNoAccountHoldsIsHeld(String order, String result) {
    assertThat(Desk.with(BOOK).rate(order)).isEqualTo(result);
  }

  @Test
  void aChargeThatIsTooLargeIsNamedAndTheOthersStayAsEstimates() {
    Rated rated = Desk.with(BOOK).rated("service=维修 qty=100000000000");
    assertThat(rated.holds().getFirst().detail())
        .isInstanceOfSatisfying(
            Hold.Detail.BeyondAccount.class,
            beyond -> assertThat(beyond.tier()).isEqualTo(TierId.of("维修")));
    assertThat(rated.total()).hasToString("30.00");
    assertThat(rated.tallies()).isEmpty();
  }

  @Test
  void linesThatCannotBeAddedAreNoEstimates() {
    Rated many = Desk.with(manyParts()).rated("service=维修 parts=" + partNumbers());
    assertThat(Desk.text(many)).isEqualTo("OUT_OF_RANGE");
    assertThat(many.lines()).isEmpty();
    assertThat(many.total().minor()).isZero();
  }

  private static String manyParts() {
    String prices =
        IntStream.range(0, 1000)
            .mapToObj(i -> "P" + i + ": [{price: 9999999999999.99}]")
            .collect(Collectors.joining(", "));
    return BOOK.replace("CAP-35: [{price: 1000000.00}]", prices);
  }

  private static String partNumbers() {
    return IntStream.range(0, 1000).mapToObj(i -> "P" + i).collect(Collectors.joining(","));
  }

  @Test
  void theHoldSaysWhatAnAccountHolds() {
    CompiledBook book = BookText.compiled(BOOK);
    Hold charge = Desk.of(book).rated("service=维修 qty=100000000000").holds().getFirst();
    Hold sum = Desk.of(book).rated("service=维修 qty=99999999999.9999").holds().getFirst();
    assertThat(sentences(book, charge))
        .containsExactly(
            "labour：「维修」的金额超出账户的上限，最多 9999999999999.99 CNY，请核对数量",
            "labour: the amount of 维修 is more than an account holds, at most 9999999999999.99 CNY;"
                + " check the quantities");
    assertThat(sentences(book, sum))
        .containsExactly(
            "合计超出账户的上限，最多 9999999999999.99 CNY，请核对数量",
            "the sum is more than an account holds, at most 9999999999999.99 CNY; check the"
                + " quantities");
  }

  private static List<String> sentences(CompiledBook book, Hold hold) {
    return List.of(
        Wording.of(book.book(), book.tree(), Language.CHINESE).hold(hold),
        Wording.of(book.book(), book.tree(), Language.ENGLISH).hold(hold));
  }
}
