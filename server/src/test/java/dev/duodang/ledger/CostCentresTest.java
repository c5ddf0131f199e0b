package dev.duodang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What departments charge each other lands in the cost centres that their records name. */
final class CostCentresTest {

  private static final TestServer SERVER = TestServer.shared();

  private static HttpTester house(String name) {
    Tenant tenant = SERVER.makeTenant(name);
    HomeAppliance.publish(SERVER, tenant.id());
    return SERVER.owner(tenant);
  }

  private static String order(String orderNo, int revision, String complexity, String completed) {
    return """
        {"orderNo": "%s", "revision": %d, "status": "COMPLETED", "customer": {"class": "MEMBER"},
         "counterparty": {"id": "D1", "kind": "DEPARTMENT"}, "service": "咨询", "complexity": "%s",
         "onBehalfOf": {"id": "D2"}, "createdAt": "2026-11-20T09:00:00+08:00",
         "completedAt": "%s"}"""
        .formatted(orderNo, revision, complexity, completed);
  }

  private static void deliver(HttpTester owner, String order) {
    HttpTester.Answer answer = owner.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/settlements/0/state").asString())
        .as(answer.body())
        .isEqualTo("SETTLED");
  }

  private static void department(HttpTester owner, String id, String centre, String from) {
    HttpTester.Answer answer =
        owner.post(
            "/api/v1/records/counterparties",
            """
            [{"id": "%s", "validFrom": "%s", "kind": "DEPARTMENT", "name": "%s", "costCentre": "%s",
              "reason": "cost centres"}]"""
                .formatted(id, from, id, centre));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().toString()).contains("\"id\":\"" + id);
  }

  private static Map<String, BigDecimal> internal(HttpTester owner) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (JsonNode one : owner.get("/api/v1/ledger/balances").json().path("balances")) {
      BigDecimal balance = new BigDecimal(one.path("balance").asString());
      if (one.path("account").asString().startsWith("INTERNAL") && balance.signum() != 0) {
        balances.put(one.path("account").asString() + " " + one.path("party").asString(), balance);
      }
    }
    return balances;
  }

  @Test
  void aDepartmentWithoutARecordIsItsOwnCentre() {
    HttpTester owner = house("cost centres of nobody");
    deliver(owner, order("I1", 1, "COMPLEX", "2026-11-20T14:00:00+08:00"));
    assertThat(internal(owner))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "INTERNAL_COST D2", new BigDecimal("150.00"),
                "INTERNAL_INCOME D1", new BigDecimal("-150.00")));
  }

  @Test
  void theCentreIsThatOfTheDayOfTheOrderAndAReversalGoesWhereTheLineWent() {
    HttpTester owner = house("cost centres");
    department(owner, "D1", "CC-EAST", "2026-01-01");
    department(owner, "D2", "CC-SHOP", "2026-01-01");
    department(owner, "D2", "CC-WEB", "2026-11-25");
    deliver(owner, order("I1", 1, "COMPLEX", "2026-11-20T14:00:00+08:00"));
    deliver(owner, order("I2", 1, "COMPLEX", "2026-11-26T14:00:00+08:00"));
    assertThat(internal(owner))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "INTERNAL_COST CC-SHOP", new BigDecimal("150.00"),
                "INTERNAL_COST CC-WEB", new BigDecimal("150.00"),
                "INTERNAL_INCOME CC-EAST", new BigDecimal("-300.00")));
    // The first order turns out to have been done on the later day.
    deliver(owner, order("I1", 2, "COMPLEX", "2026-11-26T10:00:00+08:00"));
    assertThat(internal(owner))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "INTERNAL_COST CC-WEB", new BigDecimal("300.00"),
                "INTERNAL_INCOME CC-EAST", new BigDecimal("-300.00")));
    // A record corrected for the past does not move what is posted; the order goes on from there.
    department(owner, "D2", "CC-NEW", "2026-11-26");
    deliver(owner, order("I1", 3, "COMPLEX", "2026-11-26T11:00:00+08:00"));
    assertThat(internal(owner))
        .containsEntry("INTERNAL_COST CC-WEB", new BigDecimal("150.00"))
        .containsEntry("INTERNAL_COST CC-NEW", new BigDecimal("150.00"));
    assertThat(owner.get("/api/v1/ledger/trial-balance").json().at("/books/0/balanced").asBoolean())
        .isTrue();
  }
}
