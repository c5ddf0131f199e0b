package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When each kind of condition holds: one tier, one order a row, whether the tier wins. */
class ConditionsTest {

  private static final String DECLARED =
      """
      attributes:
        floor: {type: number}
        ladder: {type: choice, choices: [YES, NO]}
        shop: {type: text}
        bought: {type: date}
      measures:
        storageDays: {unit: 天}
      groups:
        核心: [北京市, 深圳市]
      calendars:
        office:
          week: {weekdays: [monday, tuesday, wednesday, thursday, friday], hours: 09:00-18:00}
          holidays: {国庆节: 2026-10-01..2026-10-07}
          workingDays: 2026-10-10
      categories: {fee: {per: item}}
      tiers:
        - {tier: t, category: fee, priority: 1, charge: {flat: 1.00}, when: WHEN}
      """;

  private static void assertWins(String when, String order, boolean wins) {
    assertThat(desk(when).rate(order)).isEqualTo(wins ? "t 1.00" : "NOT_APPLICABLE");
  }

  private static Desk desk(String when) {
    return Desk.with(DECLARED.replace("WHEN", when));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "holiday       | 2026-10-01T10:00 | true",
        "holiday       | 2026-10-08T10:00 | false",
        "holiday       | 2026-10-11T10:00 | false",
        "rest-day      | 2026-10-11T10:00 | true",
        "rest-day      | 2026-10-04T10:00 | false",
        "rest-day      | 2026-10-10T10:00 | false",
        "day-off       | 2026-10-04T10:00 | true",
        "day-off       | 2026-10-11T10:00 | true",
        "day-off       | 2026-10-12T23:00 | false",
        "working-day   | 2026-10-10T23:00 | true",
        "working-day   | 2026-10-11T10:00 | false",
        "working-hours | 2026-10-10T10:00 | true",
        "working-hours | 2026-10-10T18:00 | false",
        "after-hours   | 2026-10-10T18:00 | true",
        "after-hours   | 2026-10-11T18:00 | false",
        "off-hours     | 2026-10-11T10:00 | true",
        "off-hours     | 2026-10-12T08:59 | true",
        "off-hours     | 2026-10-12T09:00 | false",
        "[holiday, after-hours] | 2026-10-12T20:00 | true",
        "[holiday, after-hours] | 2026-10-11T20:00 | false",
        "holiday       |                  | false",
        "off-hours     |                  | false",
      })
  void aTimeOfACalendarIsThatOfTheEventInTheBooksZone(String is, String arrived, boolean wins) {
    assertWins(
        "{arrived: {calendar: office, is: " + is + "}}",
        arrived == null ? "" : "arrived=" + arrived,
        wins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{customerClass: VIP}               | class=VIP              | true",
        "{customerClass: VIP}               | class=MEMBER           | false",
        "{customerClass: VIP}               |                        | false",
        "{customerClass: [VIP, MEMBER]}     | class=MEMBER           | true",
        "{customerClass: {not: VIP}}        | class=VIP              | false",
        "{customerClass: {not: VIP}}        | class=MEMBER           | true",
        "{customerClass: {not: VIP}}        |                        | true",
        "{customerClass: {in: [A, B], not: B}} | class=A             | true",
        "{customerClass: {in: [A, B], not: B}} | class=B             | false",
        "{customer: C7}                     | customer=C7            | true",
        "{counterparty: P1}                 |                        | true",
        "{counterparty: P2}                 |                        | false",
        "{counterparty: P1}                 | nobody                 | false",
        "{counterparty: {not: P1}}          | nobody                 | true",
        "{partnerType: BOUTIQUE}            | type=BOUTIQUE          | true",
        "{mode: FRANCHISE, grade: A}        | mode=FRANCHISE grade=A | true",
        "{mode: FRANCHISE, grade: A}        | mode=FRANCHISE grade=B | false",
        "{channel: 京东自营}                | channel=京东自营       | true",
        "{complexity: SIMPLE}               | complexity=COMPLEX     | false",
        "{urgency: URGENT}                  | urgency=URGENT         | true",
        "{stage: after-sales}               | stage=AFTER_SALES      | true",
        "{stage: after-sales}               | stage=PRE_SALES        | false",
        "{promotion: D11}                   | promotion=D11          | true",
        "{warranty: IN}                     | warranty=IN            | true",
        "{warranty: {not: IN}}              | warranty=OUT           | true",
        "{warranty: {not: IN}}              | service=维修           | true",
        "{brand: 美的, product: 空调}       | brand=美的 product=空调 qty=1 | true",
        "{brand: 美的, product: 空调}       | brand=美的 qty=1       | false",
        "{attributes: {ladder: YES}}        | a.ladder=YES           | true",
        "{attributes: {ladder: YES}}        | a.ladder=NO            | false",
        "{attributes: {ladder: {not: YES}}} |                        | true",
        "{attributes: {shop: S1}}           | service=维修 a.shop=S1 | true",
      })
  void aSetAdmitsItsValuesAndAnAbsentFactFailsAnInclusionAndPassesAnExclusion(
      String when, String order, boolean wins) {
    assertWins(when, order == null ? "" : order, wins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{service: 维修}                 | service=维修           | true",
        "{service: 维修}                 | service=维修/空调/加氟 | true",
        "{service: 维修/空调}            | service=维修           | false",
        "{service: 维修/空调}            | service=维修/空调      | true",
        "{service: 维修/空调}            | service=维修/空调柜机  | false",
        "{service: 维修}                 | service=维修站         | false",
        "{service: 维修}                 | qty=2                  | false",
        "{service: {not: 维修/空调}}     | service=维修/空调/加氟 | false",
        "{service: {not: 维修/空调}}     | service=维修/冰箱      | true",
        "{service: {not: 维修/空调}}     | qty=2                  | true",
        "{service: {in: 维修, not: 维修/空调}} | service=维修/空调 | false",
        "{service: {in: 维修, not: 维修/空调}} | service=维修/冰箱 | true",
      })
  void aServiceStandsForItselfAndAllBelow(String when, String order, boolean wins) {
    assertWins(when, order, wins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{region: 广东省}                     | region=440305 | true",
        "{region: 深圳市}                     | region=440305 | true",
        "{region: 深圳市}                     | region=440300 | true",
        "{region: 深圳市}                     | region=440100 | false",
        "{region: 核心}                       | region=110105 | true",
        "{region: 核心}                       | region=440305 | true",
        "{region: 核心}                       | region=310101 | false",
        "{region: {not: 核心}}                | region=310101 | true",
        "{region: {not: 核心}}                | region=440300 | false",
        "{region: {in: 广东省, not: 深圳市}}  | region=440305 | false",
        "{region: {in: 广东省, not: 深圳市}}  | region=441900 | true",
        "{region: 静安区}                     | region=310108 | true",
      })
  void aRegionStandsForItselfAndAllBelowAndARetiredCodeForItsSuccessor(
      String when, String order, boolean wins) {
    assertWins(when, order, wins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{quantity: {gte: 2}}                    | qty=1.99           | false",
        "{quantity: {gte: 2}}                    | qty=2              | true",
        "{quantity: {gt: 2}}                     | qty=2              | false",
        "{quantity: {gt: 2}}                     | qty=2.001          | true",
        "{quantity: {lte: 2}}                    | qty=2              | true",
        "{quantity: {lt: 2}}                     | qty=2              | false",
        "{quantity: {lt: 2}}                     |                    | true",
        "{quantity: {gte: 2, lte: 2}}            | qty=2.0            | true",
        "{distance: {gt: 80 km}}                 | km=80              | false",
        "{distance: {gt: 80 km}}                 | km=80.001          | true",
        "{distance: {gte: 0 km}}                 |                    | false",
        "{distance: {gte: 0 km}}                 | km=0               | true",
        "{distance: {lt: 500 m}}                 | km=0.499           | true",
        "{duration: {gte: 1 h}}                  | minutes=59.99      | false",
        "{duration: {gte: 1 h}}                  | minutes=60         | true",
        "{measures: {storageDays: {gt: 3}}}      | m.storageDays=3    | false",
        "{measures: {storageDays: {gt: 3}}}      | m.storageDays=3.5  | true",
        "{measures: {storageDays: {lt: 3}}}      |                    | false",
        "{attributes: {floor: {gte: 4, lte: 10}}} | a.floor=4         | true",
        "{attributes: {floor: {gte: 4, lte: 10}}} | a.floor=10        | true",
        "{attributes: {floor: {gte: 4, lte: 10}}} | a.floor=11        | false",
        "{attributes: {floor: {lt: 4}}}          | a.floor=-1         | true",
        "{attributes: {floor: {lt: 4}}}          | a.floor=顶楼       | false",
      })
  void aRangeHasTheBoundsThatItNamesAndAnAbsentNumberIsInNone(
      String when, String order, boolean wins) {
    assertWins(when, order == null ? "" : order, wins);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{created: {from: 2026-11-01, until: 2026-11-12}} | created=2026-10-31T23:59:59 | false",
        "{created: {from: 2026-11-01, until: 2026-11-12}} | created=2026-11-01T00:00:00 | true",
        "{created: {from: 2026-11-01, until: 2026-11-12}} | created=2026-11-11T23:59:59 | true",
        "{created: {from: 2026-11-01, until: 2026-11-12}} | created=2026-11-12T00:00:00 | false",
        "{created: {until: 2026-03-01}}            | created=2026-02-28T23:59:59 | true",
        "{created: {until: 2026-03-01}}            | created=2026-03-01T00:00:00 | false",
        "{created: {from: 2028-02-29, until: 2028-03-01}} | created=2028-02-29T12:00 | true",
        "{created: {from: 2028-02-29, until: 2028-03-01}} | created=2028-02-28T23:59 | false",
        "{created: {from: 2026-11-01T22:00}}       | created=2026-11-01T21:59:59 | false",
        "{created: {from: 2026-11-01T22:00}}       | created=2026-11-01T22:00:00 | true",
        "{accepted: {from: 2026-01-01}}            |                             | false",
        "{arrived: true}                           | arrived=2026-11-20T10:00    | true",
        "{arrived: true}                           |                             | false",
        "{arrived: false}                          |                             | true",
        "{created: {weekdays: [saturday, sunday]}} | created=2026-11-21T00:00:00 | true",
        "{created: {weekdays: [saturday, sunday]}} | created=2026-11-22T23:59:59 | true",
        "{created: {weekdays: [saturday, sunday]}} | created=2026-11-23T00:00:00 | false",
        "{verified: {weekdays: monday}}            |                             | false",
      })
  void periodsAreHalfOpenInTheZoneOfTheBook(String when, String order, boolean wins) {
    assertWins(when, order == null ? "" : order, wins);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T21:59:59, false",
    "2026-11-20T22:00:00, true",
    "2026-11-20T23:59:59, true",
    "2026-11-21T00:00:00, true",
    "2026-11-21T05:59:59, true",
    "2026-11-21T06:00:00, false",
    "2026-11-20T14:00:00Z, true",
    "2026-11-20T13:59:59Z, false",
  })
  void hoursMayRunPastMidnight(String completed, boolean wins) {
    assertWins("{completed: {hours: 22:00-06:00}}", "completed=" + completed, wins);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:59:59, false",
    "2026-11-20T08:00:00, true",
    "2026-11-20T17:59:59, true",
    "2026-11-20T18:00:00, false",
  })
  void hoursInsideADayEndBeforeTheirEnd(String completed, boolean wins) {
    assertWins("{completed: {hours: 08:00-18:00}}", "completed=" + completed, wins);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T17:59:59, false",
    "2026-11-20T18:00:00, true",
    "2026-11-20T23:59:59, true",
    "2026-11-21T00:00:00, false",
  })
  void hoursMayEndAtMidnight(String completed, boolean wins) {
    assertWins("{completed: {hours: 18:00-24:00}}", "completed=" + completed, wins);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, false",
    "2026-11-01, true",
    "2026-11-30, true",
    "2026-12-01, false",
    "yesterday, false",
    "'', false",
  })
  void aDeclaredDateLiesInHalfOpenDays(String bought, boolean wins) {
    assertWins(
        "{attributes: {bought: {from: 2026-11-01, until: 2026-12-01}}}",
        bought.isEmpty() ? "" : "a.bought=" + bought,
        wins);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, COMPLETED, true",
    "{}, CANCELLED, false",
    "{}, VERIFIED, true",
    "{status: cancelled}, CANCELLED, true",
    "{status: cancelled}, COMPLETED, false",
    "'{status: [cancelled, completed]}', CANCELLED, true",
    "'{status: [cancelled, completed]}', VERIFIED, false",
  })
  void aTierThatNamesNoStatusAdmitsAllButCancelled(String when, String status, boolean wins) {
    String expected = wins ? "t 1.00" : status.equals("CANCELLED") ? "VOIDED" : "NOT_APPLICABLE";
    assertThat(desk(when).rate("status=" + status)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "related=W0:REWORK handlers=E1 completed=2026-11-05T14:00     | true",
        "related=W0:REWORK handlers=E2,E1 completed=2026-11-05T14:00  | true",
        "related=W0:REWORK handlers=E2 completed=2026-11-05T14:00     | false",
        "related=W0:REWORK completed=2026-11-05T14:00                 | false",
        "related=W0:RETURN handlers=E1 completed=2026-11-05T14:00     | false",
        "related=W0:REWORK handlers=E1 completed=2026-12-01T14:00:00  | true",
        "related=W0:REWORK handlers=E1 completed=2026-12-01T14:00:01  | false",
        "handlers=E1 completed=2026-11-05T14:00                       | false",
      })
  void aReworkFollowsWithinItsDaysByTheSameEngineer(String order, boolean wins) {
    Desk desk = desk("{related: {kind: rework, withinDays: 30, sameHandler: true}}");
    desk.following("no=W0 handlers=E1,E3 completed=2026-11-01T14:00");
    assertThat(desk.rate(order)).isEqualTo(wins ? "t 1.00" : "NOT_APPLICABLE");
  }

  @Test
  void whatIsAskedOfAnUnknownRelatedOrderFailsButItsKindIsKnown() {
    String rework = "related=W0:REWORK handlers=E1";
    assertWins("{related: {kind: rework}}", rework, true);
    assertWins("{related: {kind: rework, withinDays: 30}}", rework, false);
    assertWins("{related: {kind: rework, sameHandler: true}}", rework, false);
  }

  @Test
  void anItemsOwnFactsGoBeforeThoseOfItsOrder() {
    Desk desk = desk("{attributes: {ladder: YES}, measures: {storageDays: {gt: 3}}}");
    assertThat(desk.rate("a.ladder=YES m.storageDays=9; service=维修")).isEqualTo("t 1.00");
    assertThat(desk.rate("a.ladder=YES m.storageDays=9; service=维修 a.ladder=NO"))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(desk.rate("a.ladder=NO m.storageDays=1; service=维修 a.ladder=YES m.storageDays=4"))
        .isEqualTo("t 1.00");
  }

  @Test
  void theDaysOfATierAreThoseOfItsBooksZone() {
    Desk desk =
        Desk.with(
            """
            categories: {fee: {per: order}}
            tiers:
              - {tier: old, category: fee, priority: 1, charge: {flat: 1.00}, validUntil: 2026-11-16}
              - {tier: new, category: fee, priority: 1, charge: {flat: 2.00}, validFrom: 2026-11-16}
            """);
    assertThat(desk.rate("completed=2026-11-15T15:59:59Z")).isEqualTo("old 1.00");
    assertThat(desk.rate("completed=2026-11-15T16:00:00Z")).isEqualTo("new 2.00");
  }
}
