package dev.duodang.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the proof of a book finds is told while it is typed and refuses it when it is published. */
final class BookProofTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("proofs");
  private static final HttpTester PRICING =
      SERVER.signedIn(TENANT, Role.PRICING_ADMIN, new Scope.WholeTenant(), null);
  private static final String BOOK = "/api/v1/books/customer-price";

  private static final String TIER =
      "{\"tier\":\"promo\",\"name\":\"优惠\",\"category\":\"labour\",\"priority\":10,"
          + "\"when\":{\"service\":\"维修\"},\"charge\":{\"flat\":\"99.00\"}}";

  private static final String GAP =
      """
      book: with-gap
      relation: brand→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item, required: true}}
      tiers:
        - {tier: a, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 1}}
      covers: [{service: [维修, 安装]}]
      """;

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static HttpTester.Answer publish(String path, Map<String, Object> body, String ifMatch) {
    HttpRequest.Builder request =
        PRICING
            .request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(new JsonMapper().writeValueAsString(body)));
    return PRICING.send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
  }

  @Test
  void theWizardShowsAConflictWithTheOrderThatShowsIt() {
    String draft = "{\"baseVersion\":1,\"tier\":" + TIER + "}";
    JsonNode finding = PRICING.post(BOOK + "/draft/tier", draft).json().at("/findings/0");
    assertThat(finding.path("kind").asString()).isEqualTo("CONFLICT");
    assertThat(finding.path("severity").asString()).isEqualTo("ERROR");
    assertThat(finding.path("acceptable").asBoolean()).isFalse();
    assertThat(finding.path("message").asString()).startsWith("「优惠」（promo）和「维修」（repair）可能同时适用");
    assertThat(finding.path("exampleSentence").asString()).contains("维修");
    assertThat(finding.at("/example/facts/items/0/service").asString()).isEqualTo("维修");
    JsonNode english = PRICING.post(BOOK + "/draft/tier?lang=en", draft).json();
    assertThat(english.at("/findings/0/message").asString()).contains("may both apply");
  }

  @Test
  void aConflictRefusesThePublishAndListsTheFindings() {
    Map<String, Object> body =
        Map.of("tier", new JsonMapper().readTree(TIER), "baseVersion", 1, "acceptGaps", List.of());
    HttpTester.Answer refused = publish(BOOK + "/versions", body, "\"1\"");
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("book-refused");
    assertThat(refused.json().at("/findings/0/kind").asString()).isEqualTo("CONFLICT");
    assertThat(refused.json().at("/findings/0/tiers")).hasSize(2);
  }

  @Test
  void aGapIsToldByTheCheckAndPublishedOnceItIsAccepted() {
    JsonNode check = PRICING.post("/api/v1/books/check", "application/yaml", GAP).json();
    assertThat(check.path("ok").asBoolean()).isFalse();
    JsonNode gap = check.at("/findings/0");
    assertThat(gap.path("kind").asString()).isEqualTo("GAP");
    assertThat(gap.path("acceptable").asBoolean()).isTrue();

    String versions = "/api/v1/books/with-gap/versions";
    assertThat(publish(versions, Map.of("source", GAP), "").code()).isEqualTo("book-refused");
    Map<String, Object> accepting =
        Map.of("source", GAP, "acceptGaps", List.of(gap.path("id").asString()));
    HttpTester.Answer published = publish(versions, accepting, "");
    assertThat(published.status()).as(published.body()).isEqualTo(201);
  }
}
