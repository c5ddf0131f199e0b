package dev.duodang.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.ReportedPeriod;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rebates by what is reported beside orders: the amounts due follow the values, to the fen. */
final class OutsideMeasuresTest {

  private static final TestServer SERVER = TestServer.shared();

  private static final String MEASURES = "/api/v1/records/outside-measures";

  private static final String BOOK =
      """
      book: scores
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item}}
      tiers: [{tier: t, category: labour, priority: 1, charge: {flat: 100.00}}]
      rebates:
        - rebate: quality
          name: 满意度奖
          on: labour
          period: month
          measure: {outside: satisfaction, name: 满意度, unit: 分}
          volume: [{upTo: 90, percent: 0}, {upTo: 95, percent: 2}, {percent: 5, flat: 20.00}]
      """;

  private final Tenant tenant = SERVER.makeTenant("measures");
  private final HttpTester machine = SERVER.machine(tenant);
  private final HttpTester owner = SERVER.owner(tenant);

  OutsideMeasuresTest() {
    SERVER.bean(Books.class).record(tenant.id(), BOOK, "owner", "first");
  }

  private void deliver(int from, int until, String status) {
    String orders =
        IntStream.range(from, until)
            .mapToObj(
                i ->
                    """
                    {"orderNo": "M%d", "revision": %d, "status": "%s", "service": "安装",
                     "counterparty": {"id": "P7"}, "address": "河南省郑州市",
                     "createdAt": "2026-11-01T08:00:00+08:00", "%s": "2026-11-20T14:00:00+08:00"}"""
                        .formatted(
                            i,
                            status.equals("CANCELLED") ? 2 : 1,
                            status,
                            status.equals("CANCELLED") ? "cancelledAt" : "completedAt"))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(machine.post("/api/v1/orders", orders).status()).isEqualTo(200);
  }

  private static String value(String period, String value, String more) {
    return "{\"measure\": \"satisfaction\", \"party\": \"P7\", \"period\": \"%s\", \"value\": %s%s}"
        .formatted(period, value, more);
  }

  private static String revision(String value, int revision) {
    return value("2026-11", value, ", \"revision\": " + revision + ", \"reason\": \"survey\"");
  }

  private JsonNode report(String body) {
    HttpTester.Answer answer = owner.post(MEASURES, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private String outcome(String body) {
    return report(body).at("/results/0/outcome").asString();
  }

  private JsonNode november(HttpTester reader) {
    JsonNode rebates = reader.get("/api/v1/rebates?on=2026-11-30").json();
    assertThat(rebates.size()).as(rebates.toString()).isEqualTo(1);
    return rebates.get(0);
  }

  /** What the ledger says is due of rebates; 0 where nothing is. */
  private String due() {
    JsonNode balances =
        owner
            .get("/api/v1/ledger/balances?account=REBATE_ACCRUAL&party=P7")
            .json()
            .path("balances");
    return balances.isEmpty() ? "0" : balances.get(0).path("balance").asString();
  }

  /** The rebates' page and the ledger say the same, and the ledger is balanced. */
  private void isDue(String amount) {
    assertThat(november(owner).path("accrued").asString()).isEqualTo(amount);
    assertThat(due()).isEqualTo("-" + amount);
    JsonNode books = owner.get("/api/v1/ledger/trial-balance").json().path("books");
    assertThat(books.size()).isPositive();
    for (JsonNode book : books) {
      assertThat(book.path("balanced").asBoolean()).as(book.toString()).isTrue();
    }
  }

  @Test
  void whatIsDueFollowsEachValueAndEachOrder() {
    deliver(0, 10, "COMPLETED");
    JsonNode unreported = november(owner);
    assertThat(unreported.path("accrued").asString()).isEqualTo("0.00");
    assertThat(unreported.path("sentence").asString()).isEqualTo("满意度尚未上报，暂无累计");
    assertThat(unreported.at("/outside/measure").asString()).isEqualTo("satisfaction");
    assertThat(unreported.at("/outside/value").isNull()).isTrue();
    assertThat(due()).isEqualTo("0");

    assertThat(outcome(revision("92.5", 1))).isEqualTo("CREATED");
    isDue("20.00");
    JsonNode reported = november(owner);
    assertThat(reported.at("/outside/value").asString()).isEqualTo("92.5");
    assertThat(reported.at("/outside/revision").asLong()).isEqualTo(1);
    assertThat(reported.path("sentence").asString()).isEqualTo("满意度 92.5 分，按 2% 已累计 ¥20.00");
    assertThat(reported.path("next").asString()).isEqualTo("满意度再 2.6 分到 5% + ¥20.00：按目前金额 +¥50.00");

    assertThat(outcome(revision("96", 3))).isEqualTo("CHANGED");
    isDue("70.00");
    deliver(10, 20, "COMPLETED");
    isDue("120.00");
    deliver(0, 5, "CANCELLED");
    isDue("95.00");
    assertThat(outcome(revision("50", 4))).isEqualTo("CHANGED");
    assertThat(november(owner).path("accrued").asString()).isEqualTo("0.00");
    assertThat(due()).isEqualTo("0");
  }

  @Test
  void aHigherRevisionCountsAnEqualOneIsARepeatAndALowerOneIsIgnored() {
    deliver(0, 10, "COMPLETED");
    report(revision("96", 3));
    assertThat(outcome(revision("96.0", 3))).isEqualTo("EXISTS");
    assertThat(outcome(revision("12", 2))).isEqualTo("EXISTS");
    isDue("70.00");
    HttpTester.Answer other = owner.post(MEASURES, revision("97", 3));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("record-invalid");
    assertThat(other.body()).contains("is there with the value 96", "a higher revision");
    isDue("70.00");
    // Without a revision, another value is the next one.
    assertThat(outcome(value("2026-11", "92.5", ""))).isEqualTo("CHANGED");
    assertThat(outcome(value("2026-11", "92.5", ""))).isEqualTo("EXISTS");
    isDue("20.00");
    JsonNode history = owner.get("/api/v1/outside-measures?measure=satisfaction&party=P7").json();
    assertThat(history.size()).isEqualTo(2);
    assertThat(history.at("/0/revision").asLong()).isEqualTo(4);
    assertThat(history.at("/0/counts").asBoolean()).isTrue();
    assertThat(history.at("/1/value").asString()).isEqualTo("96");
    assertThat(history.at("/1/counts").asBoolean()).isFalse();
    assertThat(history.at("/1/reason").asString()).isEqualTo("survey");
    assertThat(history.at("/1/period").asString()).isEqualTo("2026-11");
  }

  @Test
  void aValueThatIsReportedBeforeAnyOrderCountsWithTheFirst() {
    report(revision("99.5", 1));
    report(value("2026-10", "10", ""));
    assertThat(due()).isEqualTo("0");
    deliver(0, 1, "COMPLETED");
    isDue("25.00");
  }

  /** As when two report at once: what came between the look and the writer. */
  @Test
  void theWriterTakesAllValuesOfAReportOrNone() {
    deliver(0, 10, "COMPLETED");
    report(revision("96", 3));
    OutsideKey november =
        new OutsideKey(
            MeasureName.of("satisfaction"), PartyId.of("P7"), ReportedPeriod.parse("2026-11"));
    OutsideKey december =
        new OutsideKey(november.measure(), november.party(), ReportedPeriod.parse("2026-12"));
    Command.Report conflicting =
        new Command.Report(
            tenant.id(),
            List.of(
                new Command.Reported(december, null, Exact.ONE, ""),
                new Command.Reported(november, 4L, Exact.parse("50"), ""),
                new Command.Reported(november, 4L, Exact.parse("51"), "")),
            "owner",
            Instant.parse("2026-11-30T00:00:00Z"));
    Outcome outcome = SERVER.bean(SettlementWriter.class).submit(conflicting).join();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.problem().detail())
                    .contains("satisfaction of P7 in 2026-11 has revision 4 with another value"));
    isDue("70.00");
    assertThat(owner.get("/api/v1/outside-measures?measure=satisfaction&party=P7").json().size())
        .isEqualTo(1);
  }

  @Test
  void aDryRunReportsNothing() {
    deliver(0, 10, "COMPLETED");
    JsonNode answer = owner.post(MEASURES + "?dryRun=true", revision("96", 1)).json();
    assertThat(answer.path("created").asInt()).isEqualTo(1);
    assertThat(due()).isEqualTo("0");
    assertThat(owner.get("/api/v1/outside-measures?measure=satisfaction&party=P7").json().size())
        .isZero();
  }

  @Test
  void aFileIsTakenRowByRowAndAnExportCanBeTakenIn() {
    deliver(0, 10, "COMPLETED");
    String sheet =
        """
        指标,结算对象,期间,数值,版本,原因
        satisfaction,P7,2026-11,12345678.50,1,
        satisfaction,P7,2026-11,96,2,复核
        satisfaction,P7,2026-Q4,96,2,
        satisfaction,P8,2026-11,-1,1,
        satisfaction,P8,2026-12,88.8,,
        """;
    HttpTester.Answer answer = owner.post(MEASURES + "/file?dryRun=false", "text/csv", sheet);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("created").asInt()).isEqualTo(2);
    assertThat(answer.json().path("changed").asInt()).isEqualTo(1);
    assertThat(answer.json().path("refused").asInt()).isEqualTo(2);
    assertThat(answer.body())
        .contains("is not as long as that of the rebates that go by satisfaction")
        .contains("a number from 0 to 1000000000000 with at most six decimals");
    isDue("70.00");
    String exported = owner.get(MEASURES + "/file").body();
    assertThat(exported.lines())
        .containsExactly(
            "\ufeffmeasure,party,period,value,revision,reason",
            "satisfaction,P7,2026-11,96,2,复核",
            "satisfaction,P8,2026-12,88.8,1,");
    JsonNode again = owner.post(MEASURES + "/file?dryRun=false", "text/csv", exported).json();
    assertThat(again.path("existing").asInt()).isEqualTo(2);
  }

  @Test
  void aLargeNumberOfJsonIsReadExactly() {
    report(value("2026-11", "12345678.50", ""));
    assertThat(
            owner
                .get("/api/v1/outside-measures?measure=satisfaction&party=P7")
                .json()
                .at("/0/value")
                .asString())
        .isEqualTo("12345678.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nps          | 2026-11 | 5    | 1 | measure  | satisfaction",
        "satisfaction | 2026    | 5    | 1 | period   | a month such as 2026-11",
        "satisfaction | 2026-13 | 5    | 1 | period   | a quarter such as 2026-Q4",
        "satisfaction | 2026-11 | many | 1 | value    | a number from 0 to",
        "satisfaction | 2026-11 | -1   | 1 | value    | a number from 0 to",
        "satisfaction | 2026-11 | 5    | 0 | revision | a whole number from 1",
        "satisfaction | 2026-11 | 5    | x | revision | a whole number from 1",
      })
  void whatCannotBeTakenIsRefusedWithWhatIsAllowed(
      String measure, String period, String value, String revision, String field, String allowed) {
    HttpTester.Answer answer =
        owner.post(
            MEASURES,
            """
            {"measure": "%s", "party": "P7", "period": "%s", "value": "%s", "revision": "%s"}"""
                .formatted(measure, period, value, revision));
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
    assertThat(answer.json().path("allowed").asString()).contains(allowed);
  }

  @Test
  void whoIsMeasuredSeesItAndOthersDoNotNorMayTheyReport() {
    deliver(0, 10, "COMPLETED");
    report(revision("96", 1));
    HttpTester own =
        SERVER.signedIn(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P7")), 0L);
    HttpTester other =
        SERVER.signedIn(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P8")), 0L);
    String history = "/api/v1/outside-measures?measure=satisfaction&party=P7";
    assertThat(november(own).at("/outside/value").asString()).isEqualTo("96");
    assertThat(own.get(history).json().size()).isEqualTo(1);
    assertThat(own.get(MEASURES + "/file").body()).contains("satisfaction,P7");
    assertThat(other.get(history).json().size()).isZero();
    assertThat(other.get(MEASURES + "/file").body()).doesNotContain("P7");
    assertThat(own.post(MEASURES, revision("100", 2)).status()).isEqualTo(403);
    isDue("70.00");
  }
}
