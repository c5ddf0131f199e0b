package dev.duodang.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The board's sums are those of the lines, and it is told of each change. */
final class BoardTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("board");
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  private static String order(String orderNo, String revision, String address, String engineers) {
    return """
    {"orderNo":"%s","revision":%s,"status":"COMPLETED","service":"安装","address":"%s",
     "counterparty":{"id":"P1"},"handlers":[%s],"createdAt":"2026-11-20T09:00:00+08:00",
     "completedAt":"2026-11-20T14:00:00+08:00"}"""
        .formatted(orderNo, revision, address, engineers);
  }

  @BeforeAll
  static void orders() {
    HomeAppliance.publish(SERVER, TENANT.id());
    OWNER.post("/api/v1/orders", order("B1", "1", "上海市静安区", "{\"id\":\"E1\"}"));
    OWNER.post("/api/v1/orders", order("B2", "1", "河南省洛阳市", "{\"id\":\"E1\"},{\"id\":\"E2\"}"));
    OWNER.post("/api/v1/orders", order("B3", "1", "北京市朝阳区", "{\"id\":\"E2\"}"));
    // It was in another place, and by another engineer.
    OWNER.post("/api/v1/orders", order("B3", "2", "河南省洛阳市", "{\"id\":\"E1\"}"));
    OWNER.post("/api/v1/orders", order("B4", "1", "某某路5号", "{\"id\":\"E1\"}"));
  }

  @Test
  void sumsFollowARevisionToItsRegionAndItsEngineer() {
    JsonNode board = OWNER.get("/api/v1/board").json();
    assertThat(board.at("/today/orders").asLong()).isEqualTo(3);
    assertThat(board.at("/today/amount").asString()).isEqualTo("350.00");
    // What the customer of the held order pays does not wait for its region.
    assertThat(board.at("/today/income").asString()).isEqualTo("792.00");
    assertThat(board.at("/today/margin").asString()).isEqualTo("442.00");
    assertThat(board.at("/today/held").asLong()).isEqualTo(1);
    assertThat(names(board.path("regions"), "name", "amount"))
        .containsExactlyInAnyOrder("上海市 150.00", "河南省 200.00");
    assertThat(names(board.path("engineers"), "id", "amount"))
        .containsExactly("E1 180.00", "E2 30.00");
    assertThat(names(board.path("holds"), "reason", "count")).containsExactly("REGION_UNKNOWN 1");
    JsonNode henan = OWNER.get("/api/v1/board?region=410000").json();
    assertThat(henan.at("/today/amount").asString()).isEqualTo("200.00");
    assertThat(henan.at("/regions/0/name").asString()).isEqualTo("洛阳市");
  }

  private static List<String> names(JsonNode rows, String name, String value) {
    List<String> names = new java.util.ArrayList<>();
    rows.forEach(row -> names.add(row.path(name).asString() + " " + row.path(value).asString()));
    return names;
  }

  @Test
  void theSumsAreThoseOfTheLines() {
    long lines =
        SERVER
            .bean(ScopedTransactions.class)
            .read(
                TENANT.id(),
                jdbc ->
                    jdbc.sql(
                            """
                            SELECT sum(amount_minor) FROM line
                            WHERE relation LIKE 'headquarters→%'
                            """)
                        .query(Long.class)
                        .single());
    String shown = OWNER.get("/api/v1/board").json().at("/today/amount").asString();
    assertThat(shown.replace(".", "")).isEqualTo(Long.toString(lines));
  }

  @Test
  void aManagerSeesHisRegionsAndNoOthers() {
    HttpTester shanghai =
        SERVER.signedIn(TENANT, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), 0L);
    JsonNode board = shanghai.get("/api/v1/board").json();
    assertThat(board.at("/today/amount").asString()).isEqualTo("150.00");
    assertThat(board.path("recent")).hasSize(1);
    assertThat(shanghai.get("/api/v1/board?region=410000").json().at("/today/orders").asLong())
        .isZero();
  }

  @Test
  void anEngineerSeesWhatHeEarned() {
    HttpTester engineer = SERVER.signedIn(TENANT, Role.ENGINEER, new Scope.Self("E2"), 0L);
    JsonNode earnings = engineer.get("/api/v1/earnings").json();
    assertThat(earnings.path("today").asString()).isEqualTo("30.00");
    assertThat(earnings.at("/orders/0/amount").asString()).isEqualTo("30.00");
    assertThat(engineer.get("/api/v1/earnings?handler=E1").status()).isEqualTo(404);
    assertThat(OWNER.get("/api/v1/earnings?counterparty=P1").json().path("today").asString())
        .isEqualTo("350.00");
    assertThat(names(OWNER.get("/api/v1/sums?by=partner").json(), "key", "amount"))
        .containsExactly("P1 350.00");
    assertThat(OWNER.get("/api/v1/sums?by=day").json()).hasSize(1);
  }

  @Test
  void anOpenBoardIsToldOfEachChange() throws IOException {
    Tenant tenant = SERVER.makeTenant("stream");
    HomeAppliance.publish(SERVER, tenant.id());
    HttpTester owner = SERVER.owner(tenant);
    var connection = URI.create(SERVER.url() + "/api/v1/board/stream").toURL().openConnection();
    connection.setRequestProperty("Cookie", "DUODANG_SESSION=" + owner.cookie("DUODANG_SESSION"));
    connection.setReadTimeout(30_000);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith(":");
      owner.post("/api/v1/orders", order("S1", "1", "上海市静安区", "{\"id\":\"E1\"}"));
      StringBuilder told = new StringBuilder();
      while (told.indexOf("event:sums") < 0 || !told.toString().contains("\"today\"")) {
        told.append(lines.readLine()).append('\n');
      }
      assertThat(told).contains("event:order").contains("\"S1\"").contains("150.00");
    }
  }
}
