package dev.duodang.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.DuodangServerStarter;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What goes wrong around the writer changes nothing of what it promised. */
final class MishapsTest {

  private static String order(String orderNo, int revision, int kilometres) {
    return """
    {"orderNo":"%s","revision":%d,"status":"COMPLETED","service":"安装","address":"上海市静安区",
     "customer":{"class":"MEMBER"},"counterparty":{"id":"P1","type":"STANDARD"},
     "handlers":[{"id":"E1"}],"distanceMetres":%d,
     "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00"}"""
        .formatted(orderNo, revision, kilometres * 1000);
  }

  private static List<String> rows(SharedCluster.Fresh database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = SharedCluster.superuser(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  /** The writer's connection is cut again and again, in the middle of its batches. */
  @Test
  void everyOrderIsCommittedOnceHoweverOftenTheWriterIsCutOff()
      throws SQLException, InterruptedException, ExecutionException {
    try (TestServer server = TestServer.start("--duodang.writer.batch=20");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = server.makeTenant("cut off");
      HomeAppliance.publish(server, tenant.id());
      HttpTester machine = server.machine(tenant);
      AtomicBoolean going = new AtomicBoolean(true);
      Future<Integer> cuts = threads.submit(() -> cutOff(server.database(), going));
      List<Future<HttpTester.Answer>> sent =
          IntStream.range(0, 200)
              .mapToObj(i -> order("C" + i, 1, 1 + i % 9))
              .map(order -> threads.submit(() -> machine.post("/api/v1/orders", order)))
              .toList();
      for (Future<HttpTester.Answer> one : sent) {
        assertThat(one.get().status()).as(one.get().body()).isEqualTo(200);
      }
      going.set(false);
      assertThat(cuts.get()).isPositive();
      String kept =
          """
          SELECT k.order_no FROM duodang.order_key k
          WHERE k.sequence = 1
            AND k.lines = (SELECT count(*) FROM duodang.line l WHERE l.order_no = k.order_no)
            AND 1 = (SELECT count(*) FROM duodang.order_revision r WHERE r.order_no = k.order_no)
            AND 1 = (SELECT count(*) FROM duodang.work_order w WHERE w.order_no = k.order_no)
          """;
      assertThat(rows(server.database(), kept)).hasSize(200);
      assertThat(
              rows(
                  server.database(),
                  """
                  SELECT (SELECT sum(amount_minor) FROM duodang.rollup WHERE dimension = 'ALL')
                       - (SELECT sum(amount_minor) FROM duodang.line
                          WHERE relation LIKE 'headquarters→%')
                  """))
          .containsExactly("0");
    }
  }

  /** At most one cut in 700 ms: the writer waits half a second before it tries again. */
  private static int cutOff(SharedCluster.Fresh database, AtomicBoolean going)
      throws SQLException, InterruptedException {
    int cuts = 0;
    try (Connection connection = SharedCluster.superuser(database);
        Statement statement = connection.createStatement()) {
      while (going.get()) {
        int cut = 0;
        try (ResultSet row =
            statement.executeQuery(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name LIKE 'duodang writer%' AND datname = current_database()
                  AND state <> 'idle'
                """)) {
          while (row.next()) {
            cut++;
          }
        }
        cuts += cut;
        Thread.sleep(cut == 0 ? 1 : 700);
      }
    }
    return cuts;
  }

  @Test
  void aClockThatIsSetBackOverTheEndOfAMonthChangesNeitherAmountsNorTheOrderOfThings()
      throws SQLException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-03-01T00:30:00Z"));
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    try (TestServer server = TestServer.start(clock)) {
      Tenant tenant = server.makeTenant("set back");
      HomeAppliance.publish(server, tenant.id());
      HttpTester owner = server.owner(tenant);
      settles(owner, order("B1", 1, 3));
      now.set(Instant.parse("2027-02-28T23:30:00Z"));
      settles(owner, order("B1", 2, 13));
      settles(owner, order("B2", 1, 5));
      now.updateAndGet(instant -> instant.minus(Duration.ofMinutes(20)));
      settles(owner, order("B1", 3, 23));
      settles(owner, order("B2", 2, 7));
      // 150.00, and 30.00 with 2.50 for each of the kilometres above 3.
      assertThat(total(owner.get("/api/v1/orders/B1").json())).isEqualTo("230.00");
      assertThat(total(owner.get("/api/v1/orders/B2").json())).isEqualTo("190.00");
      assertThat(
              rows(
                  server.database(),
                  "SELECT revision FROM duodang.order_revision WHERE order_no = 'B1' ORDER BY sequence"))
          .containsExactly("1", "2", "3");
      assertThat(
              rows(
                  server.database(),
                  """
                  SELECT order_no || ' ' || sum(amount_minor) FROM duodang.line
                  WHERE relation = 'headquarters→partner' GROUP BY order_no ORDER BY 1
                  """))
          .containsExactly("B1 23000", "B2 19000");
    }
  }

  private static void settles(HttpTester owner, String order) {
    HttpTester.Answer answer = owner.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("outcome").asString()).isEqualTo("ACCEPTED");
  }

  private static String total(JsonNode order) {
    return StreamSupport.stream(order.path("settlements").spliterator(), false)
        .filter(one -> one.path("relation").asString().equals("headquarters→partner"))
        .map(one -> one.path("total").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSecondServerOnTheDatabaseIsRefusedAndTakesOverWhenTheFirstIsGone() throws SQLException {
    SharedCluster.Fresh database;
    String[] second;
    try (TestServer first = TestServer.start()) {
      database = first.database();
      second = beside(database);
      Tenant tenant = first.makeTenant("first");
      HomeAppliance.publish(first, tenant.id());
      HttpTester owner = first.owner(tenant);
      settles(owner, order("T1", 1, 3));
      assertThatThrownBy(() -> DuodangServerStarter.start(second))
          .rootCause()
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DATABASE))
          .hasMessageContaining("Another Duodang server (127.0.0.1, since ")
          .hasMessageContaining("stop that one first");
      settles(owner, order("T2", 1, 3));
    }
    try (ConfigurableApplicationContext context = DuodangServerStarter.start(second)) {
      assertThat(context.isRunning()).isTrue();
      assertThat(rows(database, "SELECT order_no FROM duodang.order_key ORDER BY 1"))
          .containsExactly("T1", "T2");
    }
  }

  /** The settings of a server with a data folder of its own on the same database. */
  private static String[] beside(SharedCluster.Fresh database) {
    List<String> settings = new ArrayList<>(List.of(database.settings()));
    settings.add("--duodang.port=0");
    settings.add("--duodang.demo=false");
    settings.add("--duodang.database.lease-wait=100ms");
    settings.add("--duodang.data=" + Path.of("target", "second-" + database.roles()));
    return settings.toArray(String[]::new);
  }
}
