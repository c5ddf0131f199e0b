package dev.duodang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Regions that a tenant's books add, such as a city abroad. */
final class OwnRegionsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("own regions");
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  private static String book(String districts) {
    return """
    book: abroad
    relation: headquarters→partner
    currency: CNY
    zone: America/New_York
    validFrom: 2026-01-01
    regions:
      US: {name: United States, zone: America/New_York, children: {US-NYC: {name: New York, children: {%s}}}}
    categories: {labour: {per: item, required: true}}
    tiers:
      - {tier: usual, category: labour, priority: 10, charge: {flat: 100.00}}
      - {tier: brooklyn, category: labour, priority: 20, when: {region: US-NYC-BK}, charge: {flat: 150.00}}
    """
        .formatted(districts);
  }

  private static HttpTester.Answer publish(String source, int base) {
    return publish(OWNER, source, base);
  }

  private static HttpTester.Answer publish(HttpTester owner, String source, int base) {
    return owner.send(
        owner
            .request("/api/v1/books/abroad/versions")
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + base + "\"")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    JSON.createObjectNode().put("source", source).toString())));
  }

  @BeforeAll
  static void publish() {
    assertThat(publish(book("US-NYC-BK: Brooklyn"), 0).status()).isEqualTo(201);
  }

  private static HttpTester.Answer order(String number, String place) {
    return order(OWNER, number, place);
  }

  private static HttpTester.Answer order(HttpTester owner, String number, String place) {
    return owner.post(
        "/api/v1/orders",
        """
        {"orderNo":"%s","status":"COMPLETED","service":"安装",%s,"counterparty":{"id":"P1"},
         "completedAt":"2026-11-20T14:00:00-05:00"}"""
            .formatted(number, place));
  }

  @Test
  void anOrderLiesInARegionOfABookByCodeAndByAddress() {
    assertThat(order("U1", "\"region\":\"US-NYC-BK\"").json().at("/settlements/0/total").asString())
        .isEqualTo("150.00");
    assertThat(
            order("U2", "\"address\":\"New York, Brooklyn, Bergen Street 1\"")
                .json()
                .at("/settlements/0/total")
                .asString())
        .isEqualTo("150.00");
    assertThat(order("U3", "\"region\":\"440305\"").json().at("/settlements/0/total").asString())
        .isEqualTo("100.00");
    assertThat(order("U4", "\"region\":\"US-NYC-XX\"").code()).isEqualTo("order-invalid");
    assertThat(OWNER.get("/api/v1/orders/U1").json().at("/region/path").asString())
        .isEqualTo("United States/New York/Brooklyn");
    assertThat(OWNER.get("/api/v1/board?region=US-NYC").json().at("/regions/0/name").asString())
        .isEqualTo("Brooklyn");
    assertThat(OWNER.get("/api/v1/orders?region=US-NYC").json().path("items")).hasSize(2);
  }

  @Test
  void theListsOfRegionsHaveThemForThisTenantAlone() {
    JsonNode roots = OWNER.get("/api/v1/regions").json();
    assertThat(roots.get(roots.size() - 1).path("name").asString()).isEqualTo("United States");
    assertThat(OWNER.get("/api/v1/regions?parent=US").json().at("/0/code").asString())
        .isEqualTo("US-NYC");
    assertThat(OWNER.get("/api/v1/regions/search?q=Brook").json()).hasSize(1);
    assertThat(
            OWNER
                .get("/api/v1/regions/resolve?address=Brooklyn")
                .json()
                .at("/region/code")
                .asString())
        .isEqualTo("US-NYC-BK");
    HttpTester other = SERVER.owner(SERVER.makeTenant("other regions"));
    assertThat(other.get("/api/v1/regions?parent=US").code()).isEqualTo("region-unknown");
    assertThat(other.get("/api/v1/regions/search?q=Brook").json()).isEmpty();
  }

  @Test
  void aScopeHoldsItsRegionAndNotOneWhoseCodeBeginsTheSame() {
    Tenant tenant = SERVER.makeTenant("scopes of own regions");
    HttpTester owner = SERVER.owner(tenant);
    assertThat(publish(owner, book("US-NYC-B: Bronx, US-NYC-BK: Brooklyn"), 0).status())
        .isEqualTo(201);
    order(owner, "S1", "\"region\":\"US-NYC-B\"");
    order(owner, "S2", "\"region\":\"US-NYC-BK\"");
    HttpTester reader = SERVER.signedIn(tenant, Role.REGIONAL_MANAGER, regions("US-NYC-B"), 0L);
    assertThat(reader.get("/api/v1/orders").json().path("items")).hasSize(1);
    assertThat(reader.get("/api/v1/orders/S1").status()).isEqualTo(200);
    assertThat(reader.get("/api/v1/orders/S2").code()).isEqualTo("order-unknown");
    assertThat(reader.get("/api/v1/board").json().at("/today/orders").asInt()).isEqualTo(1);
    assertThat(owner.get("/api/v1/orders?region=US-NYC-B").json().path("items")).hasSize(1);
    assertThat(owner.get("/api/v1/board?region=US-NYC-B").json().at("/today/orders").asInt())
        .isEqualTo(1);
    assertThat(owner.get("/api/v1/orders?region=nowhere").code()).isEqualTo("invalid-field");
  }

  private static Scope regions(String... codes) {
    return new Scope.Regions(List.of(codes));
  }

  @Test
  void aLaterVersionMayAddARegionAndNotMoveOne() {
    HttpTester.Answer moved =
        publish(
            book("US-NYC-BK: Brooklyn")
                .replace(
                    "US: {name: United States, zone: America/New_York, children: {US-NYC: {name: New York,",
                    "US-NYC: {name: New York, zone: America/New_York,")
                .replace("Brooklyn}}}}", "Brooklyn}}"),
            1);
    assertThat(moved.code()).isEqualTo("book-invalid");
    assertThat(moved.body()).contains("two regions have the code").contains("US-NYC");
    assertThat(publish(book("US-NYC-BK: Brooklyn, US-NYC-QN: Queens"), 1).status()).isEqualTo(201);
    assertThat(order("U5", "\"region\":\"US-NYC-QN\"").json().at("/settlements/0/total").asString())
        .isEqualTo("100.00");
  }
}
