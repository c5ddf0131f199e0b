package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.intake.Decision.What;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

  private static final JsonRows READER = JsonRows.in(ZoneId.of("Asia/Shanghai"));

  private static Row one(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return READER.one(bytes, 0, bytes.length);
  }

  private static WorkOrder order(String json) {
    Row row = one(json);
    assertThat(row).as(CsvRowsTest.brief(row)).isInstanceOf(Row.Order.class);
    return ((Row.Order) row).order();
  }

  private static List<String> all(String json) {
    return READER.all(json.getBytes(StandardCharsets.UTF_8)).stream()
        .map(CsvRowsTest::brief)
        .toList();
  }

  @Test
  void everyFieldReachesItsFact() {
    WorkOrder order =
        order(
            """
            {"orderNo":"H06","revision":2,"updatedAt":"2026-11-21 08:00","status":"VERIFIED",
             "stage":"AFTER_SALES","caseNo":"C-1","visitId":"V-9",
             "related":{"orderNo":"H05","kind":"REWORK"},
             "items":[{"service":"维修/空调","brand":"美的","product":"KFR","quantity":2,"warranty":"OUT",
                       "measures":{"cableMetres":"2.5"},"attributes":{"colour":"白"}},
                      {"service":"安装"}],
             "complexity":"COMPLEX","urgency":"URGENT","channel":"WEB","promotion":"D11",
             "parts":[{"number":"CAP-35","quantity":"2"},{"number":"PCB","amount":320.50}],
             "customer":{"id":"K7","class":"VIP"},
             "counterparty":{"id":"P1","kind":"PARTNER","type":"BOUTIQUE","mode":"DIRECT","grade":"A"},
             "onBehalfOf":{"id":"电商"},"handlers":[{"id":"E1","share":2},{"id":"E2"}],
             "address":"上海市静安区","region":"310106","distanceMetres":12400.5,"durationSeconds":"3600",
             "createdAt":"2026-11-20 09:00","acceptedAt":"2026-11-20T09:10:00+08:00",
             "arrivedAt":"2026/11/20 10:05:30","completedAt":"2026-11-20T06:00:00.250Z",
             "verifiedAt":"2026-11-21","cancelledAt":null,
             "collected":{"amount":"88.5","method":"微信","by":"E1"},
             "measures":{"storageDays":11},"attributes":{"floor":4}}
            """);
    assertThat(WorkOrderJson.write(order))
        .isEqualTo(
            """
            {"orderNo":"H06","revision":2,"updatedAt":"2026-11-21T00:00:00Z","status":"VERIFIED",\
            "stage":"AFTER_SALES","caseNo":"C-1","visitId":"V-9",\
            "related":{"orderNo":"H05","kind":"REWORK"},\
            "items":[{"service":"维修/空调","brand":"美的","product":"KFR","quantity":"2","warranty":"OUT",\
            "measures":{"cableMetres":"2.5"},"attributes":{"colour":"白"}},\
            {"service":"安装","quantity":"1"}],\
            "complexity":"COMPLEX","urgency":"URGENT","channel":"WEB","promotion":"D11",\
            "parts":[{"number":"CAP-35","quantity":"2"},\
            {"number":"PCB","quantity":"1","amount":"320.5"}],\
            "customer":{"id":"K7","class":"VIP"},\
            "counterparty":{"id":"P1","kind":"PARTNER","type":"BOUTIQUE","mode":"DIRECT","grade":"A"},\
            "onBehalfOf":{"id":"电商"},"handlers":[{"id":"E1","share":"2"},{"id":"E2","share":"1"}],\
            "address":"上海市静安区","region":"310106","distanceMetres":"12400.5","durationSeconds":"3600",\
            "createdAt":"2026-11-20T01:00:00Z","acceptedAt":"2026-11-20T01:10:00Z",\
            "arrivedAt":"2026-11-20T02:05:30Z","completedAt":"2026-11-20T06:00:00.250Z",\
            "verifiedAt":"2026-11-20T16:00:00Z",\
            "collected":{"amount":"88.5","method":"微信","by":"E1"},\
            "measures":{"storageDays":"11"},"attributes":{"floor":"4"}}""");
  }

  @Test
  void aSingleItemMayStandInTheOrderItself() {
    assertThat(order("{\"orderNo\":\"H1\",\"status\":\"OPEN\",\"service\":\"安装\"}").items())
        .containsExactly(OrderItem.of(ServicePath.of("安装")));
    assertThat(order("{\"orderNo\":\"H1\",\"status\":\"OPEN\"}").items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"quote\",\"orderNo\":\"H5\",\"relation\":\"headquarters→partner\",\"category\":\"labour\","
            + "\"amount\":\"680.00\",\"reason\":\"ok\",\"by\":\"boss\",\"at\":\"2026-11-20 15:00\"}",
        "{\"orderNo\":\"H5\",\"amount\":680,\"category\":\"labour\",\"at\":\"2026-11-20T07:00:00Z\","
            + "\"by\":\"boss\",\"reason\":\"ok\",\"relation\":\"headquarters->partner\",\"kind\":\"quote\"}",
      })
  void theKindMayStandAnywhere(String json) {
    assertThat(one(json))
        .isEqualTo(
            new Row.Decided(
                new Decision(
                    OrderNo.of("H5"),
                    new What.Quote(
                        Relation.parse("headquarters→partner"),
                        CategoryId.of("labour"),
                        -1,
                        Exact.of(680)),
                    "ok",
                    "boss",
                    Instant.parse("2026-11-20T07:00:00Z"))));
  }

  @Test
  void aDecisionMayBeARegionOrARelease() {
    assertThat(((Row.Decided) one("{\"kind\":\"region\",\"orderNo\":\"H\",\"region\":\"440305\"}")))
        .extracting(row -> row.decision().what())
        .isEqualTo(new What.Region(RegionCode.of("440305")));
    assertThat(
            ((Row.Decided)
                one(
                    "{\"orderNo\":\"H\",\"relation\":\"headquarters→partner\",\"kind\":\"release\"}")))
        .extracting(row -> row.decision().what())
        .isEqualTo(new What.Release(Relation.parse("headquarters→partner")));
  }

  @Test
  void aDecisionMayBeTheChoiceOfATierOrItsEnd() {
    String decision =
        "{\"orderNo\":\"H\",\"relation\":\"headquarters→partner\",\"category\":\"labour\","
            + "\"item\":0,\"reason\":\"agreed\",%s}";
    Relation relation = Relation.parse("headquarters→partner");
    CategoryId labour = CategoryId.of("labour");
    assertThat(
            ((Row.Decided) one(decision.formatted("\"kind\":\"force\",\"tier\":\"premium\"")))
                .decision()
                .what())
        .isEqualTo(new What.Force(relation, labour, 0, TierId.of("premium")));
    assertThat(((Row.Decided) one(decision.formatted("\"kind\":\"unforce\""))).decision().what())
        .isEqualTo(new What.Unforce(relation, labour, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | orderNo: is missing; allowed: at most 64 characters ¦ status: is missing; allowed: OPEN, COMPLETED, VERIFIED, CANCELLED",
        "[] | order: is not a JSON object; allowed: {\"orderNo\": …}",
        "\"x\" | order: is not a JSON object; allowed: {\"orderNo\": …}",
        "{O,\"status\":\"DONE\"} | status \"DONE\": is not one of the words allowed; allowed: OPEN, COMPLETED, VERIFIED, CANCELLED",
        "{O,S,\"servce\":\"x\"} | servce \"x\": is not a known field, did you mean \"service\"?",
        "{O,S,\"customer\":{\"clas\":\"VIP\"}} | customer.clas \"VIP\": is not a known field, did you mean \"class\"?; allowed: id, class",
        "{O,S,S} | status \"OPEN\": stands there twice",
        "{O,S,\"distanceMetres\":-1} | distanceMetres \"-1\": is not between 0 and 1000000000000; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"distanceMetres\":1e30} | distanceMetres \"1e30\": is not a plain decimal with at most 18 digits on each side of the point; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"distanceMetres\":1e999999999} | distanceMetres \"1e999999999\": is not a plain decimal with at most 18 digits on each side of the point; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"distanceMetres\":\"far\"} | distanceMetres \"far\": is not a plain decimal with at most 18 digits on each side of the point; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"distanceMetres\":{}} | distanceMetres: is not a single value; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"items\":{}} | items: is not a list; allowed: […]",
        "{O,S,\"items\":[1]} | items[0] \"1\": is not an object; allowed: {…}",
        "{O,S,\"items\":[{\"quantity\":-2}]} | items[0].quantity \"-2\": is not between 0 and 1000000000000; allowed: a number from 0 to 1000000000000, as 2.5",
        "{O,S,\"items\":[],\"service\":\"安装\"} | items: stands beside fields of a single item; allowed: one of the two",
        "{O,S,\"handlers\":[{\"share\":1}]} | handlers[0]: needs an id; allowed: {\"id\":…}",
        "{O,S,\"createdAt\":\"9999-12-31\"} | createdAt \"9999-12-31\": the year 9999 is not between 2000 and 2100; allowed: a time from 2000 to 2100 such as 2026-11-20 14:00 or 2026-11-20T14:00:00+08:00",
        "{O,S,\"region\":\"x\"} | region \"x\": must be six digits of GB/T 2260, or start with a capital letter and have 2 to 20 capital letters, digits and hyphens; allowed: six digits of GB/T 2260",
        "{O,S,\"caseNo\":\"a\\u0000b\"} | caseNo \"a�b\": must have 1 to 64 printable characters; allowed: at most 64 characters",
        "{O,S,\"caseNo\":\"\\ud800\"} | caseNo \"\\uD800\": must have 1 to 64 printable characters; allowed: at most 64 characters",
        "{O,S,\"address\":\"\\ud800\"} | address \"\\uD800\": has a character that cannot be printed; allowed: at most 400 characters",
        "{O,S,\"measures\":{\"\":1}} | measures.: must have 1 to 40 printable characters",
        "{O,S,\"amount\":1} | amount: is no field of a row of kind order; allowed: order",
        "{O,S,\"kind\":\"region\",\"region\":\"440305\"} | status: is no field of a row of kind region; allowed: order, quote, region, release, force, unforce",
        "{O,\"kind\":\"force\",\"relation\":\"headquarters→partner\",\"category\":\"labour\",\"reason\":\"ok\"} | tier: is missing",
        "{O,\"kind\":\"force\",\"relation\":\"headquarters→partner\",\"category\":\"labour\",\"tier\":\"t\"} | reason: is missing",
        "{O,\"kind\":\"unforce\",\"relation\":\"headquarters→partner\",\"category\":\"labour\",\"reason\":\" \"} | reason: is missing",
        "{O,S,\"tier\":\"t\"} | tier: is no field of a row of kind order; allowed: order",
        "{O,\"kind\":\"sell\"} | kind \"sell\": is not a kind of row; allowed: order, quote, region, release, force, unforce",
        "{O,\"kind\":\"quote\",\"item\":300,\"relation\":\"headquarters→partner\",\"category\":\"labour\",\"amount\":1} | item \"300\": is not between 0 and 199; allowed: a whole number from 0",
      })
  void aBadFieldIsNamedWithItsValueAndWhatIsAllowed(String json, String refusal) {
    Row row =
        one(
            json.replace("O,", "\"orderNo\":\"H1\",")
                .replace("S}", "S,}")
                .replace("S,", "\"status\":\"OPEN\",")
                .replace(",}", "}"));
    assertThat(CsvRowsTest.brief(row).replace('\u0000', '\ufffd').replace("\ud800", "\\uD800"))
        .startsWith("refused " + refusal.replace(" ¦ ", " | "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"orderNo\":",
        "nonsense",
        "{\"orderNo\":\"H1\"} x",
        "{\"orderNo\":\"H\n1\"}",
        "{'orderNo':1}",
        "{\"orderNo\":NaN}",
        "{\"orderNo\":01}",
        "{\"orderNo\":\"H1\",}",
        "\ufeff",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[1]"
      })
  void whatIsNotJsonIsRefusedAsAWhole(String json) {
    assertThat(one(json)).isInstanceOf(Row.Refused.class);
    assertThat(((Row.Refused) one(json)).problems()).hasSize(1);
    assertThat(READER.all(json.getBytes(StandardCharsets.UTF_8)))
        .allMatch(Row.Refused.class::isInstance);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] gbk =
        "{\"orderNo\":\"工单\",\"status\":\"OPEN\"}"
            .getBytes(java.nio.charset.Charset.forName("GBK"));
    assertThat(READER.one(gbk, 0, gbk.length)).isInstanceOf(Row.Refused.class);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(order("\ufeff{\"orderNo\":\"H1\",\"status\":\"OPEN\"}").orderNo())
        .isEqualTo(OrderNo.of("H1"));
  }

  @Test
  void anArrayGivesItsGoodRowsAndItsBadOnes() {
    assertThat(
            all(
                "[{\"orderNo\":\"H1\",\"status\":\"OPEN\"},{\"orderNo\":\"H2\"},7,"
                    + "{\"orderNo\":\"H3\",\"status\":\"OPEN\"}]"))
        .containsExactly(
            "H1",
            "refused status: is missing; allowed: OPEN, COMPLETED, VERIFIED, CANCELLED",
            "refused order: is not a JSON object; allowed: {\"orderNo\": …}",
            "H3");
    assertThat(all("[]")).isEmpty();
    assertThat(all("{\"orderNo\":\"H1\",\"status\":\"OPEN\"}")).containsExactly("H1");
    assertThat(all("[] []"))
        .containsExactly("refused json: has text behind its end; allowed: one JSON value");
  }

  @Test
  void oneHugeOrderInAnArrayCostsOnlyItself() {
    String huge = "\"address\":\"" + "x".repeat(250_000) + "\"";
    String larger = "\"attributes\":{\"a\":\"" + "x".repeat(262_100) + "\"}";
    String digits = "\"distanceMetres\":" + "9".repeat(200_000);
    assertThat(
            all(
                "[{\"orderNo\":\"H1\",\"status\":\"OPEN\","
                    + huge
                    + "},"
                    + "{\"orderNo\":\"H2\",\"status\":\"OPEN\","
                    + larger
                    + "},"
                    + "{\"orderNo\":\"H3\",\"status\":\"OPEN\","
                    + digits
                    + "},"
                    + "{\"orderNo\":\"H4\",\"status\":\"OPEN\"}]"))
        .satisfiesExactly(
            first -> assertThat(first).contains("address").contains("has more than 400 characters"),
            second -> assertThat(second).isEqualTo("refused order: has more than 262144 bytes"),
            third -> assertThat(third).contains("distanceMetres").contains("plain decimal"),
            fourth -> assertThat(fourth).isEqualTo("H4"));
  }

  @Test
  void anOrderAloneHasAtMost256KiB() {
    String huge =
        "{\"orderNo\":\"H1\",\"status\":\"OPEN\",\"address\":\"" + "x".repeat(270_000) + "\"}";
    assertThat(CsvRowsTest.brief(one(huge))).isEqualTo("refused order: has more than 262144 bytes");
  }

  @Test
  void aListOfAnyLengthIsRefusedAndNotHeld() {
    String order =
        "{\"orderNo\":\"A\",\"status\":\"OPEN\",\"items\":[{}" + ",{}".repeat(1200) + "]}";
    byte[] json = order.getBytes(StandardCharsets.UTF_8);
    assertThat(JsonRows.in(ZoneId.of("Asia/Shanghai")).one(json, 0, json.length))
        .isInstanceOfSatisfying(
            Row.Refused.class,
            refused -> assertThat(refused.problems().toString()).contains("more than 200 items"));
  }
}
