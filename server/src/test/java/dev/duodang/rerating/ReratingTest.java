package dev.duodang.rerating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A book corrected for the past: what was settled stays, until somebody has it priced again. */
final class ReratingTest {

  private static final TestServer SERVER = TestServer.shared();

  private static Tenant house(String name) {
    Tenant tenant = SERVER.makeTenant(name);
    HomeAppliance.publish(SERVER, tenant.id());
    return tenant;
  }

  /** A further version of the book of partners, over the same days. */
  private static void correct(Tenant tenant, String price) throws IOException {
    String text =
        Files.readString(
            Path.of("..", "templates", "home-appliance", "books", "home-service.yaml"));
    SERVER
        .bean(Books.class)
        .record(
            tenant.id(), text.replaceFirst("flat: 100\\.00", "flat: " + price), "owner", "mended");
  }

  private static String order(String number, String address) {
    return """
        {"orderNo": "%s", "revision": 1, "status": "COMPLETED", "customer": {"class": "MEMBER"},
         "counterparty": {"id": "P1", "type": "STANDARD"}, "service": "维修", "address": "%s",
         "handlers": [{"id": "E1"}], "createdAt": "2026-11-20T09:00:00+08:00",
         "completedAt": "2026-11-20T14:00:00+08:00"}"""
        .formatted(number, address);
  }

  private static JsonNode settlement(HttpTester reader, String number) {
    for (JsonNode one : reader.get("/api/v1/orders/" + number).json().path("settlements")) {
      if (one.path("relation").asString().equals("headquarters→partner")) {
        return one;
      }
    }
    throw new AssertionError(number + " is not settled");
  }

  private static JsonNode begin(HttpTester owner) {
    HttpTester.Answer answer =
        owner.post(
            "/api/v1/reratings",
            "{\"book\": \"home-service\", \"reason\": \"the price was wrong\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return awaited(owner, answer.json().path("id").asLong(), "COUNTED");
  }

  private static JsonNode awaited(HttpTester owner, long id, String... states) {
    for (int i = 0; i < 600; i++) {
      JsonNode now = owner.get("/api/v1/reratings/" + id).json();
      if (List.of(states).contains(now.path("state").asString())) {
        return now;
      }
      pause();
    }
    throw new AssertionError("still " + owner.get("/api/v1/reratings/" + id).body());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String payable(HttpTester owner) {
    return owner
        .get("/api/v1/ledger/balances?account=PAYABLE&party=P1")
        .json()
        .at("/balances/0/balance")
        .asString();
  }

  @Test
  void aSettledLineSaysWhatItSaidAfterThreeLaterVersions() throws IOException {
    Tenant tenant = house("three versions");
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("A", "西安市"));
    String order = owner.get("/api/v1/orders/A").body();
    String explanation = owner.get("/api/v1/orders/A/explanation").body();
    assertThat(explanation).contains("100.00");
    for (String price : List.of("110.00", "120.00", "130.00")) {
      correct(tenant, price);
      assertThat(owner.get("/api/v1/orders/A").body()).isEqualTo(order);
      assertThat(owner.get("/api/v1/orders/A/explanation").body()).isEqualTo(explanation);
    }
    owner.post("/api/v1/orders", order("B", "西安市"));
    assertThat(settlement(owner, "B").path("total").asString()).isEqualTo("130.00");
  }

  @Test
  void theImpactIsShownFirstThenOnlyWhatDiffersIsSettledAgainOnce() throws IOException {
    Tenant tenant = house("priced again");
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("A", "西安市"));
    owner.post("/api/v1/orders", order("B", "北京市"));
    correct(tenant, "110.00");
    JsonNode counted = begin(owner);
    assertThat(counted.path("orders").asLong()).isEqualTo(2);
    assertThat(counted.path("differing").asLong()).isEqualTo(1);
    assertThat(counted.path("effects"))
        .extracting(one -> one.path("party").asString() + " " + one.path("difference").asString())
        .containsExactly("P1 10.00", "E1 6.00");
    assertThat(settlement(owner, "A").path("total").asString()).isEqualTo("100.00");
    long id = counted.path("id").asLong();
    assertThat(owner.post("/api/v1/reratings/" + id + "/stop", "{}").code())
        .isEqualTo("rerating-busy");
    assertThat(owner.post("/api/v1/reratings/" + id + "/apply", "{}").status()).isEqualTo(202);
    JsonNode done = awaited(owner, id, "DONE");
    assertThat(done.path("changed").asLong()).isEqualTo(1);
    assertThat(done.path("refused").asLong()).isZero();
    assertThat(settlement(owner, "A").path("total").asString()).isEqualTo("110.00");
    assertThat(owner.get("/api/v1/orders/A").body())
        .contains("RERATED", "按现行价格手册重算 · the price was wrong");
    assertThat(owner.get("/api/v1/orders/B").body()).doesNotContain("RERATED");
    assertThat(payable(owner)).isEqualTo("-260.00");
    // Once more finds nothing to do.
    JsonNode again = begin(owner);
    assertThat(again.path("differing").asLong()).isZero();
    assertThat(
            owner
                .post("/api/v1/reratings", "{\"book\": \"home-service\", \"reason\": \"x\"}")
                .code())
        .isEqualTo("rerating-busy");
    assertThat(owner.delete("/api/v1/reratings/" + again.path("id").asLong()).status())
        .isEqualTo(204);
    assertThat(owner.get("/api/v1/reratings/" + again.path("id").asLong()).code())
        .isEqualTo("rerating-unknown");
    assertThat(owner.get("/api/v1/reratings").json().size()).isEqualTo(1);
    // A revision afterwards takes back what stands, not what once stood.
    owner.post("/api/v1/orders", order("A", "北京市").replace("\"revision\": 1", "\"revision\": 2"));
    assertThat(payable(owner)).isEqualTo("-300.00");
  }

  @Test
  void itIsStoppedAndGoneOnWithAndNoOrderIsSettledTwice() throws IOException {
    Tenant tenant = house("stopped and gone on with");
    HttpTester owner = SERVER.owner(tenant);
    int orders = 1_600;
    for (int from = 0; from < orders; from += 400) {
      owner.post(
          "/api/v1/orders",
          IntStream.range(from, from + 400)
              .mapToObj(i -> order("N" + i, "西安市"))
              .collect(Collectors.joining(",", "[", "]")));
    }
    correct(tenant, "110.00");
    JsonNode counted = begin(owner);
    assertThat(counted.path("differing").asLong()).isEqualTo(orders);
    long id = counted.path("id").asLong();
    owner.post("/api/v1/reratings/" + id + "/apply", "{}");
    owner.post("/api/v1/reratings/" + id + "/stop", "{}");
    if (awaited(owner, id, "STOPPED", "DONE").path("state").asString().equals("STOPPED")) {
      owner.post("/api/v1/reratings/" + id + "/apply", "{}");
    }
    JsonNode done = awaited(owner, id, "DONE");
    assertThat(done.path("changed").asLong()).isEqualTo(orders);
    assertThat(payable(owner)).isEqualTo("-176000.00");
    assertThat(settlement(owner, "N1599").path("total").asString()).isEqualTo("110.00");
  }

  @Test
  void aFurtherVersionMakesTheCountOld() throws IOException {
    Tenant tenant = house("a count grows old");
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("A", "西安市"));
    correct(tenant, "110.00");
    long id = begin(owner).path("id").asLong();
    correct(tenant, "120.00");
    assertThat(owner.post("/api/v1/reratings/" + id + "/apply", "{}").code())
        .isEqualTo("book-changed");
    assertThat(settlement(owner, "A").path("total").asString()).isEqualTo("100.00");
  }

  @Test
  void onlyThoseWhoMayDoSoAndWithAReason() {
    Tenant tenant = house("who prices again");
    HttpTester partner =
        SERVER.signedIn(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P1")), 0L);
    assertThat(partner.get("/api/v1/reratings").status()).isEqualTo(403);
    HttpTester owner = SERVER.owner(tenant);
    assertThat(owner.post("/api/v1/reratings", "{\"book\": \"home-service\"}").code())
        .isEqualTo("missing-field");
    assertThat(owner.post("/api/v1/reratings", "{\"book\": \"nothing\", \"reason\": \"x\"}").code())
        .isEqualTo("book-unknown");
  }
}
