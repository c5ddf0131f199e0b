package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a promise was kept, what follows from it, and how it is said. */
class PromiseTest {

  private static final String BOOK =
      """
      calendars:
        office:
          name: 客服
          week: {weekdays: [monday, tuesday, wednesday, thursday, friday], hours: 09:00-18:00}
          holidays: {某节: 2026-11-23}
      measures: {waited: {name: 等件, unit: 秒}}
      categories: {labour: {per: item}, callOut: {per: order}}
      tiers:
        - {tier: t, category: labour, priority: 1, charge: {flat: 100.00}, promise: PROMISE}
        - {tier: c, category: callOut, priority: 1, charge: {flat: 30.00}, promise: {finish: 1 min}}
      modifiers:
        - {modifier: 扣, on: labour, when: {promise: broken}, percent: -10}
        - {modifier: 奖, on: labour, when: {promise: kept}, amount: 5.00}
        - {modifier: 慢, on: labour, when: {promise: {respond: broken}}, amount: -2.00}
        - {modifier: 准, on: labour, when: {promise: {respond: kept, finish: kept}}, amount: 1.00}
      """;

  private static final String LINES = "t 100.00 + c 30.00";

  private static String rate(String promise, String order) {
    return Desk.with(BOOK.replace("PROMISE", promise)).rate(order);
  }

  /** The order is created on a Friday at 09:00 and completed at 14:00. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{finish: 5 h}               |                           | + 奖 5.00",
        "{finish: 299 min}           |                           | + 扣 -10.00",
        "{respond: 2 h}              | accepted=2026-11-20T11:00 | + 奖 5.00",
        "{respond: 2 h}              | accepted=2026-11-20T11:00:01 | + 扣 -10.00 + 慢 -2.00",
        "{respond: 2 h}              |                           |",
        "{respond: 2 h, finish: 5 h} | accepted=2026-11-20T11:00 | + 奖 5.00 + 准 1.00",
        "{respond: 2 h, finish: 4 h} | accepted=2026-11-20T11:00 | + 扣 -10.00",
        "{respond: 1 h, finish: 5 h} | accepted=2026-11-20T11:00 | + 扣 -10.00 + 慢 -2.00",
        "{respond: 2 h, finish: 5 h} |                           |",
        "{respond: 2 h, finish: 4 h} |                           | + 扣 -10.00",
        "{respond: 2 h, respondedAt: arrived} | accepted=2026-11-20T12:00 arrived=2026-11-20T10:00"
            + " | + 奖 5.00",
        "{finish: 3 h, startsAt: accepted} | accepted=2026-11-20T11:00 | + 奖 5.00",
        "{finish: 3 h, startsAt: accepted} |                     |",
        "{finish: 5 h, finishedAt: verified} |                   |",
        "{finish: 5 h, finishedAt: verified} | status=VERIFIED verified=2026-11-20T14:01 | + 扣 -10.00",
      })
  void aPromiseIsKeptWhereItTookNoLonger(String promise, String order, String changes) {
    assertThat(rate(promise, order == null ? "" : order))
        .isEqualTo(LINES + (changes == null ? "" : " " + changes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{finish: 9 h, calendar: office} | completed=2026-11-20T18:00 | 奖",
        "{finish: 9 h, calendar: office} | completed=2026-11-24T09:00 | 奖",
        "{finish: 9 h, calendar: office} | completed=2026-11-24T09:01 | 扣",
        "{finish: 9 h, calendar: 24x7}   | completed=2026-11-20T18:01 | 扣",
        "{finish: 10 h, calendar: office} | completed=2026-11-24T10:00 | 奖",
        "{finish: 10 h, calendar: office, pausedSeconds: waited} | completed=2026-11-24T11:00"
            + " m.waited=3600 | 奖",
        "{finish: 10 h, calendar: office, pausedSeconds: waited} | completed=2026-11-24T11:00"
            + " m.waited=3599.9 | 扣",
        "{finish: 10 h, calendar: office, pausedSeconds: waited} | completed=2026-11-24T11:00 | 扣",
        "{finish: 1 h, pausedSeconds: waited} | m.waited=1000000000000 | 奖",
        "{finish: 1 h} | completed=2026-11-20T08:00 | 奖",
      })
  void theCalendarsTimeCountsWithoutPauses(String promise, String order, String modifier) {
    assertThat(rate(promise, order)).contains(" + " + modifier + " ");
  }

  @ParameterizedTest
  @CsvSource({"OPEN", "CANCELLED"})
  void nothingIsKeptOrBrokenBeforeTheOrderIsCompleted(String status) {
    Rated rated =
        Desk.with(BOOK.replace("PROMISE", "{respond: 1 h, finish: 1 h}"))
            .rated("accepted=2026-11-20T12:00 status=" + status);
    assertThat(rated.lines()).noneMatch(line -> line.modifier() != null);
    if (rated.promise() != null) {
      for (Promise.Part part : Promise.Part.values()) {
        assertThat(rated.promise().state(part)).isNull();
      }
    }
  }

  @Test
  void thePromiseIsThatOfLabourUnlessTheBookNamesAnotherCategory() {
    String book = BOOK.replace("PROMISE", "{finish: 9 h}");
    assertThat(Desk.with(book).rate("")).isEqualTo(LINES + " + 奖 5.00");
    assertThat(Desk.with("promiseCategory: callOut\n" + book).rate(""))
        .isEqualTo(LINES + " + 扣 -10.00");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20T14:00, 1", "2026-11-20T14:00:01, 0"})
  void aRebateMayCountOnlyOrdersWhosePromiseWasKept(String completed, int counted) {
    CompiledBook book =
        BookText.compiled(
            BOOK.replace("PROMISE", "{finish: 5 h}")
                + """
                rebates:
                  - rebate: 准时返
                    on: labour
                    when: {promise: kept}
                    period: month
                    measure: orders
                    volume: [{flat: 1.00}]
                """);
    Facts facts = Desk.of(book).facts(OrderText.parse("completed=" + completed));
    Sides sides = new Sides(null, PartyId.of("P1"));
    Rated rated =
        new Rater(book).rate(facts, Bases.NONE, new Known(Tallies.NONE, Windows.NONE, sides));
    assertThat(rated.shares()).hasSize(counted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accepted=2026-11-20T11:13 | 响应承诺 2 小时（客服），实际 2 小时 13 分：未守约，超时 13 分;"
            + " 完成承诺 5 小时（客服），实际 5 小时：守约"
            + " | promised to respond within 2 h of 客服, took 2 h 13 min: broken by 13 min;"
            + " promised to finish within 5 h of 客服, took 5 h: kept",
        "completed=2026-11-20T14:00:05 | 响应承诺 2 小时（客服），最晚 2026-11-20 11:00;"
            + " 完成承诺 5 小时（客服），实际 5 小时 5 秒：未守约，超时 5 秒"
            + " | promised to respond within 2 h of 客服, by 2026-11-20 11:00;"
            + " promised to finish within 5 h of 客服, took 5 h 5 s: broken by 5 s",
        "status=OPEN accepted=2026-11-20T09:00 | 响应承诺 2 小时（客服），实际 0 秒;"
            + " 完成承诺 5 小时（客服），最晚 2026-11-20 14:00"
            + " | promised to respond within 2 h of 客服, took 0 s;"
            + " promised to finish within 5 h of 客服, by 2026-11-20 14:00",
      })
  void aPromiseIsSaidWithWhatCameOfIt(String order, String chinese, String english) {
    CompiledBook book =
        BookText.compiled(BOOK.replace("PROMISE", "{respond: 2 h, finish: 5 h, calendar: office}"));
    Rated rated = Desk.of(book).rated(order);
    assertThat(said(book, rated, Language.CHINESE)).isEqualTo(chinese);
    assertThat(said(book, rated, Language.ENGLISH)).isEqualTo(english);
  }

  private static String said(CompiledBook book, Rated rated, Language language) {
    return Wording.of(book.book(), book.tree(), language).promise(rated).stream()
        .collect(Collectors.joining("; "));
  }

  @Test
  void aModifierThatDidNotApplySaysThatItAskedForAnotherOutcome() {
    CompiledBook book = BookText.compiled(BOOK.replace("PROMISE", "{finish: 5 h}"));
    Desk desk = Desk.of(book);
    Explanation explanation =
        Explainer.explain(book, desk.facts(OrderText.parse("")), Bases.NONE, Tallies.NONE);
    Wording wording = Wording.of(book.book(), book.tree(), Language.CHINESE);
    List<String> failing =
        explanation.modifiers().stream()
            .filter(applied -> applied.failing() != null)
            .map(applied -> applied.modifier().name() + " " + wording.condition(applied.failing()))
            .toList();
    assertThat(failing).containsExactly("扣 承诺未守约", "慢 响应承诺未守约", "准 响应承诺已守约");
  }
}
