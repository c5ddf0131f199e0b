package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders on their way in: good ones are kept, bad ones are told why. */
final class IntakeTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("intake");
  private static final HttpTester MACHINE = SERVER.machine(TENANT);
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  /** The first unit of a visit alone would cost more than 64 bits hold. */
  private static final String DEAR =
      """
      book: dear
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item}}
      tiers:
        - {tier: dear, category: labour, priority: 1, charge: {volume: [{upTo: 1, price: 900000000000000000.00}, {price: 0.01}], scope: visit}}
      """;

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  static String order(String orderNo, String more) {
    return """
    {"orderNo":"%s","status":"COMPLETED","service":"安装","address":"北京市朝阳区建国路88号",
     "counterparty":{"id":"P1"},"handlers":[{"id":"E1"}],"createdAt":"2026-11-20T09:00:00+08:00",
     "completedAt":"2026-11-20T14:00:00+08:00"%s}"""
        .formatted(orderNo, more);
  }

  @Test
  void anArrayGivesAResultForEachRowAndKeepsTheGoodOnes() {
    String rows =
        "["
            + String.join(
                ",",
                order("A1", ""),
                order("A1", ""),
                order("A2", ",\"quantity\":\"-1\""),
                order("A3", ",\"colour\":\"red\""),
                order("A4", ",\"region\":\"999999\""),
                order("A5", ""),
                "5")
            + "]";
    JsonNode answer = MACHINE.post("/api/v1/orders", rows).json();
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("repeated").asInt()).isEqualTo(1);
    assertThat(answer.path("rejected").asInt()).isEqualTo(4);
    assertThat(answer.at("/results/2/problem/field").asString()).contains("quantity");
    assertThat(answer.at("/results/3/problem/detail").asString()).contains("colour");
    assertThat(answer.at("/results/4/problem/field").asString()).isEqualTo("region");
    assertThat(OWNER.get("/api/v1/orders/A5").json().path("amount").asString()).isEqualTo("150.00");
  }

  @Test
  void aRowThatTheDatabaseRefusesStandsAloneAndTheOthersCommit() throws SQLException {
    try (Connection connection = SharedCluster.superuser(SERVER.database());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER TABLE duodang.work_order ADD CONSTRAINT offender CHECK (order_no <> 'OFFENDER')");
    }
    String rows =
        IntStream.range(0, 600)
            .mapToObj(i -> order(i == 17 ? "OFFENDER" : "S" + i, ""))
            .collect(Collectors.joining(",", "[", "]"));
    JsonNode answer = MACHINE.post("/api/v1/orders", rows).json();
    assertThat(answer.path("accepted").asInt()).isEqualTo(599);
    assertThat(answer.at("/results/17/problem/code").asString()).isEqualTo("order-refused");
    assertThat(OWNER.get("/api/v1/orders/OFFENDER").code()).isEqualTo("order-unknown");
  }

  @Test
  void anAmountBeyondAnyAccountWaitsAndSaysSo() {
    String parts =
        IntStream.range(0, 400)
            .mapToObj(_ -> "{\"number\":\"PCB-A1\",\"quantity\":\"1000000000000\"}")
            .collect(Collectors.joining(",", ",\"parts\":[", "]"));
    assertThat(MACHINE.post("/api/v1/orders", order("HUGE", parts)).status()).isEqualTo(200);
    JsonNode huge = OWNER.get("/api/v1/orders/HUGE?lang=en").json();
    assertThat(huge.path("state").asString()).isEqualTo("ON_HOLD");
    JsonNode hold = huge.at("/holds/0");
    assertThat(hold.path("reason").asString()).isEqualTo("OUT_OF_RANGE");
    assertThat(hold.path("sentence").asString()).contains("9999999999999.99 CNY");
    assertThat(MACHINE.post("/api/v1/orders", order("E30", ",\"quantity\":1e30")).code())
        .isEqualTo("order-invalid");
    assertThat(OWNER.get("/api/v1/orders?q=E30").json().path("items")).isEmpty();
  }

  @Test
  void anOrderIsNotTakenBackWhereWhatRemainsIsWorthMoreThanIsKept() {
    Tenant tenant = SERVER.makeTenant("dear");
    SERVER.bean(Books.class).record(tenant.id(), DEAR, "owner", "dear");
    HttpTester machine = SERVER.machine(tenant);
    String visit = ",\"visitId\":\"V\",\"revision\":%d,\"quantity\":%d";
    String first = order("D1", visit.formatted(1, 1000));
    machine.post("/api/v1/orders", first);
    machine.post("/api/v1/orders", order("D2", visit.formatted(1, 1)));
    String cancelled =
        order("D1", visit.formatted(2, 1000))
            .replace("COMPLETED", "CANCELLED")
            .replace("completedAt", "cancelledAt");
    assertThat(machine.post("/api/v1/orders", cancelled).code()).isEqualTo("order-not-settled");
    JsonNode kept = SERVER.owner(tenant).get("/api/v1/orders?q=D1").json();
    assertThat(kept.at("/items/0/amount").asString()).isEqualTo("10.00");
  }

  @Test
  void anOrderAboveItsLimitIsRefused() {
    HttpTester.Answer answer =
        MACHINE.post("/api/v1/orders", order("BIG", ",\"attributes\":{}" + " ".repeat(300_000)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("order-too-large");
  }

  @Test
  void aPersonDecidesUpToHisLimitAndOnlyWhatIsAsked() {
    String quoted = order("Q1", ",\"customer\":{\"class\":\"KEY_ACCOUNT\"}");
    MACHINE.post("/api/v1/orders", quoted);
    HttpTester front = SERVER.signedIn(TENANT, Role.FRONT_LINE, new Scope.WholeTenant(), 50_000L);
    String decision =
        "{\"kind\":\"QUOTE\",\"relation\":\"headquarters→partner\",\"category\":\"labour\","
            + "\"item\":0,\"amount\":\"%s\",\"reason\":\"agreed\"}";
    HttpTester.Answer over =
        front.post("/api/v1/orders/Q1/decisions", decision.formatted("680.00"));
    assertThat(over.code()).isEqualTo("over-your-limit");
    assertThat(over.json().path("allowed").asString()).contains("500.00");
    assertThat(OWNER.post("/api/v1/orders/Q1/decisions", decision.formatted("5000")).code())
        .isEqualTo("decision-not-asked");
    JsonNode decided =
        front.post("/api/v1/orders/Q1/decisions", decision.formatted("480.00")).json();
    assertThat(decided.path("state").asString()).isEqualTo("SETTLED");
    assertThat(decided.path("amount").asString()).isEqualTo("480.00");
  }

  @Test
  void aChosenRegionEndsAHold() {
    MACHINE.post("/api/v1/orders", order("R1", "").replace("北京市朝阳区建国路88号", "某某路5号"));
    String choice = "{\"kind\":\"REGION\",\"region\":\"%s\",\"reason\":\"asked the customer\"}";
    assertThat(OWNER.post("/api/v1/orders/R1/decisions", choice.formatted("999999")).code())
        .isEqualTo("region-unknown");
    JsonNode decided = OWNER.post("/api/v1/orders/R1/decisions", choice.formatted("310106")).json();
    assertThat(decided.path("state").asString()).isEqualTo("SETTLED");
    assertThat(decided.at("/region/path").asString()).contains("静安");
  }

  @Test
  void theDeskTakesAnOrderThroughItsLife() {
    String facts =
        "{\"facts\":{\"service\":\"维修\",\"address\":\"深圳市南山区\",\"customer\":{\"class\":\"MEMBER\"}}}";
    JsonNode created = OWNER.post("/api/v1/desk/orders", facts).json();
    String path = "/api/v1/orders/" + created.path("orderNo").asString() + "/actions";
    assertThat(created.path("state").asString()).isEqualTo("ESTIMATED");
    OWNER.post(path, "{\"action\":\"ASSIGN\",\"counterparty\":\"P1\",\"handlers\":[\"E1\"]}");
    OWNER.post(path, "{\"action\":\"ACCEPT\"}");
    OWNER.post(path, "{\"action\":\"ARRIVE\"}");
    JsonNode done = OWNER.post(path, "{\"action\":\"COMPLETE\",\"distanceMetres\":5000}").json();
    assertThat(done.path("state").asString()).isEqualTo("SETTLED");
    assertThat(done.path("revision").asInt()).isEqualTo(5);
    assertThat(OWNER.post(path, "{\"action\":\"CANCEL\"}").code()).isEqualTo("action-not-possible");
    JsonNode returned = OWNER.post(path, "{\"action\":\"RETURN\"}").json();
    assertThat(returned.at("/related/0/orderNo").asString())
        .isEqualTo(done.path("orderNo").asString());
  }

  private static HttpTester.Answer keyed(String key, String path, String body) {
    return OWNER.send(
        OWNER
            .request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void whatAPersonAsksUnderAKeyIsDoneOnce() {
    String facts = "{\"facts\":{\"service\":\"维修\",\"address\":\"深圳市南山区\"}}";
    String first = keyed("k1", "/api/v1/desk/orders", facts).json().path("orderNo").asString();
    assertThat(keyed("k1", "/api/v1/desk/orders", facts).json().path("orderNo").asString())
        .isEqualTo(first);
    assertThat(keyed("k1", "/api/v1/desk/orders", facts.replace("维修", "安装")).code())
        .isEqualTo("idempotency-key-reused");
    String actions = "/api/v1/orders/" + first + "/actions";
    keyed("k2", actions, "{\"action\":\"COMPLETE\"}");
    assertThat(keyed("k2", actions, "{\"action\":\"COMPLETE\"}").json().path("revision").asInt())
        .isEqualTo(2);
    String returned =
        keyed("k3", actions, "{\"action\":\"RETURN\"}").json().path("orderNo").asString();
    assertThat(keyed("k3", actions, "{\"action\":\"RETURN\"}").json().path("orderNo").asString())
        .isEqualTo(returned);
  }

  @Test
  void aPriceCheckSaysWhatTheOrderThenComesTo() {
    String facts = order("P1", ",\"urgency\":\"URGENT\",\"distanceMetres\":12400");
    JsonNode check = OWNER.post("/api/v1/price-check", "{\"facts\":" + facts + "}").json();
    JsonNode order = MACHINE.post("/api/v1/orders", facts).json();
    for (int i = 0; i < order.path("settlements").size(); i++) {
      assertThat(check.at("/settlements/" + i + "/total"))
          .isEqualTo(order.at("/settlements/" + i + "/total"));
    }
    assertThat(check.at("/explanations/0/sentence").asString()).isNotEmpty();
    assertThat(OWNER.get("/api/v1/orders?q=PRICE-CHECK").json().path("items")).isEmpty();
  }

  @Test
  void nobodySeesBeyondHisScopeOrHisRelations() {
    MACHINE.post("/api/v1/orders", order("V1", ""));
    HttpTester shanghai =
        SERVER.signedIn(TENANT, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), 0L);
    assertThat(shanghai.get("/api/v1/orders/V1").code()).isEqualTo("order-unknown");
    HttpTester engineer = SERVER.signedIn(TENANT, Role.ENGINEER, new Scope.Self("E1"), 0L);
    JsonNode own = engineer.get("/api/v1/orders/V1").json();
    assertThat(own.path("settlements")).hasSize(1);
    assertThat(own.at("/settlements/0/relation").asString()).isEqualTo("partner→engineer");
    assertThat(own.path("amount").asString()).isEqualTo("90.00");
    Tenant other = SERVER.makeTenant("other");
    assertThat(SERVER.owner(other).get("/api/v1/orders/V1").code()).isEqualTo("order-unknown");
    assertThat(SERVER.owner(other).get("/api/v1/orders").json().path("items")).isEmpty();
  }

  @Test
  void listsAreNarrowedAndComeInPages() {
    for (int i = 0; i < 5; i++) {
      MACHINE.post("/api/v1/orders", order("L" + i, ""));
    }
    JsonNode first = OWNER.get("/api/v1/orders?q=L&limit=3&state=SETTLED").json();
    assertThat(first.path("items")).hasSize(3);
    JsonNode second =
        OWNER.get("/api/v1/orders?q=L&limit=3&cursor=" + first.path("next").asString()).json();
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(
            OWNER
                .get("/api/v1/orders?region=110000&service=%E5%AE%89%E8%A3%85")
                .json()
                .path("items"))
        .isNotEmpty();
  }

  @Test
  void regionsAreFoundByTheTreeANameOrAnAddress() {
    assertThat(OWNER.get("/api/v1/regions").json()).hasSize(34);
    assertThat(OWNER.get("/api/v1/regions?parent=110000").json()).isNotEmpty();
    assertThat(OWNER.get("/api/v1/regions?parent=x").code()).isEqualTo("region-unknown");
    assertThat(
            OWNER
                .get(
                    "/api/v1/regions/resolve?address=%E6%B7%B1%E5%9C%B3%E5%B8%82%E5%8D%97%E5%B1%B1%E5%8C%BA")
                .json()
                .at("/region/code")
                .asString())
        .isEqualTo("440305");
  }
}
