package dev.duodang.pricing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of condition and hold in both languages. */
class WordingTest {

  private static final String BOOK =
      """
      attributes: {floor: {type: number, name: 楼层}, bought: {type: date, name: 购买日}, shop: {type: text}}
      measures: {pipe: {name: 管长, unit: 米}}
      calendars:
        office: {name: 客服, week: {weekdays: monday, hours: 09:00-18:00}, holidays: {元旦: 2026-01-01}}
      groups: {核心: [北京市, 深圳市]}
      categories: {fee: {name: 人工, per: item, required: true}}
      tiers:
        - {tier: t, name: 某档, category: fee, priority: 1, charge: CHARGE, when: WHEN}
      """;

  private static CompiledBook book(String when, String charge) {
    return BookText.compiled(BOOK.replace("WHEN", when).replace("CHARGE", charge));
  }

  private static String conditions(CompiledBook book, Language language) {
    return Wording.of(book.book(), book.tree(), language)
        .conditions(book.book().tiers().getFirst().when())
        .stream()
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{region: 核心}                     | 区域属于「核心」         | the region is in 「核心」",
        "{region: {in: 广东省, not: 深圳市}} | 区域属于广东省，不属于深圳市 | the region is in 广东省, not in 深圳市",
        "{customerClass: [VIP, A]}          | 客户分层是 A、VIP        | the customer class is A, VIP",
        "{customerClass: {not: VIP}}        | 客户分层不是 VIP         | the customer class is not VIP",
        "{quantity: {gte: 2, lt: 5}}        | 数量 ≥ 2, < 5            | the quantity ≥ 2, < 5",
        "{attributes: {floor: {gt: 3}}}     | 楼层 > 3                 | 楼层 > 3",
        "{measures: {pipe: {lte: 3.50}}}    | 管长 ≤ 3.5               | 管长 ≤ 3.5",
        "{arrived: true}                    | 已到达                   | arrived",
        "{arrived: false}                   | 未到达                   | not arrived",
        "{status: [cancelled, completed]}   | 状态是 已完成、已取消    | the status is completed, cancelled",
        "{related: {kind: return}}          | 是退货                   | it is a return",
        "{attributes: {shop: S1}}           | shop是 S1                | shop is S1",
      })
  void aConditionIsSaidAsItIsMeant(String when, String chinese, String english) {
    CompiledBook book = book(when, "{flat: 1.00}");
    assertThat(conditions(book, Language.CHINESE)).isEqualTo(chinese);
    assertThat(conditions(book, Language.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{created: {from: 2026-11-01, until: 2026-11-12}} # 创建 2026-11-01 起 2026-11-12 前"
            + " # created from 2026-11-01 before 2026-11-12",
        "{created: {from: 2026-11-01T22:30}} # 创建 2026-11-01 22:30 起 # created from 2026-11-01"
            + " 22:30",
        "{completed: {hours: 22:00-06:00}} # 完成 22:00–06:00 # completed 22:00–06:00",
        "{completed: {weekdays: [sunday, monday]}} # 完成 周一、周日 # completed Monday, Sunday",
        "{arrived: {calendar: office, is: holiday}} # 到达时是「客服」的节假日 # arrived, by the calendar 客服:"
            + " holiday",
        "{created: {calendar: office, is: [rest-day, working-day]}} # 创建时是「客服」的工作日、休息日"
            + " # created, by the calendar 客服: working day, rest day",
        "{attributes: {bought: {until: 2026-12-01}}} # 购买日 2026-12-01 前 # 购买日 before 2026-12-01",
      })
  void timesAreSaidAsPeopleWriteThem(String when, String chinese, String english) {
    CompiledBook book = book(when, "{flat: 1.00}");
    assertThat(conditions(book, Language.CHINESE)).isEqualTo(chinese);
    assertThat(conditions(book, Language.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{region: 核心} # {flat: 1.00} # # 人工：区域无法确定，请选择区域"
            + " # 人工: the region cannot be told, choose the region",
        "{urgency: U} # {flat: 1.00} # # 人工：没有适用的档位 # 人工: no tier applies",
        "{quantity: {gt: 0}} # {quote: {from: 5.00, to: 9.00}} # # 人工：待报价，「某档」金额应在 5.00 到 9.00 之间"
            + " # 人工: waits for a quote, for 某档, between 5.00 and 9.00",
        "{quantity: {gt: 0}} # {volume: [{upTo: 2, price: 1.00}]} # qty=3 # 人工：超出档位的计价范围，某档"
            + " # 人工: it is beyond what the tier has prices for, 某档",
      })
  void aHoldSaysWhatItWaitsFor(
      String when, String charge, String order, String chinese, String english) {
    CompiledBook book = book(when, charge);
    Rated rated = Desk.of(book).rated(order == null ? "" : order);
    assertThat(rated.holds()).hasSize(1);
    for (Language language : Language.values()) {
      assertThat(Wording.of(book.book(), book.tree(), language).hold(rated.holds().getFirst()))
          .isEqualTo(language == Language.CHINESE ? chinese : english);
    }
  }
}
