package dev.duodang.pricing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.wording.FindingWording;
import dev.duodang.pricing.wording.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proven of calendars and promises. */
class CalendarProofTest {

  private static final String CALENDAR =
      """
      validUntil: 2027-01-01
      calendars:
        office:
          name: 客服
          week: {weekdays: [monday, tuesday, wednesday, thursday, friday], hours: 09:00-18:00}
          holidays: {国庆节: 2026-10-01..2026-10-07}
          workingDays: 2026-10-10
      categories: {labour: {name: 人工, per: item, required: true}}
      """;

  private static List<String> found(String parts, Language language) {
    CompiledBook book = BookText.compiled(parts);
    FindingWording wording = FindingWording.of(book.book(), book.tree(), language);
    return Proof.of(book).all().stream()
        .map(
            finding ->
                finding.kind()
                    + " "
                    + wording.sentence(finding)
                    + (finding.example() == null ? "" : " | " + wording.example(finding.example())))
        .toList();
  }

  private static List<String> found(String parts) {
    return found(CALENDAR + parts, Language.CHINESE);
  }

  private static String tiers(String one, String other) {
    return """
        tiers:
          - {tier: a, category: labour, priority: 0, when: {completed: %s}, charge: {flat: 1}}
          - {tier: b, category: labour, priority: 0, when: {completed: %s}, charge: {flat: 2}}
        """
        .formatted(one, other);
  }

  /** Of 2026 the calendar knows a week of holidays and one Saturday that is worked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{calendar: office, is: holiday} | {weekdays: saturday} | 2026-10-03 14:00",
        "{calendar: office, is: working-hours} | {weekdays: saturday} | 2026-10-10 14:00",
        "{calendar: office, is: working-day} | {weekdays: saturday, hours: 20:00-21:00} | 2026-10-10"
            + " 20:00",
        "{calendar: office, is: working-day} | {weekdays: sunday} | ",
        "{calendar: office, is: rest-day} | {weekdays: monday} | ",
        "{calendar: office, is: holiday} | {from: 2026-10-08} | ",
        "{calendar: office, is: holiday} | {from: 2026-10-07T23:59} | 2026-10-07 23:59",
        "{calendar: office, is: rest-day} | {from: 2026-10-01, until: 2026-10-11} | ",
        "{calendar: office, is: rest-day} | {from: 2026-10-01, until: 2026-10-12} | 2026-10-11 14:00",
        "{calendar: office, is: working-hours} | {from: 2026-10-09T18:00, until: 2026-10-10T09:00} | ",
        "{calendar: office, is: working-hours} | {from: 2026-10-09T18:00, until: 2026-10-10T09:01}"
            + " | 2026-10-10 09:00",
        "{calendar: office, is: after-hours} | {hours: 09:00-18:00} | ",
        "{calendar: office, is: off-hours} | {calendar: office, is: working-day} | 2026-01-01 00:00",
        "{calendar: office, is: holiday} | {calendar: office, is: rest-day} | ",
      })
  void twoTiersConflictOnlyWhereATimeMeetsBoth(String one, String other, String example) {
    List<String> found = found(tiers(one, other));
    if (example == null) {
      assertThat(found).noneMatch(text -> text.startsWith("CONFLICT"));
    } else {
      assertThat(found)
          .filteredOn(text -> text.startsWith("CONFLICT"))
          .singleElement()
          .asString()
          .endsWith("完成 " + example);
    }
  }

  @Test
  void aGapOnTheDaysThatNobodyPricedIsFound() {
    String book =
        tiers("{calendar: office, is: working-day}", "{calendar: office, is: rest-day}")
            + "covers: [{}]\n";
    assertThat(found(book))
        .containsExactly(
            "GAP 人工没有档位适用于这些工单：完成时是「客服」的节假日 | 北京市/北京市/东城区 · 无服务项目 · 完成" + " 2026-10-01 14:00");
  }

  @Test
  void aTierOfHolidaysThatNeverComeIsAContradiction() {
    String book = tiers("{calendar: office, is: holiday, until: 2026-10-01}", "{weekdays: monday}");
    assertThat(found(book)).singleElement().asString().startsWith("CONTRADICTION 没有工单能同时满足「a」的条件：");
  }

  @Test
  void aYearOfWhichTheCalendarSaysNothingIsTold() {
    String book = CALENDAR.replace("validUntil: 2027-01-01\n", "") + tiers("true", "false");
    assertThat(
            found(
                book.replace("completed: true", "completed: {calendar: office, is: day-off}"),
                Language.CHINESE))
        .contains("CALENDAR_ENDS 日历「客服」（office）没有列出 2027 年的节假日和调休，而手册在那一年有效；那一年的日子都按平常的一周算");
    assertThat(found(book, Language.ENGLISH)).noneMatch(text -> text.startsWith("CALENDAR_ENDS"));
    assertThat(
            found(
                book.replace("flat: 1}", "flat: 1}, promise: {respond: 2 h, calendar: office}"),
                Language.ENGLISH))
        .contains(
            "CALENDAR_ENDS calendar \"客服\" (office) lists no day of 2027, in which the book is"
                + " valid; all of its days are taken for ordinary ones");
  }

  private static final String PROMISED =
      """
      tiers:
        - {tier: t, category: labour, priority: 0, charge: {flat: 1}, promise: {finish: 2 h}}
      modifiers:
        - {modifier: m, name: 扣款, on: labour, percent: 10, when: WHEN}
      """;

  @Test
  void aModifierForWhatNobodyPromisesIsIdle() {
    assertThat(found(PROMISED.replace("WHEN", "{promise: {respond: broken}}")))
        .containsExactly("IDLE_MODIFIER 没有工单能满足「扣款」（m）的条件：响应承诺未守约");
    assertThat(found(PROMISED.replace("WHEN", "{promise: {finish: broken}, created: true}")))
        .isEmpty();
  }

  @Test
  void timesWithoutWhichAPromiseIsNotKnownAreTold() {
    String book = PROMISED.replace("WHEN", "{promise: broken}");
    assertThat(found(book))
        .containsExactly(
            "UNDECIDED_PROMISE 「扣款」（m）问承诺是否守约；工单没有创建时间时无法判断，按不满足处理；如果本意如此，请在条件里写明"
                + " created: true");
    assertThat(
            found(
                CALENDAR
                    + book.replace(
                        "finish: 2 h", "respond: 2 h, startsAt: created, respondedAt: arrived"),
                Language.ENGLISH))
        .containsExactly(
            "UNDECIDED_PROMISE \"扣款\" (m) asks how a promise came out, which is not known of"
                + " orders without a time of created, arrived, so that it passes them by; if that"
                + " is meant, say created: true, arrived: true in its conditions");
  }

  @Test
  void whatHangsOnAPromiseOrAnExpressionDoesNotAlwaysComeFirst() {
    String book =
        """
        modifierGroups: {g: {apply: priority}}
        tiers:
          - {tier: t, category: labour, priority: 0, charge: {flat: 1}, promise: {finish: 2 h}}
        modifiers:
          - {modifier: first, on: labour, percent: 10, exclusive: g, priority: 2, when: WHEN}
          - {modifier: second, on: labour, percent: 5, exclusive: g, priority: 1}
        """;
    assertThat(found(book.replace("WHEN", "{promise: broken, created: true}"))).isEmpty();
    assertThat(found(book.replace("WHEN", "{expression: quantity > 3}"))).isEmpty();
    assertThat(found(book.replace(", when: WHEN", "")))
        .singleElement()
        .asString()
        .startsWith("IDLE_MODIFIER 「second」从不起作用");
  }
}
