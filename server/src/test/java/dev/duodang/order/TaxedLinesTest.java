package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Taxes of lines are kept and shown. */
final class TaxedLinesTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("taxed");
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  @BeforeAll
  static void book() {
    SERVER
        .bean(Books.class)
        .record(
            TENANT.id(),
            """
            book: taxed
            relation: headquarters→partner
            currency: CNY
            zone: Asia/Shanghai
            validFrom: 2026-01-01
            taxes: {prices: inclusive, category: service, rates: {service: {general: 6, individual: 0}}}
            categories: {labour: {name: 人工, per: item}}
            tiers: [{tier: 人工, category: labour, priority: 1, charge: {perUnit: 106.00}}]
            """,
            "template",
            "shipped");
  }

  private static JsonNode delivered(String orderNo, int revision, String status, String more) {
    String order =
        """
        {"orderNo":"%s","revision":%d,"status":"%s","service":"维修","counterparty":{"id":"P1"%s},
         "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00",
         "cancelledAt":"2026-11-20T15:00:00+08:00"}\
        """
            .formatted(orderNo, revision, status, more);
    HttpTester.Answer answer = OWNER.post("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return OWNER.get("/api/v1/orders/" + orderNo).json().at("/settlements/0");
  }

  @Test
  void aLineShowsItsTaxAndTheRelationItsSum() {
    JsonNode settled = delivered("T1", 1, "COMPLETED", ",\"taxpayer\":\"GENERAL\"");
    assertThat(settled.path("total").asString()).isEqualTo("106.00");
    assertThat(settled.path("tax").asString()).isEqualTo("6.00");
    JsonNode tax = settled.at("/lines/0/tax");
    assertThat(tax.path("category").asString()).isEqualTo("service");
    assertThat(tax.path("taxpayer").asString()).isEqualTo("GENERAL");
    assertThat(tax.path("percent").asString()).isEqualTo("6");
    assertThat(tax.path("net").asString()).isEqualTo("100.00");
    assertThat(tax.path("tax").asString()).isEqualTo("6.00");
    assertThat(settled.at("/lines/0/sentence").asString())
        .isEqualTo("人工 106.00 = 1 × 106.00，不含税 100.00，税 6.00（6%，一般纳税人）");
  }

  @Test
  void aCancelledOrderGivesItsTaxBack() {
    delivered("T2", 1, "COMPLETED", ",\"taxpayer\":\"GENERAL\"");
    JsonNode voided = delivered("T2", 2, "CANCELLED", ",\"taxpayer\":\"GENERAL\"");
    assertThat(voided.path("tax").asString()).isEqualTo("0.00");
    assertThat(voided.at("/lines/1/tax/net").asString()).isEqualTo("-100.00");
    assertThat(voided.at("/lines/1/tax/tax").asString()).isEqualTo("-6.00");
  }

  @Test
  void anOrderThatDoesNotSayHowItsPayeeIsTaxedWaits() {
    JsonNode held = delivered("T3", 1, "COMPLETED", "");
    assertThat(held.path("state").asString()).isEqualTo("ON_HOLD");
    assertThat(held.at("/holds/0/reason").asString()).isEqualTo("FACT_MISSING");
    assertThat(held.at("/holds/0/sentence").asString()).contains("counterparty.taxpayer");
    JsonNode settled = delivered("T3", 2, "COMPLETED", ",\"taxpayer\":\"INDIVIDUAL\"");
    assertThat(settled.path("state").asString()).isEqualTo("SETTLED");
    assertThat(settled.at("/lines/0/tax/tax").asString()).isEqualTo("0.00");
  }
}
