package dev.duodang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A closed month leaves the database while orders arrive, is missed nowhere without being named,
 * and comes back as it was. One month's way, in steps.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ArchiveTest {

  private static final String MONTH = "2026-03";

  @TempDir static Path folder;

  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-03-15T02:00:00Z"));

  private static TestServer server;
  private static Tenant tenant;
  private static HttpTester owner;
  private static Path file;
  private static List<String> orderBefore;
  private static String balancesBefore;
  private static List<String> rowsBefore;

  private static Said archive(String... arguments) {
    List<String> words = new ArrayList<>(List.of("archive"));
    words.addAll(List.of(arguments));
    return Said.of(server.database().settings(), words.toArray(String[]::new));
  }

  /** Two companies with orders of March, and of April one that follows an order of March. */
  @BeforeAll
  static void twoMonthsOfOrders() {
    InstantSource source = NOW::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    server = TestServer.start(clock);
    Tenant other = server.makeTenant("other company");
    HomeAppliance.publish(server, other.id());
    takes(server.owner(other), order("A1", 1, 3, ""));
    tenant = server.makeTenant("archiving company");
    HomeAppliance.publish(server, tenant.id());
    HttpTester march = server.owner(tenant);
    takes(march, order("A1", 1, 3, ""));
    takes(march, order("A1", 2, 13, ""));
    takes(march, order("A2", 1, 5, ""));
    takes(march, waiting("A3", "OPEN", ""));
    NOW.set(Instant.parse("2026-04-02T02:00:00Z"));
    owner = server.owner(tenant);
    takes(owner, order("A2", 2, 9, ""));
    takes(owner, order("B1", 1, 4, ""));
    takes(owner, order("B2", 1, 4, ",\"related\":{\"orderNo\":\"A1\",\"kind\":\"REWORK\"}"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void takes(HttpTester sender, String order) {
    HttpTester.Answer answer = sender.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("outcome").asString()).isEqualTo("ACCEPTED");
  }

  private static String order(String orderNo, int revision, int kilometres, String more) {
    return """
    {"orderNo":"%s","revision":%d,"status":"COMPLETED","service":"安装","address":"上海市静安区",
     "counterparty":{"id":"P1"},"handlers":[{"id":"E1"},{"id":"E2"}],"distanceMetres":%d,
     "createdAt":"2026-03-10T09:00:00+08:00","completedAt":"2026-03-10T14:00:00+08:00"%s}"""
        .formatted(orderNo, revision, kilometres * 1000, more);
  }

  private static String waiting(String orderNo, String status, String more) {
    return """
    {"orderNo":"%s","status":"%s","service":"安装","address":"上海市静安区",
     "counterparty":{"id":"P1"},"handlers":[{"id":"E1"}],"distanceMetres":1000,
     "createdAt":"2026-03-10T09:00:00+08:00"%s}"""
        .formatted(orderNo, status, more);
  }

  private static String balances() {
    return owner.get("/api/v1/ledger/balances?on=2026-04-30").json().path("balances").toString();
  }

  private static List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = SharedCluster.superuser(server.database());
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "order_revision", "settlement", "line", "decision", "work_order", "ledger_entry")) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT '%1$s ' || t::text FROM duodang.%1$s t WHERE month = '2026-03-01' ORDER BY 1"
                    .formatted(table))) {
          while (row.next()) {
            rows.add(row.getString(1));
          }
        }
      }
    }
    return rows;
  }

  @Test
  @Order(1)
  void aMonthThatIsOpenNotTheOldestOrWaitedForIsRefused() {
    Said list = archive();
    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out()).contains("here      2026-02 2026-03 2026-04 2026-05");
    Said later = archive("2026-03", "--into", folder.toString());
    assertThat(later.exitCode()).isEqualTo(6);
    assertThat(later.err()).contains("the first that is here is 2026-02");
    Said unknown = archive("2019-01", "--into", folder.toString());
    assertThat(unknown.err()).contains("The month 2019-01 is not here; there are 2026-02, 2026-03");
    Said wrong = archive("March", "--into", folder.toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("a month such as 2026-03, not \"March\"");
    Said empty = archive("2026-02", "--into", folder.toString());
    assertThat(empty.exitCode()).as(empty.err()).isZero();
    assertThat(empty.out()).startsWith("Archived 2026-02: 0 rows in duodang-2026-02.zip (");
    Said waiting = archive(MONTH, "--into", folder.toString());
    assertThat(waiting.exitCode()).isEqualTo(6);
    assertThat(waiting.err())
        .contains("1 orders that began in 2026-03 are not settled yet")
        .contains("A3");
    assertThat(folder.resolve("duodang-2026-03.zip")).doesNotExist();
  }

  /** The orders of April go on being taken meanwhile. */
  @Test
  @Order(2)
  void aClosedMonthLeavesTheDatabaseWhileOrdersArrive() throws Exception {
    takes(owner, waiting("A3", "CANCELLED", ",\"cancelledAt\":\"2026-03-11T09:00:00+08:00\""));
    orderBefore =
        List.of(owner.get("/api/v1/orders/A1").body(), owner.get("/api/v1/orders/A2").body());
    balancesBefore = balances();
    rowsBefore = rows();
    assertThat(rowsBefore).hasSizeGreaterThan(20);
    AtomicBoolean going = new AtomicBoolean(true);
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    HttpTester machine = server.machine(server.makeTenant("busy company"));
    Thread sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int number = 1; going.get(); number++) {
                    HttpTester.Answer answer =
                        machine.post("/api/v1/orders", order("C" + number, 1, 3, ""));
                    if (answer.status() != 200) {
                      wrong.add(answer.body());
                    }
                  }
                });
    Said said = archive(MONTH, "--into", folder.toString());
    going.set(false);
    sender.join();
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("Archived 2026-03: " + rowsBefore.size() + " rows in duodang-2026-03.zip (");
    assertThat(wrong).isEmpty();
    file = folder.resolve("duodang-2026-03.zip");
    assertThat(rows()).isEmpty();
    assertThat(archive().out())
        .contains("archived  2026-03: ")
        .contains("here      2026-04 2026-05");
  }

  @Test
  @Order(3)
  void whatNeedsItsRowsSaysSoAndNothingElseChanges() {
    for (String orderNo : List.of("A1", "A2", "B2")) {
      HttpTester.Answer order = owner.get("/api/v1/orders/" + orderNo);
      assertThat(order.status()).as(orderNo).isEqualTo(409);
      assertThat(order.json().path("code").asString()).isEqualTo("order-archived");
    }
    assertThat(owner.get("/api/v1/orders/B1").status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/orders/A9").status()).isEqualTo(404);
    assertThat(balances()).isEqualTo(balancesBefore);
    assertThat(owner.get("/api/v1/orders").json().path("hereSince").asString())
        .isEqualTo("2026-04-01");
    HttpTester.Answer again = owner.post("/api/v1/orders", order("A1", 2, 13, ""));
    assertThat(again.json().path("outcome").asString()).as(again.body()).isEqualTo("REPEAT");
    assertThat(
            owner.post("/api/v1/orders", order("A1", 1, 3, "")).json().path("outcome").asString())
        .isEqualTo("STALE");
    archived(owner.post("/api/v1/orders", order("A1", 3, 20, "")), "A1");
    archived(
        owner.post(
            "/api/v1/orders",
            order("D1", 1, 4, ",\"related\":{\"orderNo\":\"A2\",\"kind\":\"REWORK\"}")),
        "A2");
    archived(
        owner.post(
            "/api/v1/orders",
            order("B2", 2, 5, ",\"related\":{\"orderNo\":\"A1\",\"kind\":\"REWORK\"}")),
        "A1");
    takes(owner, order("B1", 2, 8, ""));
  }

  private static void archived(HttpTester.Answer answer, String orderNo) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("order-archived").contains("\\\"" + orderNo + "\\\" began");
  }

  @Test
  @Order(4)
  void balancesOfPastDaysStayAndPartsOfThemSayWhereTheyLie() {
    String endOfDay =
        "/api/v1/ledger/trial-balance?on=2026-03-31&known=2026-03-31T15:59:59.999999Z";
    assertThat(owner.get(endOfDay).json().at("/books/0/balanced").asBoolean()).isTrue();
    for (String path :
        List.of(
            "/api/v1/ledger/trial-balance?known=2026-03-15T08:00:00Z",
            "/api/v1/ledger/entries?posted=2026-03-15",
            "/api/v1/ledger/entries?posted=2026-04-01",
            "/api/v1/ledger/journal")) {
      HttpTester.Answer answer = owner.get(path);
      assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(409);
      assertThat(answer.body()).contains("month-archived").contains("2026-04-01T00:00:00Z");
    }
    assertThat(owner.get("/api/v1/ledger/entries?posted=2026-04-02").status()).isEqualTo(200);
    HttpTester.Answer journal = owner.get("/api/v1/ledger/journal?from=2026-04-02");
    assertThat(journal.status()).isEqualTo(200);
    assertThat(journal.body()).startsWith("2026-04-01 * opening balances").contains("CNY ");
  }

  @Test
  @Order(5)
  void aDamagedFileOneOfAnotherDatabaseOrABackupBringsNothingBack() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
    Said said = archive("--back", damaged.toString());
    assertThat(said.exitCode()).isEqualTo(6);
    assertThat(said.err()).contains("is damaged or cut");
    Said order = archive("--back", folder.resolve("duodang-2026-02.zip").toString());
    assertThat(order.err())
        .contains(
            "Bring the months back from the newest: the next is 2026-03 in duodang-2026-03.zip");
    Path backup = folder.resolve("backup.zip");
    assertThat(Said.of(server.database().settings(), "backup", backup.toString()).exitCode())
        .isZero();
    assertThat(archive("--back", backup.toString()).err()).contains("is a backup, not a month");
  }

  @Test
  @Order(6)
  void itComesBackAsItWas() throws SQLException {
    Said said = archive("--back", file.toString());
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out()).startsWith("Brought back 2026-03: ");
    assertThat(rows()).isEqualTo(rowsBefore);
    assertThat(
            List.of(owner.get("/api/v1/orders/A1").body(), owner.get("/api/v1/orders/A2").body()))
        .isEqualTo(orderBefore);
    assertThat(owner.get("/api/v1/orders").json().path("hereSince").asString())
        .isEqualTo("2026-03-01");
    takes(owner, order("A1", 3, 23, ""));
    assertThat(owner.get("/api/v1/orders/A1").json().path("amount").asString()).isEqualTo("230.00");
    assertThat(owner.get("/api/v1/ledger/entries?posted=2026-03-15").status()).isEqualTo(200);
    Said twice = archive("--back", file.toString());
    assertThat(twice.err()).contains("is of no month that was taken out of this database");
    try (Connection connection = SharedCluster.superuser(server.database());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'duodang' AND c.relispartition AND c.relkind = 'r'
                  AND NOT has_any_column_privilege('%s_writer', c.oid, 'INSERT')
                """
                    .formatted(server.database().roles()))) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }
}
