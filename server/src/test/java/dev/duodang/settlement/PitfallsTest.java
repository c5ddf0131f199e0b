package dev.duodang.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What people complain of in comparable systems, each tried by HTTP. Of the same list, a correction
 * of many orders is in ReratingTest, a price that changes later there, too, steps under a reversal
 * and their windows in PeriodsTest.
 */
final class PitfallsTest {

  private static final long SEED = 20_261_128;
  private static final TestServer SERVER = TestServer.shared();

  private static Tenant company(String name) {
    Tenant tenant = SERVER.makeTenant(name);
    HomeAppliance.publish(SERVER, tenant.id());
    return tenant;
  }

  private static String order(String number, String completed, String more) {
    return """
    {"orderNo":"%s","status":"COMPLETED","customer":{"id":"C1","class":"MEMBER"},
     "counterparty":{"id":"P1","type":"STANDARD"},"service":"维修","address":"西安市",
     "handlers":[{"id":"E1"},{"id":"E2"},{"id":"E3"}],
     "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"%s"%s}"""
        .formatted(number, completed, more);
  }

  private static String order(String number, String more) {
    return order(number, "2026-11-20T14:00:00+08:00", more);
  }

  private static BigDecimal payable(HttpTester reader, String query) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode one :
        reader.get("/api/v1/ledger/balances?account=PAYABLE" + query).json().path("balances")) {
      sum = sum.subtract(new BigDecimal(one.path("balance").asString()));
    }
    return sum;
  }

  private static String settled(JsonNode order) {
    return order
        .path("settlements")
        .valueStream()
        .map(
            one ->
                one.path("relation").asString()
                    + " "
                    + one.path("state").asString()
                    + " "
                    + one.path("total").asString()
                    + one.path("lines")
                        .valueStream()
                        .map(
                            line ->
                                " "
                                    + line.path("tierId").asString()
                                    + line.path("amount").asString())
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** Facts by chance, some of which no tier wants. */
  private static String byChance(Random random, String number) {
    List<String> services = List.of("维修", "安装", "咨询", "清洗", "退换货");
    List<String> places = List.of("西安市", "深圳市南山区", "上海市静安区", "某某路5号", "洛阳市");
    return """
    {"orderNo":"%s","status":"%s","customer":{"class":"%s"},
     "counterparty":{"id":"P1","type":"%s"},"service":"%s","address":"%s","urgency":"%s",
     "distanceMetres":%d,"handlers":[{"id":"E1"}],"createdAt":"2026-11-20T09:00:00+08:00"%s}"""
        .formatted(
            number,
            random.nextInt(6) == 0 ? "OPEN" : "COMPLETED",
            random.nextBoolean() ? "MEMBER" : "VIP",
            random.nextBoolean() ? "STANDARD" : "BOUTIQUE",
            services.get(random.nextInt(services.size())),
            places.get(random.nextInt(places.size())),
            random.nextBoolean() ? "NORMAL" : "URGENT",
            random.nextInt(60_000),
            ",\"completedAt\":\"2026-11-20T%02d:00:00+08:00\"".formatted(10 + random.nextInt(13)));
  }

  @Test
  void aPreviewIsWhatIsThenSettledAndEveryOrderEndsWithAnAmountOrAReason() {
    Tenant tenant = company("preview");
    HttpTester owner = SERVER.owner(tenant);
    Random random = new Random(SEED);
    Set<String> states = new TreeSet<>();
    for (int i = 0; i < 80; i++) {
      String facts = byChance(random, "X" + i);
      JsonNode preview = owner.post("/api/v1/price-check", "{\"facts\":" + facts + "}").json();
      owner.post("/api/v1/orders", facts);
      JsonNode order = owner.get("/api/v1/orders/X" + i).json();
      assertThat(settled(order)).as("seed " + SEED + ", " + facts).isEqualTo(settled(preview));
      for (JsonNode one : order.path("settlements")) {
        states.add(one.path("state").asString());
        boolean saysWhy =
            switch (one.path("state").asString()) {
              case "SETTLED" -> one.path("lines").size() > 0;
              case "ON_HOLD" -> !one.at("/holds/0/sentence").asString().isBlank();
              case "ESTIMATED" -> true;
              default -> false;
            };
        assertThat(saysWhy).as("seed " + SEED + ", " + one).isTrue();
      }
    }
    assertThat(states).containsExactly("ESTIMATED", "ON_HOLD", "SETTLED");
  }

  @Test
  void whatArrivesManyTimesAtOnceIsSettledOnceAndACancellationTakesItBackOnce() throws Exception {
    Tenant tenant = company("once");
    HttpTester owner = SERVER.owner(tenant);
    HttpTester machine = SERVER.machine(tenant);
    List<Callable<String>> senders = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      senders.add(
          () ->
              machine
                  .post("/api/v1/orders", order("S1", ",\"revision\":1"))
                  .json()
                  .path("outcome")
                  .asString());
    }
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> sent : threads.invokeAll(senders)) {
        outcomes.add(sent.get());
      }
    }
    assertThat(outcomes).containsOnly("ACCEPTED", "REPEAT").containsOnlyOnce("ACCEPTED");
    BigDecimal once =
        new BigDecimal(owner.get("/api/v1/orders/S1").json().path("amount").asString());
    assertThat(payable(owner, "")).isEqualByComparingTo(once).isPositive();
    String cancelled =
        """
        {"orderNo":"S1","revision":2,"status":"CANCELLED","customer":{"id":"C1","class":"MEMBER"},
         "counterparty":{"id":"P1","type":"STANDARD"},"service":"维修","address":"西安市",
         "createdAt":"2026-11-20T09:00:00+08:00","cancelledAt":"2026-11-21T09:00:00+08:00"}""";
    assertThat(machine.post("/api/v1/orders", cancelled).json().path("outcome").asString())
        .isEqualTo("ACCEPTED");
    assertThat(machine.post("/api/v1/orders", cancelled).json().path("outcome").asString())
        .isEqualTo("REPEAT");
    assertThat(payable(owner, "")).isZero();
  }

  @Test
  void undoingAnAdjustmentLeavesTheLaterOnesAsTheyAre() {
    Tenant tenant = company("undone");
    HttpTester owner = SERVER.owner(tenant);
    String voucher =
        """
        {"number":"%s","kind":"%s","party":"P1","amount":"%s","happenedOn":"2026-11-20",
         "reason":"agreed"}""";
    owner.post("/api/v1/ledger/vouchers", voucher.formatted("V1", "REWARD", "100.00"));
    owner.post("/api/v1/ledger/vouchers", voucher.formatted("V2", "PENALTY", "30.00"));
    owner.post("/api/v1/ledger/vouchers", voucher.formatted("V3", "REWARD", "7.00"));
    assertThat(payable(owner, "")).isEqualByComparingTo("77.00");
    owner.post(
        "/api/v1/ledger/vouchers/V1/reversal", "{\"number\":\"V4\",\"reason\":\"a mistake\"}");
    assertThat(payable(owner, "")).isEqualByComparingTo("-23.00");
    owner.post("/api/v1/ledger/vouchers", voucher.formatted("V5", "REWARD", "50.00"));
    assertThat(payable(owner, "")).isEqualByComparingTo("27.00");
  }

  @Test
  void whatArrivesLateIsTakenAndShowsBothWhenItHappenedAndWhenItWasKnown() {
    Tenant tenant = company("late");
    HttpTester owner = SERVER.owner(tenant);
    HttpTester.Answer late =
        owner.post("/api/v1/orders", order("L1", "2026-09-30T23:59:59+08:00", ""));
    assertThat(late.json().path("outcome").asString()).as(late.body()).isEqualTo("ACCEPTED");
    assertThat(payable(owner, "&on=2026-09-30")).isPositive();
    assertThat(payable(owner, "&on=2026-09-30&known=2026-10-01T00:00:00Z")).isZero();
  }

  @Test
  void aDayEndsAtMidnightOfTheCompanyWhereverTheSenderIs() {
    Tenant tenant = company("midnight");
    HttpTester owner = SERVER.owner(tenant);
    owner.post("/api/v1/orders", order("M1", "2028-02-29T23:59:59.999+08:00", ""));
    owner.post("/api/v1/orders", order("M2", "2028-02-29T16:00:00Z", ""));
    BigDecimal first = payable(owner, "&on=2028-02-29");
    assertThat(first).isPositive();
    assertThat(payable(owner, "&on=2028-02-28")).isZero();
    assertThat(payable(owner, "&on=2028-03-01"))
        .isEqualByComparingTo(first.multiply(BigDecimal.TWO));
  }

  @Test
  void theSumOfTheLinesIsTheTotalTheSharesAndTheBooks() {
    Tenant tenant = company("to the fen");
    HttpTester owner = SERVER.owner(tenant);
    for (int metres : List.of(3_001, 7_777, 12_345)) {
      String number = "F" + metres;
      owner.post("/api/v1/orders", order(number, ",\"distanceMetres\":" + metres));
      for (JsonNode one : owner.get("/api/v1/orders/" + number).json().path("settlements")) {
        BigDecimal lines =
            one.path("lines")
                .valueStream()
                .map(line -> new BigDecimal(line.path("amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo(one.path("total").asString());
      }
    }
    BigDecimal earned = BigDecimal.ZERO;
    BigDecimal due = BigDecimal.ZERO;
    for (String engineer : List.of("E1", "E2", "E3")) {
      HttpTester self = SERVER.signedIn(tenant, Role.ENGINEER, new Scope.Self(engineer), 0L);
      for (JsonNode one : self.get("/api/v1/orders?limit=50").json().path("items")) {
        earned = earned.add(new BigDecimal(one.path("amount").asString()));
      }
      due = due.add(memorandum(owner, engineer));
    }
    assertThat(earned).isEqualByComparingTo(due).isPositive();
  }

  private static BigDecimal memorandum(HttpTester owner, String engineer) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode one :
        owner
            .get("/api/v1/ledger/balances?account=MEMO_DUE&party=" + engineer)
            .json()
            .path("balances")) {
      sum = sum.subtract(new BigDecimal(one.path("balance").asString()));
    }
    return sum;
  }

  @Test
  void anExportIsWholeHoweverManyRowsItHas() {
    Tenant tenant = company("export");
    HttpTester machine = SERVER.machine(tenant);
    for (int page = 0; page < 3; page++) {
      int from = page * 500;
      machine.post(
          "/api/v1/orders",
          IntStream.range(from, from + 500)
              .mapToObj(number -> order("Q" + number, ""))
              .collect(Collectors.joining(",", "[", "]")));
    }
    HttpTester owner = SERVER.owner(tenant);
    String journal = owner.get("/api/v1/ledger/journal").body();
    BigDecimal sum = BigDecimal.ZERO;
    Matcher posting =
        Pattern.compile("^ +liabilities:payable:\\S+ +CNY (-?[\\d.]+)$", Pattern.MULTILINE)
            .matcher(journal);
    int postings = 0;
    while (posting.find()) {
      postings++;
      sum = sum.subtract(new BigDecimal(posting.group(1)));
    }
    assertThat(postings).isGreaterThanOrEqualTo(1500);
    assertThat(sum).isEqualByComparingTo(payable(owner, ""));
  }

  @Test
  void aPartnerSeesWhyHeEarnsWhatHeEarnsAndNothingOfOthers() {
    Tenant tenant = company("why");
    SERVER.machine(tenant).post("/api/v1/orders", order("W1", ""));
    HttpTester partner =
        SERVER.signedIn(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P1")), 0L);
    JsonNode order = partner.get("/api/v1/orders/W1").json();
    assertThat(order.path("settlements").valueStream().map(one -> one.path("relation").asString()))
        .isNotEmpty()
        .allMatch(relation -> relation.contains("partner"));
    String relation = order.at("/settlements/0/relation").asString();
    JsonNode explanation =
        partner
            .get(
                "/api/v1/orders/W1/explanation?relation="
                    + URLEncoder.encode(relation, StandardCharsets.UTF_8))
            .json();
    assertThat(explanation.toString()).contains("sentence");
    assertThat(order.at("/settlements/0/lines/0/formula").asString()).isNotBlank();
    HttpTester stranger =
        SERVER.signedIn(tenant, Role.PARTNER, new Scope.Counterparties(List.of("P2")), 0L);
    assertThat(stranger.get("/api/v1/orders/W1").status()).isEqualTo(404);
  }
}
