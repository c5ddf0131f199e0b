package dev.duodang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A company that settled before there was a ledger. */
final class OpeningTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void whatWasSettledBeforeTheLedgerIsPostedOnceAndCanBeTakenBack() throws SQLException {
    Tenant tenant = SERVER.makeTenant("settled before the ledger");
    HomeAppliance.publish(SERVER, tenant.id());
    HttpTester owner = SERVER.owner(tenant);
    for (String row : HomeAppliance.scenario("orders.ndjson")) {
      owner.post("/api/v1/orders", row);
    }
    String before = owner.get("/api/v1/ledger/balances").json().path("balances").toString();
    forget(tenant);
    assertThat(owner.get("/api/v1/ledger/balances").json().path("balances").size()).isZero();
    SERVER.bean(Opening.class).start();
    assertThat(owner.get("/api/v1/ledger/balances").json().path("balances").toString())
        .isEqualTo(before);
    SERVER.bean(Opening.class).start();
    assertThat(owner.get("/api/v1/ledger/balances").json().path("balances").toString())
        .isEqualTo(before);
    String cancelled =
        HomeAppliance.scenario("orders.ndjson").stream()
            .filter(row -> row.contains("\"H22\""))
            .findFirst()
            .orElseThrow()
            .replace("\"revision\":1", "\"revision\":2")
            .replace("\"revision\": 1", "\"revision\": 2")
            .replace("COMPLETED", "CANCELLED");
    assertThat(owner.post("/api/v1/orders", cancelled).status()).isEqualTo(200);
    assertThat(
            owner
                .get("/api/v1/ledger/entries?order=H22")
                .json()
                .path("entries")
                .valueStream()
                .mapToLong(
                    entry ->
                        new java.math.BigDecimal(entry.path("amount").asString())
                            .movePointRight(2)
                            .longValueExact())
                .sum())
        .isZero();
  }

  /** Makes the database what it was when the tables of the ledger were made. */
  private static void forget(Tenant tenant) throws SQLException {
    try (Connection superuser = SharedCluster.superuser(SERVER.database());
        Statement statement = superuser.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      for (String table : new String[] {"ledger_entry", "account_day", "rebate_accrual"}) {
        statement.execute("DELETE FROM duodang." + table + " WHERE tenant_id = " + tenant.id());
      }
      statement.execute(
          "INSERT INTO duodang.ledger_opening (tenant_id) VALUES (" + tenant.id() + ")");
    }
  }
}
