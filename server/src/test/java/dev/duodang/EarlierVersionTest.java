package dev.duodang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Person;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an earlier version of the program kept is brought forward: the house scenario as that
 * version settled it, with vouchers, in a backup that it made. Beside the backup lies what it
 * answered then. A version of the tables that went out to users gets a backup of its own here.
 */
final class EarlierVersionTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = "018")
  void whatItSettledSaysWhatItSaidAndGoesOn(String version) throws IOException {
    SharedCluster.Fresh database = SharedCluster.fresh();
    restore(version, database);
    List<String> settings = new ArrayList<>(List.of(database.settings()));
    settings.addAll(
        List.of(
            "--duodang.port=0",
            "--duodang.demo=false",
            "--duodang.data=" + folder.resolve("served-" + version)));
    try (ConfigurableApplicationContext context =
        DuodangServerStarter.start(settings.toArray(String[]::new))) {
      HttpTester owner = owner(context);
      for (JsonNode then : orders(version)) {
        assertThat(said(owner, then.path("orderNo").asString())).isEqualTo(then);
      }
      assertThat(balances(owner).toString())
          .isEqualTo(Files.readString(file("version-" + version + "-balances.json")).strip());
      for (String row : HomeAppliance.scenario("orders.ndjson")) {
        if (!row.contains("\"kind\": \"quote\"")) {
          assertThat(owner.post("/api/v1/orders", row).json().path("outcome").asString())
              .as(row)
              .isNotEqualTo("ACCEPTED");
        }
      }
      goesOn(owner);
    }
  }

  private static void restore(String version, SharedCluster.Fresh database) {
    Said said =
        Said.of(
            database.settings(),
            "restore",
            file("version-" + version + ".zip").toString(),
            "--data",
            folder.resolve("restored-" + version).toString());
    assertThat(said.exitCode()).as(said.err()).isZero();
  }

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(EarlierVersionTest.class.getResource("backup/" + name), name)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> orders(String version) throws IOException {
    return Files.readAllLines(file("version-" + version + "-orders.ndjson")).stream()
        .map(JSON::readTree)
        .toList();
  }

  private static HttpTester owner(ConfigurableApplicationContext context) {
    Identities identities = context.getBean(Identities.class);
    Tenant tenant = identities.tenants().getFirst();
    identities.makePerson(
        tenant.id(),
        new Person("second", "OWNER", Role.OWNER, new Scope.WholeTenant(), null, ""),
        TestServer.PASSWORD);
    HttpTester owner =
        HttpTester.at(
            "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    assertThat(owner.signIn("second", TestServer.PASSWORD).status()).isEqualTo(200);
    owner.get("/api/v1/session");
    return owner;
  }

  /** An order in the form in which its answer of then was kept. */
  private static JsonNode said(HttpTester owner, String orderNo) {
    JsonNode order = owner.get("/api/v1/orders/" + orderNo).json();
    var kept = JSON.createObjectNode();
    kept.set("orderNo", order.path("orderNo"));
    kept.set("revision", order.path("revision"));
    var settlements = kept.putArray("settlements");
    for (JsonNode one : order.path("settlements")) {
      var settlement = settlements.addObject();
      for (String field : List.of("relation", "state", "total")) {
        settlement.set(field, one.path(field));
      }
      var lines = settlement.putArray("lines");
      for (JsonNode line : one.path("lines")) {
        var values = lines.addArray();
        for (String field : List.of("id", "tierId", "amount", "formula")) {
          values.add(line.path(field));
        }
      }
    }
    return kept;
  }

  private static JsonNode balances(HttpTester owner) {
    return owner.get("/api/v1/ledger/balances?on=2026-12-31").json().path("balances");
  }

  /** A cancellation takes back what the earlier version posted, to the fen. */
  private static void goesOn(HttpTester owner) {
    String cancelled =
        """
        {"orderNo":"H06","revision":2,"status":"CANCELLED","customer":{"class":"MEMBER"},
         "counterparty":{"id":"P1","type":"STANDARD"},"service":"维修","address":"深圳市南山区",
         "createdAt":"2026-11-20T09:00:00+08:00","cancelledAt":"2026-11-20T10:00:00+08:00"}""";
    HttpTester.Answer answer = owner.post("/api/v1/orders", cancelled);
    assertThat(answer.json().path("outcome").asString()).as(answer.body()).isEqualTo("ACCEPTED");
    assertThat(
            owner
                .get("/api/v1/orders/H06")
                .json()
                .path("settlements")
                .valueStream()
                .map(one -> one.path("total").asString())
                .collect(Collectors.toSet()))
        .containsExactly("0.00");
    for (JsonNode book : owner.get("/api/v1/ledger/trial-balance").json().path("books")) {
      assertThat(book.path("balanced").asBoolean()).as(book.toString()).isTrue();
    }
    assertThat(owner.get("/api/v1/ledger/balances?account=MEMO_DUE").json().toString())
        .doesNotContain("161.50");
  }
}
