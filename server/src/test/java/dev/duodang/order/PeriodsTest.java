package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rebates and counts over a period by HTTP: the amounts of the house scenario, to the fen. */
final class PeriodsTest {

  private static final TestServer SERVER = TestServer.shared();

  private static final String COUNTING =
      """
      book: counting
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      counters: {installed: {name: 安装量, period: month}, capped: {name: 封顶, period: month}}
      categories: {labour: {name: 人工, per: item}, help: {name: 咨询, per: item}}
      tiers:
        - {tier: steps, category: labour, priority: 1, when: {service: 安装}, charge: {graduated: [{upTo: 3, price: 10.00}, {price: 8.00}], scope: period, counter: installed}}
        - {tier: free, category: help, priority: 1, when: {service: 咨询}, charge: {perUnit: 5.00, freeUnits: 2, scope: period, counter: capped}}
      """;

  private static String order(
      String number, int revision, String partner, String service, String status, String time) {
    return """
        {"orderNo": "%s", "revision": %d, "status": "%s", "customer": {"class": "MEMBER"},
         "counterparty": {"id": "%s", "type": "VOLUME"}, "service": "%s", "address": "河南省郑州市",
         "createdAt": "2026-11-01T08:00:00+08:00", "%s": "%s"}"""
        .formatted(
            number,
            revision,
            status,
            partner,
            service,
            status.equals("CANCELLED") ? "cancelledAt" : "completedAt",
            time);
  }

  private static String done(String number, int revision, String partner, String service) {
    return order(number, revision, partner, service, "COMPLETED", "2026-11-20T14:00:00+08:00");
  }

  private static String cancelled(String number, int revision, String partner, String service) {
    return order(number, revision, partner, service, "CANCELLED", "2026-11-21T08:00:00+08:00");
  }

  private static String array(List<String> orders) {
    return orders.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static String installed(int from, int until) {
    return array(IntStream.range(from, until).mapToObj(i -> done("V" + i, 1, "P7", "安装")).toList());
  }

  private static JsonNode november(HttpTester reader, String more) {
    JsonNode rebates = reader.get("/api/v1/rebates?on=2026-11-30" + more).json();
    assertThat(rebates.size()).as(rebates.toString()).isEqualTo(1);
    return rebates.get(0);
  }

  @Test
  void theRebateOfTheHouseIsWhatTheScenarioStatesAndWhoseItIsSeesIt() {
    Tenant tenant = SERVER.makeTenant("rebates");
    HomeAppliance.publish(SERVER, tenant.id());
    HttpTester machine = SERVER.machine(tenant);
    HttpTester owner = SERVER.owner(tenant);
    assertThat(machine.post("/api/v1/orders", installed(0, 488)).status()).isEqualTo(200);
    JsonNode rebate = november(owner, "&lang=en");
    assertThat(rebate.path("accrued").asString()).isEqualTo("1464.00");
    assertThat(rebate.path("amount").asString()).isEqualTo("48800.00");
    assertThat(rebate.path("missing").asString()).isEqualTo("13");
    assertThat(rebate.path("more").asString()).isEqualTo("1041.00");
    assertThat(rebate.path("next").asString())
        .isEqualTo("13 more orders to 5 %: +¥1,041.00 at today's average");
    assertThat(rebate.at("/payee/id").asString()).isEqualTo("P7");
    assertThat(rebate.path("from").asString()).isEqualTo("2026-11-01");
    machine.post("/api/v1/orders", installed(488, 621));
    machine.post("/api/v1/orders", cancelled("V7", 2, "P7", "安装"));
    assertThat(november(owner, "").path("orders").asInt()).isEqualTo(620);
    assertThat(november(owner, "").path("accrued").asString()).isEqualTo("3100.00");
    assertThat(november(owner, "").path("next").isNull()).isTrue();
    assertThat(accrued(owner)).isEqualTo("-3100.00");
    // The same again changes nothing.
    machine.post("/api/v1/orders", installed(0, 100));
    assertThat(accrued(owner)).isEqualTo("-3100.00");
    assertThat(november(owner, "&party=P7").path("orders").asInt()).isEqualTo(620);
    assertThat(owner.get("/api/v1/rebates?on=2026-11-30&party=P8").json().size()).isZero();
    assertThat(owner.get("/api/v1/rebates?on=2026-12-01").json().size()).isZero();
    assertThat(november(reader(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P7"))), ""))
        .isNotNull();
    for (HttpTester other :
        List.of(
            reader(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P8"))),
            reader(tenant, Role.ENGINEER, new Scope.Self("P9")))) {
      assertThat(other.get("/api/v1/rebates?on=2026-11-30").json().size()).isZero();
    }
  }

  /** What the ledger says is due of rebates. */
  private static String accrued(HttpTester owner) {
    JsonNode balances =
        owner
            .get("/api/v1/ledger/balances?account=REBATE_ACCRUAL&party=P7")
            .json()
            .path("balances");
    return balances.get(0).path("balance").asString();
  }

  private static HttpTester reader(Tenant tenant, Role role, Scope scope) {
    return SERVER.signedIn(tenant, role, scope, 0L);
  }

  @Test
  void theRebateCountsOrdersOfBothVersionsOfABook() throws java.io.IOException {
    Tenant tenant = SERVER.makeTenant("versions");
    HomeAppliance.publish(SERVER, tenant.id());
    String text =
        Files.readString(
            Path.of("..", "templates", "home-appliance", "books", "home-service.yaml"));
    SERVER
        .bean(Books.class)
        .record(
            tenant.id(),
            text.replace("validFrom: 2026-01-01", "validFrom: 2026-11-16")
                .replaceFirst("flat: 100\\.00", "flat: 110.00"),
            "owner",
            "dearer");
    HttpTester machine = SERVER.machine(tenant);
    machine.post(
        "/api/v1/orders",
        array(
            List.of(
                order("A", 1, "P7", "安装", "COMPLETED", "2026-11-15T23:59:59+08:00"),
                order("B", 1, "P7", "安装", "COMPLETED", "2026-11-16T00:00:00+08:00"))));
    JsonNode rebate = november(SERVER.owner(tenant), "");
    assertThat(rebate.path("orders").asInt()).isEqualTo(2);
    assertThat(rebate.path("amount").asString()).isEqualTo("270.00");
  }

  @Test
  void ordersOfSeveralWindowsAndOfOneAreRightInOneBatchAndInMany() {
    Tenant tenant = SERVER.makeTenant("counters");
    SERVER.bean(Books.class).record(tenant.id(), COUNTING, "owner", "first");
    HttpTester machine = SERVER.machine(tenant);
    HttpTester owner = SERVER.owner(tenant);
    machine.post(
        "/api/v1/orders",
        array(
            List.of(
                done("A1", 1, "P1", "安装"),
                done("B1", 1, "P2", "安装"),
                done("A2", 1, "P1", "安装"),
                done("A3", 1, "P1", "安装"),
                done("A4", 1, "P1", "安装"),
                done("B2", 1, "P2", "安装"))));
    assertThat(totals(owner, "A1", "A2", "A3", "A4", "B1", "B2"))
        .containsExactly("10.00", "10.00", "10.00", "8.00", "10.00", "10.00");
    machine.post("/api/v1/orders", done("A5", 1, "P1", "安装"));
    assertThat(totals(owner, "A5")).containsExactly("8.00");
    // Taken back at the top; the next gets the same again, and other lines keep their amounts.
    machine.post(
        "/api/v1/orders",
        array(List.of(cancelled("A1", 2, "P1", "安装"), done("A6", 1, "P1", "安装"))));
    assertThat(totals(owner, "A1", "A2", "A5", "A6"))
        .containsExactly("2.00", "10.00", "8.00", "8.00");
    // The order moves to another partner: one window loses it, the other counts it.
    machine.post("/api/v1/orders", done("A6", 2, "P2", "安装"));
    machine.post("/api/v1/orders", done("B3", 1, "P2", "安装"));
    assertThat(totals(owner, "A6", "B3")).containsExactly("10.00", "8.00");
  }

  @Test
  void whatAnOrderCountedWithoutALineIsGivenBackByALineThatReversesNone() {
    Tenant tenant = SERVER.makeTenant("free units");
    SERVER.bean(Books.class).record(tenant.id(), COUNTING, "owner", "first");
    HttpTester machine = SERVER.machine(tenant);
    HttpTester owner = SERVER.owner(tenant);
    for (int i = 1; i <= 3; i++) {
      machine.post("/api/v1/orders", done("F" + i, 1, "P1", "咨询"));
    }
    assertThat(totals(owner, "F3")).containsExactly("5.00");
    assertThat(machine.post("/api/v1/orders", cancelled("F1", 2, "P1", "咨询")).status())
        .isEqualTo(200);
    machine.post("/api/v1/orders", done("F4", 1, "P1", "咨询"));
    assertThat(totals(owner, "F4")).containsExactly("5.00");
  }

  @Test
  void aPriceCheckIsWhatTheNextOrderGets() {
    Tenant tenant = SERVER.makeTenant("checked");
    SERVER.bean(Books.class).record(tenant.id(), COUNTING, "owner", "first");
    HttpTester machine = SERVER.machine(tenant);
    HttpTester owner = SERVER.owner(tenant);
    machine.post(
        "/api/v1/orders",
        array(IntStream.range(0, 3).mapToObj(i -> done("C" + i, 1, "P1", "安装")).toList()));
    JsonNode answer =
        owner
            .post(
                "/api/v1/price-check",
                "{\"facts\": " + done("C9", 1, "P1", "安装") + ", \"at\": \"2026-11-20T14:00:00Z\"}")
            .json();
    machine.post("/api/v1/orders", done("C9", 1, "P1", "安装"));
    assertThat(answer.toString()).contains("\"total\":\"8.00\"");
    assertThat(totals(owner, "C9")).containsExactly("8.00");
  }

  /** The sums of all lines of orders, in the partner's relation. */
  private static List<String> totals(HttpTester owner, String... numbers) {
    return List.of(numbers).stream()
        .map(number -> owner.get("/api/v1/orders/" + number).json())
        .map(
            order -> {
              JsonNode settlements = order.path("settlements");
              return settlements.isEmpty()
                  ? "none " + order
                  : settlements.get(0).path("total").asString();
            })
        .toList();
  }
}
