package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The house scenario by HTTP: every line to the fen. */
final class HouseScenarioTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void everyOrderGivesTheLinesThatWereCheckedByHand() {
    Tenant tenant = SERVER.makeTenant("house scenario");
    HomeAppliance.publish(SERVER, tenant.id());
    HttpTester owner = SERVER.owner(tenant);
    List<String> rows = HomeAppliance.scenario("orders.ndjson");
    List<String> expected = HomeAppliance.scenario("expected.csv");
    List<String> actual = new ArrayList<>(List.of(expected.getFirst()));
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = expected.get(i + 1).split(",", -1);
      actual.add(outcome(owner, rows.get(i), fields[3]));
    }
    assertThat(actual).containsExactlyElementsOf(expected);
    chains(owner);
    repeats(owner, rows);
  }

  /** The same input again changes nothing. */
  private static void repeats(HttpTester owner, List<String> rows) {
    String before = owner.get("/api/v1/orders/H06").body();
    HttpTester.Answer again = owner.post("/api/v1/orders", find(rows, "H06"));
    assertThat(again.json().path("outcome").asString()).isEqualTo("REPEAT");
    assertThat(owner.get("/api/v1/orders/H06").body()).isEqualTo(before);
  }

  private static String find(List<String> rows, String orderNo) {
    return rows.stream()
        .filter(row -> row.contains("\"" + orderNo + "\""))
        .findFirst()
        .orElseThrow();
  }

  private static void chains(HttpTester owner) {
    for (String chain : HomeAppliance.scenario("chains.csv").stream().skip(1).toList()) {
      String[] fields = chain.split(",", -1);
      JsonNode settlement = relation(owner.get("/api/v1/orders/" + fields[0]).json(), fields[1]);
      assertThat(settlement.path("total").asString()).as(chain).isEqualTo(fields[2]);
    }
    JsonNode margin = owner.get("/api/v1/orders/H06").json().path("margin");
    assertThat(margin.get(0).path("margin").asString()).isEqualTo("94.50");
    assertThat(margin.get(1).path("margin").asString()).isEqualTo("72.00");
    JsonNode shared = relation(owner.get("/api/v1/orders/H23").json(), "partner→engineer");
    assertThat(shared.at("/lines/0/shares"))
        .extracting(share -> share.path("amount").asString())
        .containsExactly("20.00", "20.00", "20.00");
  }

  private static String outcome(HttpTester owner, String row, String relation) {
    JsonNode sent = new JsonMapper().readTree(row);
    String orderNo = sent.path("orderNo").asString();
    HttpTester.Answer answer = owner.post("/api/v1/orders", row);
    JsonNode body = answer.json();
    if (answer.status() == 409) {
      assertThat(answer.code()).isEqualTo("order-conflict");
      assertThat(body.at("/errors/0/field").asString()).isEqualTo("distanceMetres");
      return String.join(",", orderNo, sent.path("revision").asString(), "CONFLICT", relation)
          + ",,,,";
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String word = sent.has("kind") ? "DECIDED" : body.path("outcome").asString();
    String revision =
        sent.has("revision") ? sent.path("revision").asString() : body.path("revision").asString();
    String start = String.join(",", orderNo, revision, word, relation);
    return word.equals("STALE")
        ? start + ",,,,"
        : start + "," + settled(owner, relation(body, relation), orderNo, relation);
  }

  private static String settled(
      HttpTester owner, JsonNode settlement, String orderNo, String relation) {
    boolean held = settlement.path("state").asString().equals("ON_HOLD");
    String lines =
        StreamSupport.stream(settlement.path("lines").spliterator(), false)
            .filter(line -> !held)
            .map(HouseScenarioTest::line)
            .collect(Collectors.joining("; "));
    String total =
        held
            ? ""
            : relation(owner.get("/api/v1/orders/" + orderNo).json(), relation)
                .path("total")
                .asString();
    String hold = held ? settlement.at("/holds/0/reason").asString() : "";
    return String.join(",", settlement.path("state").asString(), hold, lines, total);
  }

  private static String line(JsonNode line) {
    String kind = line.path("kind").asString();
    String category = kind.equals("REVERSAL") ? "reversal" : line.path("category").asString();
    return category
        + " "
        + line.path("tierName").asString()
        + (line.path("part").isNull() ? "" : " " + line.path("part").asString())
        + " "
        + line.path("amount").asString();
  }

  private static JsonNode relation(JsonNode order, String relation) {
    return StreamSupport.stream(order.path("settlements").spliterator(), false)
        .filter(one -> one.path("relation").asString().equals(relation))
        .findFirst()
        .orElseThrow(() -> new AssertionError(relation + " is not in " + order));
  }
}
