package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.book.Books;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A person chooses the tier of an order, within his limit and for a reason, and takes it back. */
final class ForcedTiersTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("forced tiers");
  private static final HttpTester OWNER = SERVER.owner(TENANT);
  private static final HttpTester MACHINE = SERVER.machine(TENANT);
  private static final String XIAN = "西安市";

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static HttpTester manager(String region, long limitMinor) {
    return SERVER.signedIn(
        TENANT, Role.REGIONAL_MANAGER, new Scope.Regions(List.of(region)), limitMinor);
  }

  private static String order(String number, int revision, String address, String more) {
    return """
        {"orderNo": "%s", "revision": %d, "status": "COMPLETED", "customer": {"class": "MEMBER"},
         "counterparty": {"id": "P-%s", "type": "STANDARD"}, "service": "维修", "address": "%s",
         "handlers": [{"id": "E1"}], "createdAt": "2026-11-20T09:00:00+08:00",
         "completedAt": "2026-11-20T14:00:00+08:00"%s}"""
        .formatted(number, revision, number, address, more);
  }

  private static void settled(String number) {
    assertThat(OWNER.post("/api/v1/orders", order(number, 1, XIAN, "")).status()).isEqualTo(200);
  }

  private static String force(String tier) {
    return """
        {"kind": "FORCE", "relation": "headquarters→partner", "category": "labour", "item": 0,
         "tier": "%s", "reason": "客户投诉"}"""
        .formatted(tier);
  }

  private static final String UNFORCE =
      """
      {"kind": "UNFORCE", "relation": "headquarters→partner", "category": "labour", "item": 0,
       "reason": "登记有误"}""";

  private static HttpTester.Answer decide(HttpTester who, String number, String decision) {
    return who.post("/api/v1/orders/" + number + "/decisions", decision);
  }

  private static JsonNode tiers(HttpTester who, String number) {
    return who.get("/api/v1/orders/" + number + "/tiers").json().path("places").path(0);
  }

  private static JsonNode option(JsonNode place, String tier) {
    for (JsonNode option : place.path("options")) {
      if (option.path("tierId").asString().equals(tier)) {
        return option.path("comesTo");
      }
    }
    throw new AssertionError(tier + " is not among " + place);
  }

  private static JsonNode partners(JsonNode order) {
    for (JsonNode one : order.path("settlements")) {
      if (one.path("relation").asString().equals("headquarters→partner")) {
        return one;
      }
    }
    throw new AssertionError("no settlement with the partner in " + order);
  }

  private static List<String> lines(String number) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : partners(OWNER.get("/api/v1/orders/" + number).json()).path("lines")) {
      lines.add(
          line.path("kind").asString()
              + " "
              + line.path("tierName").asString()
              + " "
              + line.path("amount").asString()
              + (line.path("reason").isNull() ? "" : " " + line.path("reason").asString()));
    }
    return lines;
  }

  private static BigDecimal owed(String number) {
    return new BigDecimal(
        OWNER
            .get("/api/v1/ledger/balances?account=PAYABLE&party=P-" + number)
            .json()
            .at("/balances/0/balance")
            .asString("0"));
  }

  private static void requireBalanced() {
    JsonNode books = OWNER.get("/api/v1/ledger/trial-balance").json().path("books");
    assertThat(books.size()).isPositive();
    for (JsonNode book : books) {
      assertThat(book.path("balanced").asBoolean()).as(book.toString()).isTrue();
    }
  }

  private static List<String> decisions(String number, String lang) {
    List<String> texts = new ArrayList<>();
    for (JsonNode entry :
        OWNER.get("/api/v1/orders/" + number + "?lang=" + lang).json().path("timeline")) {
      if (entry.path("kind").asString().endsWith("FORCE")) {
        texts.add(entry.path("text").asString());
      }
    }
    return texts;
  }

  @Test
  void whatIsShownBeforeIsWhatTheChoiceAndItsEndPost() {
    settled("F1");
    JsonNode before = tiers(OWNER, "F1");
    assertThat(before.at("/now/tierName").asString()).isEqualTo("标准档");
    assertThat(before.path("amount").asString()).isEqualTo("100.00");
    assertThat(before.path("service").asString()).isEqualTo("维修");
    assertThat(before.path("chosen").isNull()).isTrue();
    assertThat(before.path("takenBack").isNull()).isTrue();
    JsonNode premium = option(before, "premium");
    assertThat(premium.path("difference").asString()).isEqualTo("50.00");
    JsonNode chosen = decide(OWNER, "F1", force("premium")).json();
    assertThat(partners(chosen).path("total").asString())
        .isEqualTo(premium.path("amount").asString())
        .isEqualTo("150.00");
    assertThat(lines("F1"))
        .containsExactly("CHARGE 标准档 100.00", "REVERSAL 标准档 -100.00 DECIDED", "CHARGE 高级档 150.00");
    assertThat(owed("F1")).isEqualByComparingTo("-150.00");
    JsonNode after = tiers(OWNER, "F1");
    assertThat(after.at("/best/tierName").asString()).isEqualTo("标准档");
    assertThat(after.at("/chosen/reason").asString()).isEqualTo("客户投诉");
    assertThat(after.at("/takenBack/amount").asString()).isEqualTo("100.00");
    assertThat(after.at("/takenBack/difference").asString()).isEqualTo("-50.00");
    assertThat(option(after, "premium").path("difference").asString()).isEqualTo("0.00");
    JsonNode back = decide(OWNER, "F1", UNFORCE).json();
    assertThat(partners(back).path("total").asString()).isEqualTo("100.00");
    assertThat(lines("F1")).endsWith("REVERSAL 高级档 -150.00 DECIDED", "CHARGE 标准档 100.00");
    assertThat(owed("F1")).isEqualByComparingTo("-100.00");
    requireBalanced();
    assertThat(decisions("F1", "zh")).containsExactly("指定档位 高级档 · 客户投诉", "撤销指定档位 高级档 · 登记有误");
    assertThat(decisions("F1", "en"))
        .containsExactly("Tier chosen: 高级档 · 客户投诉", "Tier no longer chosen: 高级档 · 登记有误");
  }

  @Test
  void theExplanationSaysWhoChoseWhyAndWhatWouldHaveWon() {
    settled("F2");
    String path = "/api/v1/orders/F2/explanation?relation=headquarters→partner&lang=";
    assertThat(OWNER.get(path + "zh").json().at("/categories/0/forced").isNull()).isTrue();
    decide(OWNER, "F2", force("premium"));
    JsonNode chinese = OWNER.get(path + "zh").json();
    String by = OWNER.get("/api/v1/session").json().at("/user/username").asString();
    assertThat(by).isNotBlank();
    assertThat(chinese.at("/categories/0/forced").asString())
        .isEqualTo("指定「高级档」，按条件应为「标准档」，" + by + "：客户投诉");
    assertThat(chinese.at("/categories/0/winner/tierName").asString()).isEqualTo("高级档");
    assertThat(chinese.at("/categories/0/winner/conditions").size()).isZero();
    assertThat(chinese.path("sentence").asString()).contains("指定「高级档」");
    assertThat(OWNER.get(path + "en").json().path("sentence").asString())
        .contains("高级档 chosen by " + by + ", where 标准档 would win: 客户投诉");
  }

  @Test
  void aChoiceSettlesAnOrderThatWaitsForAQuote() {
    OWNER.post("/api/v1/orders", order("F3", 1, XIAN, "").replace("MEMBER", "KEY_ACCOUNT"));
    assertThat(OWNER.get("/api/v1/orders/F3").json().path("state").asString()).isEqualTo("ON_HOLD");
    JsonNode place = tiers(OWNER, "F3");
    assertThat(place.path("amount").isNull()).isTrue();
    assertThat(option(place, "premium").path("amount").asString()).isEqualTo("150.00");
    assertThat(option(place, "premium").path("difference").isNull()).isTrue();
    assertThat(decide(OWNER, "F3", force("premium")).json().path("state").asString())
        .isEqualTo("SETTLED");
    JsonNode takenBack = tiers(OWNER, "F3").path("takenBack");
    assertThat(takenBack.path("state").asString()).isEqualTo("ON_HOLD");
    assertThat(takenBack.at("/holds/0/reason").asString()).isEqualTo("QUOTE");
    assertThat(decide(OWNER, "F3", UNFORCE).json().path("state").asString()).isEqualTo("ON_HOLD");
    assertThat(owed("F3")).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "premium | no-such | 422 | tier-not-allowed | premium, value-added",
        "premium | standard | 422 | tier-not-allowed | premium, value-added",
        "premium | call-out | 422 | tier-not-allowed | premium, value-added",
        "labour | parts | 409 | decision-not-asked |",
        "0 | 1 | 409 | decision-not-asked |",
        "headquarters→partner | brand→headquarters | 409 | decision-not-asked |",
        "客户投诉 | '  ' | 400 | invalid-field | 1 to 500 characters",
        "reason | note | 400 | unknown-field |",
        "FORCE | UNFORCE | 409 | decision-not-asked |",
        "\"premium\" | null | 400 | missing-field |",
      })
  void whatMayNotBeChosenIsRefusedAndPostsNothing(
      String from, String to, int status, String code, String allowed) {
    settled("F4");
    List<String> before = lines("F4");
    HttpTester.Answer refused =
        decide(
            OWNER,
            "F4",
            force("premium").replace("\"item\": " + from, "\"item\": " + to).replace(from, to));
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
    if (allowed != null) {
      assertThat(refused.json().path("allowed").asString()).isEqualTo(allowed);
    }
    assertThat(lines("F4")).isEqualTo(before);
    assertThat(decisions("F4", "zh")).isEmpty();
  }

  @Test
  void aPersonMovesNoOrderThatIsOrWouldBeWorthMoreThanHisLimit() {
    settled("F5");
    HttpTester manager = manager("610000", 12_000L);
    JsonNode place = tiers(manager, "F5");
    assertThat(option(place, "value-added").path("withinLimit").asBoolean()).isTrue();
    assertThat(option(place, "premium").path("withinLimit").asBoolean()).isFalse();
    assertThat(option(place, "premium").path("amount").asString()).isEqualTo("150.00");
    assertThat(manager.get("/api/v1/orders/F5/tiers").json().path("limit").asString())
        .isEqualTo("120.00");
    HttpTester.Answer over = decide(manager, "F5", force("premium"));
    assertThat(over.status()).isEqualTo(403);
    assertThat(over.code()).isEqualTo("over-your-limit");
    assertThat(over.json().path("value").asString()).isEqualTo("150.00");
    assertThat(over.json().path("allowed").asString()).contains("120.00");
    assertThat(lines("F5")).containsExactly("CHARGE 标准档 100.00");
    assertThat(
            partners(decide(manager, "F5", force("value-added")).json()).path("total").asString())
        .isEqualTo("120.00");
    decide(OWNER, "F5", force("premium"));
    assertThat(tiers(manager, "F5").at("/takenBack/withinLimit").asBoolean()).isFalse();
    assertThat(decide(manager, "F5", UNFORCE).code()).isEqualTo("over-your-limit");
    assertThat(decide(manager, "F5", force("value-added")).code()).isEqualTo("over-your-limit");
    assertThat(owed("F5")).isEqualByComparingTo("-150.00");
  }

  @Test
  void onlyWhoMayDecideAndSeesTheOrderChoosesItsTier() {
    settled("F6");
    assertThat(OWNER.get("/api/v1/orders/F6").json().path("tierMayBeChosen").asBoolean()).isTrue();
    for (Role role : List.of(Role.AUDITOR, Role.PRICING_ADMIN)) {
      HttpTester reader = SERVER.signedIn(TENANT, role, new Scope.WholeTenant(), null);
      assertThat(reader.get("/api/v1/orders/F6").json().path("tierMayBeChosen").asBoolean(true))
          .isFalse();
      assertThat(reader.get("/api/v1/orders/F6/tiers").code()).isEqualTo("forbidden");
      assertThat(decide(reader, "F6", force("premium")).code()).isEqualTo("forbidden");
    }
    HttpTester partner =
        SERVER.signedIn(TENANT, Role.PARTNER, new Scope.Counterparties(List.of("P-F6")), null);
    assertThat(partner.get("/api/v1/orders/F6").json().path("tierMayBeChosen").asBoolean(true))
        .isFalse();
    assertThat(decide(partner, "F6", force("premium")).code()).isEqualTo("forbidden");
    HttpTester elsewhere = manager("310000", 1_000_000L);
    assertThat(elsewhere.get("/api/v1/orders/F6/tiers").code()).isEqualTo("order-unknown");
    assertThat(decide(elsewhere, "F6", force("premium")).code()).isEqualTo("order-unknown");
    Tenant other = SERVER.makeTenant("forced tiers elsewhere");
    HomeAppliance.publish(SERVER, other.id());
    HttpTester stranger = SERVER.owner(other);
    assertThat(stranger.get("/api/v1/orders/F6/tiers").code()).isEqualTo("order-unknown");
    assertThat(decide(stranger, "F6", force("premium")).code()).isEqualTo("order-unknown");
    assertThat(lines("F6")).containsExactly("CHARGE 标准档 100.00");
  }

  @Test
  void whoIsPartyToOneRelationChoosesNoTierOfAnother() {
    settled("F7");
    HttpTester narrow = SERVER.signedIn(TENANT, Role.FRONT_LINE, new Scope.Self("E1"), null);
    assertThat(narrow.get("/api/v1/orders/F7/tiers").json().path("places").size()).isZero();
    assertThat(decide(narrow, "F7", force("premium")).code()).isEqualTo("outside-your-scope");
    assertThat(lines("F7")).containsExactly("CHARGE 标准档 100.00");
  }

  private static HttpTester.Answer keyed(String key, String number, String decision) {
    return OWNER.send(
        OWNER
            .request("/api/v1/orders/" + number + "/decisions")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(decision)));
  }

  @Test
  void theSameChoiceSentTwiceIsTakenOnce() {
    settled("F8");
    assertThat(keyed("f8-1", "F8", force("premium")).status()).isEqualTo(200);
    List<String> once = lines("F8");
    assertThat(keyed("f8-1", "F8", force("premium")).status()).isEqualTo(200);
    assertThat(keyed("f8-1", "F8", force("value-added")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(decide(OWNER, "F8", force("premium")).status()).isEqualTo(200);
    assertThat(lines("F8")).isEqualTo(once).hasSize(3);
    assertThat(decisions("F8", "zh")).hasSize(1);
    assertThat(keyed("f8-2", "F8", UNFORCE).status()).isEqualTo(200);
    assertThat(keyed("f8-2", "F8", UNFORCE).status()).isEqualTo(200);
    assertThat(keyed("f8-1", "F8", force("premium")).status()).isEqualTo(200);
    assertThat(owed("F8")).isEqualByComparingTo("-100.00");
    assertThat(decisions("F8", "zh")).hasSize(2);
  }

  @Test
  void aChoiceOutlivesRevisionsAndIsSilentWhileTheOrderIsCancelled() {
    settled("F9");
    decide(OWNER, "F9", force("premium"));
    OWNER.post("/api/v1/orders", order("F9", 2, XIAN, ", \"distanceMetres\": 5000"));
    assertThat(owed("F9")).isEqualByComparingTo("-185.00");
    OWNER.post(
        "/api/v1/orders",
        order("F9", 3, XIAN, ", \"cancelledAt\": \"2026-11-20T15:00:00+08:00\"")
            .replace("COMPLETED", "CANCELLED"));
    assertThat(owed("F9")).isEqualByComparingTo("0");
    assertThat(OWNER.get("/api/v1/orders/F9").json().path("tierMayBeChosen").asBoolean(true))
        .isFalse();
    OWNER.post("/api/v1/orders", order("F9", 4, XIAN, ""));
    assertThat(owed("F9")).isEqualByComparingTo("-150.00");
    requireBalanced();
  }

  @Test
  void aChoiceMayComeAsARowWithItsDecidersName() {
    settled("F10");
    String row =
        "{\"orderNo\": \"F10\", \"by\": \"王经理\", "
            + force("premium").strip().substring(1).replace("FORCE", "force");
    JsonNode answer = MACHINE.post("/api/v1/orders", "[" + row + "," + row + "]").json();
    assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(1);
    assertThat(answer.path("repeated").asInt()).isEqualTo(1);
    assertThat(owed("F10")).isEqualByComparingTo("-150.00");
    assertThat(tiers(OWNER, "F10").at("/chosen/by").asString()).isEqualTo("王经理");
    HttpTester manager = manager("610000", 12_000L);
    assertThat(manager.post("/api/v1/orders", row.replace("premium", "value-added")).code())
        .isEqualTo("over-your-limit");
    HttpTester auditor = SERVER.signedIn(TENANT, Role.AUDITOR, new Scope.WholeTenant(), null);
    assertThat(auditor.post("/api/v1/orders", row).code()).isEqualTo("forbidden");
  }

  private static void correct(Tenant tenant, String from, String to) throws IOException {
    String text =
        Files.readString(
            Path.of("..", "templates", "home-appliance", "books", "home-service.yaml"));
    assertThat(text).contains(from);
    SERVER.bean(Books.class).record(tenant.id(), text.replace(from, to), "owner", "mended");
  }

  private static Outcome rerate(Tenant tenant, String number) {
    return SERVER
        .bean(SettlementWriter.class)
        .submit(
            new Command.Rerate(
                tenant.id(),
                OrderNo.of(number),
                "mended",
                "owner",
                Instant.parse("2026-11-25T00:00:00Z")))
        .join();
  }

  private static final String COUNTED =
      """
      book: counted
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      counters: {visits: {name: 次数, period: month}}
      categories: {labour: {name: 人工, per: item}}
      tiers:
        - {tier: standard, category: labour, priority: 1, charge: {flat: 100.00}}
        - {tier: premium, category: labour, priority: 2, when: {customerClass: VIP}, mayBeForced: true,
           charge: {graduated: [{upTo: 1, price: 150.00}, {price: 140.00}], scope: period, counter: visits}}
      """;

  @Test
  void aChoiceCountsByTheVersionThatPricedTheOrderThoughALaterOneCountsNothing() {
    Tenant tenant = SERVER.makeTenant("forced tiers and counters");
    Books books = SERVER.bean(Books.class);
    books.record(tenant.id(), COUNTED, "owner", "first");
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("C1", 1, XIAN, "").replace("P-C1", "P-C"));
    owner.post("/api/v1/orders", order("C2", 1, XIAN, "").replace("P-C2", "P-C"));
    int end = COUNTED.indexOf("  - {tier: premium");
    books.record(
        tenant.id(),
        COUNTED.substring(0, end).replace("counters: {visits: {name: 次数, period: month}}\n", ""),
        "owner",
        "second");
    assertThat(option(tiers(owner, "C1"), "premium").path("amount").asString()).isEqualTo("150.00");
    decide(owner, "C1", force("premium"));
    assertThat(option(tiers(owner, "C2"), "premium").path("amount").asString()).isEqualTo("140.00");
    assertThat(partners(decide(owner, "C2", force("premium")).json()).path("total").asString())
        .isEqualTo("140.00");
    assertThat(partners(decide(owner, "C1", UNFORCE).json()).path("total").asString())
        .isEqualTo("110.00");
  }

  @Test
  void aChoiceMovesNothingElseAndARerateAsksTheNewBookForIt() throws IOException {
    Tenant tenant = SERVER.makeTenant("forced tiers and versions");
    HomeAppliance.publish(SERVER, tenant.id());
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("V1", 1, XIAN, ", \"distanceMetres\": 3000"));
    correct(tenant, "start: 30.00", "start: 33.00");
    assertThat(option(tiers(owner, "V1"), "premium").path("amount").asString()).isEqualTo("180.00");
    JsonNode chosen = partners(decide(owner, "V1", force("premium")).json());
    assertThat(chosen.path("total").asString()).isEqualTo("180.00");
    assertThat(chosen.at("/book/version").asInt()).isEqualTo(1);
    assertThat(rerate(tenant, "V1")).isInstanceOf(Outcome.Accepted.class);
    JsonNode rerated = partners(owner.get("/api/v1/orders/V1").json());
    assertThat(rerated.path("total").asString()).isEqualTo("183.00");
    correct(tenant, "    mayBeForced: true\n", "");
    assertThat(rerate(tenant, "V1")).isInstanceOf(Outcome.Accepted.class);
    JsonNode held = owner.get("/api/v1/orders/V1").json();
    assertThat(held.at("/holds/0/reason").asString()).isEqualTo("TIER_NOT_ALLOWED");
    assertThat(held.path("tierMayBeChosen").asBoolean()).isTrue();
    JsonNode place = tiers(owner, "V1");
    assertThat(place.path("options").size()).isZero();
    assertThat(place.at("/takenBack/amount").asString()).isEqualTo("130.00");
    assertThat(partners(decide(owner, "V1", UNFORCE).json()).path("total").asString())
        .isEqualTo("130.00");
  }
}
