package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is read says all that a reader needs, in his language. */
final class ReadingTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("reading");
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  @BeforeAll
  static void orders() {
    HomeAppliance.publish(SERVER, TENANT.id());
    OWNER.post("/api/v1/orders", order("KEPT", "COMPLETED", "2026-11-20T14:00:00+08:00"));
    OWNER.post("/api/v1/orders", order("BROKEN", "COMPLETED", "2026-11-24T09:00:00+08:00"));
    OWNER.post("/api/v1/orders", order("OVERDUE", "OPEN", ""));
  }

  private static String order(String orderNo, String status, String completed) {
    return """
    {"orderNo":"%s","status":"%s","service":"维修","address":"深圳市南山区","counterparty":{"id":"P1"},
     "handlers":[{"id":"E1"}],"customer":{"class":"VIP"},"distanceMetres":12400,"createdAt":"2026-11-20T09:00:00+08:00"%s}"""
        .formatted(
            orderNo, status, completed.isEmpty() ? "" : ",\"completedAt\":\"" + completed + "\"");
  }

  private static List<String> texts(JsonNode rows, String field) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.path(field).asString()));
    return texts;
  }

  @Test
  void theTimeLineIsInWordsOfTheReadersLanguage() {
    assertThat(texts(OWNER.get("/api/v1/orders/KEPT").json().path("timeline"), "text"))
        .containsExactly("下单", "完工", "收到第 1 版");
    assertThat(texts(OWNER.get("/api/v1/orders/KEPT?lang=en").json().path("timeline"), "text"))
        .containsExactly("Created", "Completed", "Revision 1 taken");
  }

  @Test
  void everyPartyHasAName() {
    for (String language : List.of("zh", "en")) {
      JsonNode order = OWNER.get("/api/v1/orders/KEPT?lang=" + language).json();
      assertThat(order.path("settlements")).isNotEmpty();
      order
          .path("settlements")
          .forEach(
              one -> {
                assertThat(one.at("/payer/name").asString()).isNotEmpty();
                assertThat(one.at("/payee/name").asString()).isNotEmpty();
              });
    }
  }

  @Test
  void ordersAreFoundByWhatBecameOfTheirPromise() {
    assertThat(found("OVERDUE")).containsExactly("OVERDUE");
    assertThat(found("BROKEN")).containsExactlyInAnyOrder("OVERDUE", "BROKEN");
    assertThat(found("KEPT")).containsExactly("KEPT");
    assertThat(OWNER.get("/api/v1/board").json().at("/today/late").asInt()).isEqualTo(1);
    assertThat(OWNER.get("/api/v1/orders?promise=LATE").json().path("allowed").asString())
        .contains("OVERDUE");
  }

  @Test
  void anOrderSaysWhatWasPromisedAndWhatCameOfIt() {
    JsonNode promise = OWNER.get("/api/v1/orders/BROKEN").json().path("promise");
    assertThat(promise.path("finishWithin").asString()).isEqualTo("PT24H");
    assertThat(promise.path("finishDue").asString()).isEqualTo("2026-11-21T01:00:00Z");
    assertThat(promise.path("finishTook").asString()).isEqualTo("PT96H");
    assertThat(promise.path("finish").asString()).isEqualTo("BROKEN");
    assertThat(promise.path("kept").asBoolean(true)).isFalse();
    assertThat(OWNER.get("/api/v1/orders/OVERDUE").json().at("/promise/kept").isNull()).isTrue();
    assertThat(OWNER.get("/api/v1/orders/BROKEN/explanation").json().path("promise").toString())
        .contains("完成承诺 24 小时，实际 96 小时：未守约，超时 72 小时");
  }

  private static List<String> found(String promise) {
    return texts(OWNER.get("/api/v1/orders?promise=" + promise).json().path("items"), "orderNo");
  }

  @Test
  void anOrderCountsOnceUnderEachTierThatHasALineOfIt() {
    JsonNode tiers = OWNER.get("/api/v1/board").json().path("tiers");
    assertThat(tiers).hasSizeGreaterThan(1);
    tiers.forEach(tier -> assertThat(tier.path("orders").asInt()).as(tier.toString()).isEqualTo(2));
  }

  @Test
  void todayAndThisMonthDoNotDependOnTheDaysAskedFor() {
    JsonNode all = OWNER.get("/api/v1/earnings?counterparty=P1").json();
    JsonNode past =
        OWNER.get("/api/v1/earnings?counterparty=P1&from=2020-01-01&until=2020-02-01").json();
    assertThat(past.path("days")).isEmpty();
    assertThat(past.path("today")).isEqualTo(all.path("today"));
    assertThat(past.path("month")).isEqualTo(all.path("month"));
    assertThat(all.path("month").asString()).isNotEqualTo("0.00");
  }
}
