package dev.duodang.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A company whose partners are paid by grade, for tests of master records. */
final class MasterHouse {

  static final TestServer SERVER = TestServer.shared();

  private static final String BOOK =
      """
      book: graded
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item, required: true}}
      tiers:
        - {tier: plain, category: labour, priority: 1, charge: {flat: 50.00}}
        - {tier: a, category: labour, priority: 2, when: {grade: A}, charge: {flat: 100.00}}
        - {tier: b, category: labour, priority: 2, when: {grade: B}, charge: {flat: 80.00}}
        - {tier: vip, category: labour, priority: 3, when: {customerClass: VIP}, charge: {flat: 200.00}}
      """;

  final Tenant tenant;
  final HttpTester owner;

  MasterHouse(String name) {
    tenant = SERVER.makeTenant(name);
    owner = SERVER.owner(tenant);
    SERVER.bean(Books.class).record(tenant.id(), BOOK, "template", "shipped");
  }

  /** Records rows of a kind and gives what became of them. */
  JsonNode record(String kind, String json) {
    HttpTester.Answer answer = owner.post("/api/v1/records/" + kind, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** A revision of an order that P1 completed on a day. */
  HttpTester.Answer deliver(String orderNo, int revision, String day, String more) {
    return owner.post(
        "/api/v1/orders",
        """
        {"orderNo":"%s","revision":%d,"status":"COMPLETED","service":"维修/空调","region":"310104",
         "createdAt":"%sT09:00:00+08:00","completedAt":"%sT14:00:00+08:00",%s}"""
            .formatted(orderNo, revision, day, day, more));
  }

  /** The settlement of an order in the one relation. */
  JsonNode settlement(String orderNo) {
    return owner.get("/api/v1/orders/" + orderNo).json().at("/settlements/0");
  }

  String total(String orderNo) {
    return settlement(orderNo).path("total").asString();
  }

  /** Waits until an order has a state, as records settle again in the background. */
  JsonNode awaited(String orderNo, String state) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      JsonNode order = owner.get("/api/v1/orders/" + orderNo).json();
      boolean listed =
          owner
              .get("/api/v1/orders?limit=200")
              .json()
              .path("items")
              .valueStream()
              .anyMatch(
                  one ->
                      one.path("orderNo").asString().equals(orderNo)
                          && one.path("state").asString().equals(state));
      if (listed && order.path("state").asString().equals(state)) {
        return order;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("still " + owner.get("/api/v1/orders/" + orderNo).body());
  }
}
