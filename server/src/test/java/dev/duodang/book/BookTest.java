package dev.duodang.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Price books over HTTP: versions, checks, publishing. */
final class BookTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("books");
  private static final HttpTester PRICING =
      SERVER.signedIn(TENANT, Role.PRICING_ADMIN, new Scope.WholeTenant(), null);
  private static final HttpTester MACHINE = SERVER.machine(TENANT);
  private static final String VERSIONS = "/api/v1/books/home-service/versions";

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static String order(String orderNo, String completed) {
    return """
    {"orderNo":"%s","status":"COMPLETED","service":"安装","address":"河南省郑州市新郑市中华路1号",
     "counterparty":{"id":"P1"},"createdAt":"2026-11-14T09:00:00+08:00","completedAt":"%s"}\
    """
        .formatted(orderNo, completed);
  }

  private static String total(HttpTester.Answer answer) {
    for (JsonNode one : answer.json().path("settlements")) {
      if (one.path("relation").asString().equals("headquarters→partner")) {
        return one.path("total").asString();
      }
    }
    throw new AssertionError(answer.body());
  }

  private static HttpTester.Answer publish(String body, String ifMatch) {
    return PRICING.send(
        PRICING
            .request(VERSIONS)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void aLaterVersionPricesFromItsFirstDayAndTheWizardSaysWhatItWouldDo() {
    String tier =
        "{\"tier\":\"standard\",\"name\":\"标准档\",\"category\":\"labour\",\"priority\":10,"
            + "\"when\":{\"service\":[\"安装\",\"维修\"]},\"charge\":{\"flat\":\"110.00\"}}";
    String before = total(MACHINE.post("/api/v1/orders", order("V1", "2026-11-15T23:59:59+08:00")));
    // At night 30.00 is added.
    assertThat(before).isEqualTo("130.00");
    JsonNode draft =
        PRICING
            .post(
                "/api/v1/books/home-service/draft/tier",
                "{\"baseVersion\":1,\"tier\":" + tier + "}")
            .json();
    assertThat(draft.path("yaml").asString()).contains("110.00");
    assertThat(draft.at("/impact/difference").asString()).isEqualTo("10.00");
    assertThat(draft.at("/impact/orders").asInt()).isEqualTo(1);
    assertThat(draft.at("/impact/byRegion/0/region").asString()).isEqualTo("410000");
    assertThat(draft.at("/example/sentence").asString()).startsWith("河南省/郑州市/新郑市 · 安装");
    assertThat(draft.at("/example/amount").asString()).isEqualTo("140.00");

    String version =
        "{\"tier\":" + tier + ",\"baseVersion\":1,\"validFrom\":\"2026-11-16T00:00:00+08:00\"}";
    assertThat(publish(version, "\"9\"").code()).isEqualTo("book-changed");
    HttpTester.Answer published = publish(version, "\"1\"");
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    assertThat(published.json().path("version").asInt()).isEqualTo(2);
    // Sent again, because the answer was lost on the way.
    HttpTester.Answer again = publish(version, "\"1\"");
    assertThat(again.json().path("version").asInt()).as(again.body()).isEqualTo(2);

    assertThat(total(MACHINE.post("/api/v1/orders", order("V2", "2026-11-15T23:59:59+08:00"))))
        .isEqualTo("130.00");
    assertThat(total(MACHINE.post("/api/v1/orders", order("V3", "2026-11-16T00:00:00+08:00"))))
        .isEqualTo("140.00");
    // What was settled keeps its price, its version and its reason.
    assertThat(total(SERVER.owner(TENANT).get("/api/v1/orders/V1"))).isEqualTo("130.00");
    versionsAreListed();
  }

  private static void versionsAreListed() {
    JsonNode books = PRICING.get("/api/v1/books").json();
    JsonNode book = null;
    for (JsonNode one : books) {
      book = one.path("id").asString().equals("home-service") ? one : book;
    }
    assertThat(book).isNotNull();
    assertThat(book.path("versions")).hasSize(2);
    assertThat(book.at("/versions/1/validFrom").asString()).startsWith("2026-11-16T00:00+08:00");
    assertThat(PRICING.get(VERSIONS + "/2").json().path("tiers")).isNotEmpty();
    assertThat(PRICING.get(VERSIONS + "/7").code()).isEqualTo("book-unknown");
    HttpTester.Answer yaml =
        PRICING.send(PRICING.request(VERSIONS + "/1").header("Accept", "application/yaml"));
    assertThat(yaml.body()).contains("home-service");
    assertThat(yaml.header("etag")).isEqualTo("\"1\"");
  }

  @Test
  void aBrokenBookIsToldLineByLine() {
    JsonNode check =
        PRICING.post("/api/v1/books/check", "application/yaml", "book: x\nname: [").json();
    assertThat(check.path("ok").asBoolean()).isFalse();
    assertThat(check.at("/problems/0/line").asInt()).isPositive();
    String body =
        new JsonMapper().writeValueAsString(java.util.Map.of("source", "book: x\nname: y"));
    HttpTester.Answer refused = PRICING.post(VERSIONS, body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("book-invalid");
    assertThat(refused.json().path("errors")).isNotEmpty();
  }

  @Test
  void aBrokenTierIsToldWhileItIsTyped() {
    JsonNode draft =
        PRICING
            .post(
                "/api/v1/books/customer-price/draft/tier",
                "{\"baseVersion\":1,\"tier\":{\"tier\":\"x\",\"category\":\"labor\","
                    + "\"priority\":1,\"charge\":{\"flat\":\"1.005\"}}}")
            .json();
    assertThat(draft.path("problems")).isNotEmpty();
    assertThat(draft.at("/problems/0/message").asString()).contains("labor");
    assertThat(draft.path("impact").isNull()).isTrue();
  }

  private static HttpTester.Answer publishSource(String book, String source, String ifMatch) {
    HttpRequest.Builder request =
        PRICING
            .request("/api/v1/books/" + book + "/versions")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new JsonMapper()
                        .writeValueAsString(
                            java.util.Map.of(
                                "source", source, "validFrom", "2026-03-01T00:00:00+08:00"))));
    return PRICING.send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
  }

  private static String source(String book, int version) {
    return PRICING
        .send(
            PRICING
                .request("/api/v1/books/" + book + "/versions/" + version)
                .header("Accept", "application/yaml"))
        .body();
  }

  @Test
  void anotherDayChangesOneLineOfTheTextAndKeepsItsComments() {
    String commented = "# agreed in March\n" + source("brand-warranty", 1);
    assertThat(publishSource("brand-warranty", commented, "").code())
        .isEqualTo("book-base-missing");
    assertThat(publishSource("brand-warranty", commented, "\"1\"").status()).isEqualTo(201);
    assertThat(source("brand-warranty", 2))
        .isEqualTo(commented.replace("validFrom: 2026-01-01", "validFrom: 2026-03-01"));
  }

  @Test
  void aBookKeepsItsRelationAndARelationItsBook() {
    String desk = source("internal-desk", 1);
    HttpTester.Answer moved =
        publishSource(
            "internal-desk", desk.replace("department→department", "department→engineer"), "\"1\"");
    assertThat(moved.code()).isEqualTo("book-invalid");
    assertThat(moved.json().path("field").asString()).isEqualTo("relation");
    HttpTester.Answer second =
        publishSource("desk-2", desk.replace("book: internal-desk", "book: desk-2"), "");
    assertThat(second.code()).as(second.body()).isEqualTo("book-invalid");
    assertThat(second.body()).contains("department→department");
  }

  @Test
  void ofTwoWhoPublishAtOnceOneIsTold() {
    Books books = SERVER.bean(Books.class);
    String text = source("customer-price", 1);
    var book = books.book(TENANT.id(), "customer-price", 1);
    Publication mine = new Publication("a", "", java.util.List.of());
    int latest = books.latest(TENANT.id(), "customer-price");
    assertThat(books.publish(TENANT.id(), book, text, latest, mine)).hasValue(latest + 1);
    assertThat(books.publish(TENANT.id(), book, text, latest, mine)).isEmpty();
  }

  @Test
  void aBookChangesAtMidnightOfItsZone() {
    HttpTester.Answer refused =
        publish(
            "{\"baseVersion\":1,\"validFrom\":\"2026-12-01T08:00:00+08:00\",\"tier\":{\"tier\":"
                + "\"x\",\"category\":\"labour\",\"priority\":1,\"charge\":{\"flat\":\"1\"}}}",
            "\"1\"");
    assertThat(refused.code()).isEqualTo("invalid-field");
    assertThat(refused.json().path("allowed").asString()).contains("Asia/Shanghai");
  }

  @Test
  void aVersionPublishedElsewhereIsSeenWithinASecond() throws Exception {
    Tenant tenant = SERVER.makeTenant("elsewhere");
    Books books = SERVER.bean(Books.class);
    assertThat(books.shelf(tenant.id()).relations()).isEmpty();
    try (var superuser = dev.duodang.database.SharedCluster.superuser(SERVER.database());
        var statement = superuser.createStatement()) {
      for (String table : java.util.List.of("book", "book_version")) {
        statement.execute(
            "INSERT INTO duodang.%1$s SELECT (jsonb_populate_record(b, '{\"tenant_id\": %2$s}')).*"
                    .formatted(table, tenant.id())
                + " FROM duodang.%s b WHERE tenant_id = %s AND book_id = 'internal-desk'"
                    .formatted(table, TENANT.id()));
      }
    }
    Thread.sleep(1_100);
    assertThat(books.shelf(tenant.id()).relations()).hasSize(1);
  }

  @Test
  void onlyWhoMayPublishPublishes() {
    HttpTester front = SERVER.signedIn(TENANT, Role.FRONT_LINE, new Scope.WholeTenant(), 0L);
    assertThat(front.post(VERSIONS, "{\"source\":\"x\"}").code()).isEqualTo("forbidden");
  }
}
