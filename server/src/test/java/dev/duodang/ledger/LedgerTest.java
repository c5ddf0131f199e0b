package dev.duodang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What orders and vouchers mean in double entry, by HTTP. */
final class LedgerTest {

  private static final TestServer SERVER = TestServer.shared();

  private static HttpTester house(String name) {
    Tenant tenant = SERVER.makeTenant(name);
    HomeAppliance.publish(SERVER, tenant.id());
    return SERVER.owner(tenant);
  }

  private static String order(String number, int revision, String more) {
    return """
        {"orderNo": "%s", "revision": %d, "status": "COMPLETED", "customer": {"id": "C1", "class": "MEMBER"},
         "counterparty": {"id": "P1", "type": "STANDARD"}, "service": "维修", "address": "西安市",
         "handlers": [{"id": "E1"}, {"id": "E2"}, {"id": "E3"}],
         "createdAt": "2026-11-20T09:00:00+08:00", "completedAt": "2026-11-20T14:00:00+08:00"%s}"""
        .formatted(number, revision, more);
  }

  /** Balances by account and party, such as {@code PAYABLE P1}. */
  private static Map<String, BigDecimal> balances(HttpTester reader, String query) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (JsonNode one : reader.get("/api/v1/ledger/balances?" + query).json().path("balances")) {
      String party = one.path("party").isNull() ? "" : " " + one.path("party").asString();
      BigDecimal balance = new BigDecimal(one.path("balance").asString());
      if (balance.signum() != 0) {
        balances.put(one.path("account").asString() + party, balance);
      }
    }
    return balances;
  }

  private static void requireBalanced(HttpTester reader) {
    JsonNode books = reader.get("/api/v1/ledger/trial-balance").json().path("books");
    for (JsonNode book : books) {
      assertThat(book.path("balanced").asBoolean()).as(book.toString()).isTrue();
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode account : book.path("accounts")) {
        sum = sum.add(new BigDecimal(account.path("balance").asString()));
      }
      assertThat(sum).isEqualByComparingTo("0");
    }
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  @Test
  void theHouseScenarioEndsWithTheBalancesThatWereAddedUpByHand() {
    HttpTester owner = house("ledger of the house");
    for (String row : HomeAppliance.scenario("orders.ndjson")) {
      owner.post("/api/v1/orders", row);
    }
    requireBalanced(owner);
    Map<String, BigDecimal> balances = balances(owner, "");
    // What headquarters owes partners: the totals of H01 to H27, those of departments aside.
    assertThat(sum(balances, "PAYABLE ")).isEqualByComparingTo("-3467.86");
    assertThat(sum(balances, "EXPENSE ")).isEqualByComparingTo("3467.86");
    assertThat(sum(balances, "INTERNAL_COST ")).isEqualByComparingTo("150.00");
    assertThat(sum(balances, "INTERNAL_INCOME ")).isEqualByComparingTo("-150.00");
    assertThat(sum(balances, "MEMO_COST ").add(sum(balances, "MEMO_DUE ")))
        .isEqualByComparingTo("0");
    assertThat(sum(balances, "RECEIVABLE").add(sum(balances, "INCOME"))).isEqualByComparingTo("0");
    // From an order to its entries: H06 in three relations.
    Map<String, BigDecimal> moved = new TreeMap<>();
    for (JsonNode entry : owner.get("/api/v1/ledger/entries?order=H06").json().path("entries")) {
      moved.merge(
          entry.at("/credit/account").asString(),
          amount(entry.path("amount").asString()),
          BigDecimal::add);
      assertThat(entry.path("line").isNull()).isFalse();
      assertThat(entry.path("document").asString()).isEqualTo("H06");
    }
    assertThat(moved)
        .containsEntry("PAYABLE", amount("233.50"))
        .containsEntry("INCOME", amount("328.00"))
        .containsEntry("MEMO_DUE", amount("161.50"));
  }

  private static BigDecimal sum(Map<String, BigDecimal> balances, String prefix) {
    return balances.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void aRevisionTakesBackTheSameEntriesAndTheSameInputAgainPostsNothing() {
    HttpTester owner = house("ledger of revisions");
    owner.post("/api/v1/orders", order("R1", 1, ""));
    Map<String, BigDecimal> before = balances(owner, "");
    assertThat(before)
        .containsEntry("PAYABLE P1", amount("-100.00"))
        .containsEntry("MEMO_DUE E1", amount("-20.00"));
    owner.post("/api/v1/orders", order("R1", 1, ""));
    assertThat(balances(owner, "")).isEqualTo(before);
    owner.post("/api/v1/orders", order("R1", 2, ", \"distanceMetres\": 5000"));
    assertThat(balances(owner, ""))
        .containsEntry("PAYABLE P1", amount("-135.00"))
        .containsEntry("EXPENSE P1", amount("135.00"));
    owner.post(
        "/api/v1/orders",
        order("R1", 3, ", \"cancelledAt\": \"2026-11-20T15:00:00+08:00\"")
            .replace("COMPLETED", "CANCELLED"));
    assertThat(balances(owner, "")).isEmpty();
    requireBalanced(owner);
    JsonNode entries = owner.get("/api/v1/ledger/entries?order=R1").json().path("entries");
    assertThat(entries.size()).isGreaterThan(6);
  }

  @Test
  void engineersShareAnAmountOverOneRelationToTheFen() {
    HttpTester owner = house("ledger of shares");
    owner.post("/api/v1/orders", order("S1", 1, "").replace("西安市", "深圳市"));
    assertThat(balances(owner, "account=MEMO_DUE"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "MEMO_DUE E1", amount("-30.00"),
                "MEMO_DUE E2", amount("-30.00"),
                "MEMO_DUE E3", amount("-30.00")));
  }

  @Test
  void cashCollectedOnSiteIsTheCollectorsDebtUntilItIsHandedIn() {
    HttpTester owner = house("ledger of cash");
    owner.post(
        "/api/v1/orders", order("K1", 1, ", \"collected\": {\"amount\": 268.00, \"by\": \"E1\"}"));
    assertThat(balances(owner, ""))
        .containsEntry("COLLECTED_CASH E1", amount("268.00"))
        .doesNotContainKey("RECEIVABLE C1");
    owner.post(
        "/api/v1/orders", order("K1", 2, ", \"collected\": {\"amount\": 200.00, \"by\": \"E2\"}"));
    assertThat(balances(owner, ""))
        .containsEntry("COLLECTED_CASH E2", amount("200.00"))
        .containsEntry("RECEIVABLE C1", amount("68.00"))
        .doesNotContainKey("COLLECTED_CASH E1");
    voucher(owner, "V1", "CASH_HANDED_IN", "E2", "200.00");
    assertThat(balances(owner, ""))
        .containsEntry("CASH", amount("200.00"))
        .doesNotContainKey("COLLECTED_CASH E2");
    requireBalanced(owner);
  }

  private static HttpTester.Answer voucher(
      HttpTester by, String number, String kind, String party, String amount) {
    return by.post(
        "/api/v1/ledger/vouchers",
        """
        {"number": "%s", "kind": "%s", "party": "%s", "amount": "%s", "happenedOn": "2026-11-21",
         "reason": "as agreed"}"""
            .formatted(number, kind, party, amount));
  }

  @Test
  void aVoucherIsPostedOnceAndTakenBackOnce() {
    HttpTester owner = house("ledger of vouchers");
    assertThat(voucher(owner, "W1", "PENALTY", "P1", "30.00").json().path("outcome").asString())
        .isEqualTo("POSTED");
    assertThat(voucher(owner, "W1", "PENALTY", "P1", "30.00").json().path("outcome").asString())
        .isEqualTo("EXISTS");
    HttpTester.Answer other = voucher(owner, "W1", "PENALTY", "P2", "31.00");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("voucher-conflict");
    assertThat(other.json().path("detail").asString()).contains("party, amount");
    assertThat(balances(owner, ""))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("PAYABLE P1", amount("30.00"), "FINE P1", amount("-30.00")));
    String reversal = "{\"number\": \"%s\", \"reason\": \"it was not his fault\"}";
    assertThat(
            owner
                .post("/api/v1/ledger/vouchers/W1/reversal", reversal.formatted("W2"))
                .json()
                .at("/voucher/amount")
                .asString())
        .isEqualTo("-30.00");
    HttpTester.Answer again =
        owner.post("/api/v1/ledger/vouchers/W1/reversal", reversal.formatted("W3"));
    assertThat(again.code()).isEqualTo("voucher-reversed");
    assertThat(owner.post("/api/v1/ledger/vouchers/W2/reversal", reversal.formatted("W4")).status())
        .isEqualTo(400);
    assertThat(owner.post("/api/v1/ledger/vouchers/W9/reversal", reversal.formatted("W4")).code())
        .isEqualTo("voucher-unknown");
    assertThat(balances(owner, "")).isEmpty();
    assertThat(owner.get("/api/v1/ledger/vouchers?party=P1").json().path("vouchers").size())
        .isEqualTo(2);
    assertThat(owner.get("/api/v1/ledger/vouchers/W1").json().path("reversedBy").asString())
        .isEqualTo("W2");
    assertThat(owner.get("/api/v1/ledger/vouchers/W2").json().path("reverses").asString())
        .isEqualTo("W1");
    assertThat(owner.get("/api/v1/ledger/vouchers/W9").code()).isEqualTo("voucher-unknown");
    requireBalanced(owner);
  }

  @Test
  void entriesAreAskedForByTheAccountAndThePartyOfOneSide() {
    HttpTester owner = house("ledger of sides");
    String postedAt =
        voucher(owner, "P1", "PAYMENT", "P1", "30.00").json().at("/voucher/postedAt").asString();
    LocalDate day = Instant.parse(postedAt).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    Map.of(
            "&account=PAYABLE&party=P1", 1,
            "&account=CASH", 1,
            "&party=P1", 1,
            "&account=CASH&party=P1", 0,
            "&account=PAYABLE&party=P2", 0)
        .forEach(
            (filter, found) ->
                assertThat(
                        owner
                            .get("/api/v1/ledger/entries?posted=" + day + filter)
                            .json()
                            .path("entries")
                            .size())
                    .as(filter)
                    .isEqualTo(found));
  }

  @Test
  void everyKindOfVoucherBalances() {
    HttpTester owner = house("ledger of kinds");
    List<String> kinds =
        Stream.of(dev.duodang.settlement.Voucher.Kind.values()).map(Enum::name).toList();
    for (String kind : kinds) {
      assertThat(voucher(owner, "K-" + kind, kind, "P1", "10.00").status()).as(kind).isEqualTo(200);
    }
    requireBalanced(owner);
  }

  @Test
  void badVouchersAreRefusedWithWhatIsAllowed() {
    HttpTester owner = house("ledger of mistakes");
    Map.of(
            "amount", voucher(owner, "B1", "REWARD", "P1", "0.005"),
            "number", voucher(owner, "B 1", "REWARD", "P1", "1.00"),
            "kind", voucher(owner, "B1", "GIFT", "P1", "1.00"),
            "party", voucher(owner, "B1", "REWARD", "", "1.00"))
        .forEach(
            (field, answer) -> {
              assertThat(answer.status()).as(answer.body()).isEqualTo(400);
              assertThat(answer.json().path("field").asString()).isEqualTo(field);
            });
    assertThat(voucher(owner, "B1", "REWARD", "P1", "-1").status()).isEqualTo(400);
    assertThat(owner.get("/api/v1/ledger/entries?after=nothing").status()).isEqualTo(400);
    // More than any account can hold together: the second is refused, whole.
    assertThat(voucher(owner, "B2", "REWARD", "P9", "92233720368547758.07").status())
        .isEqualTo(200);
    assertThat(voucher(owner, "B3", "REWARD", "P9", "92233720368547758.07").code())
        .isEqualTo("voucher-refused");
    assertThat(owner.get("/api/v1/ledger/vouchers").json().path("vouchers").size()).isEqualTo(1);
    owner.post(
        "/api/v1/ledger/vouchers/B2/reversal", "{\"number\": \"B4\", \"reason\": \"too much\"}");
    assertThat(
            owner.get("/api/v1/ledger/balances?account=WALLET").json().path("allowed").asString())
        .contains("PAYABLE");
    assertThat(balances(owner, "")).isEmpty();
  }

  @Test
  void nobodyPostsAboveHisLimitOrReadsTheBooksWithoutTheRight() {
    Tenant tenant = SERVER.makeTenant("ledger of limits");
    HttpTester finance = SERVER.signedIn(tenant, Role.FINANCE, new Scope.WholeTenant(), 100_00L);
    assertThat(voucher(finance, "L1", "REWARD", "P1", "100.01").code())
        .isEqualTo("over-your-limit");
    assertThat(voucher(finance, "L1", "REWARD", "P1", "100.00").status()).isEqualTo(200);
    for (Role role : List.of(Role.PARTNER, Role.ENGINEER, Role.FRONT_LINE)) {
      HttpTester other = SERVER.signedIn(tenant, role, new Scope.Counterparties(List.of("P1")), 0L);
      assertThat(other.get("/api/v1/ledger/balances").status()).isEqualTo(403);
      assertThat(other.get("/api/v1/ledger/journal").status()).isEqualTo(403);
      assertThat(voucher(other, "L2", "REWARD", "P1", "1.00").status()).isEqualTo(403);
    }
  }

  @Test
  void aBalanceCanBeAskedForWhenItHappenedAndWhenItWasKnown() throws InterruptedException {
    HttpTester owner = house("ledger of moments");
    voucher(owner, "M1", "REWARD", "P1", "10.00");
    String then = owner.get("/api/v1/ledger/trial-balance").json().path("known").asString();
    Thread.sleep(5);
    owner.post(
        "/api/v1/ledger/vouchers",
        """
        {"number": "M2", "kind": "REWARD", "party": "P1", "amount": "7.00",
         "happenedOn": "2026-11-10", "reason": "late"}""");
    assertThat(balances(owner, "account=PAYABLE")).containsEntry("PAYABLE P1", amount("-17.00"));
    assertThat(balances(owner, "account=PAYABLE&on=2026-11-20"))
        .containsEntry("PAYABLE P1", amount("-7.00"));
    assertThat(balances(owner, "account=PAYABLE&known=" + then))
        .containsEntry("PAYABLE P1", amount("-10.00"));
    assertThat(balances(owner, "account=PAYABLE&on=2026-11-20&known=" + then)).isEmpty();
    assertThat(balances(owner, "account=PAYABLE&known=2026-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void hledgerReadsTheJournalAndAgreesWithEveryBalance() throws Exception {
    HttpTester owner = house("ledger for hledger");
    for (String row : HomeAppliance.scenario("orders.ndjson")) {
      owner.post("/api/v1/orders", row);
    }
    voucher(owner, "J1", "PENALTY", "P1", "30.00");
    owner.post(
        "/api/v1/ledger/vouchers",
        """
        {"number": "J2", "kind": "REWARD", "party": "华东 (甲): 一;部", "amount": "12.34",
         "reason": "names; with | signs, of a journal"}""");
    HttpTester.Answer journal = owner.get("/api/v1/ledger/journal");
    Map<String, BigDecimal> own = new TreeMap<>();
    for (JsonNode one : owner.get("/api/v1/ledger/balances").json().path("balances")) {
      String account =
          Journal.account(
                  one.path("entity").asString(),
                  new Side(
                      Account.valueOf(one.path("account").asString()),
                      one.path("party").isNull() ? "" : one.path("party").asString()))
              .replaceAll("[\\[\\]]", "");
      BigDecimal balance = new BigDecimal(one.path("balance").asString());
      if (balance.signum() != 0) {
        own.put(account, balance);
      }
    }
    assertThat(hledger(journal.body())).isEqualTo(own).hasSizeGreaterThan(10);
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    String next =
        owner
            .get("/api/v1/ledger/journal?from=" + tomorrow + "&until=" + tomorrow.plusDays(1))
            .body();
    assertThat(next).startsWith(tomorrow.minusDays(1) + " * opening balances");
    assertThat(hledger(next)).isEqualTo(own);
    String today = owner.get("/api/v1/ledger/journal?from=" + tomorrow.minusDays(1)).body();
    assertThat(today).doesNotContain("opening balances").isEqualTo(journal.body());
  }

  /** The balances that hledger finds in a journal, by account. */
  private static Map<String, BigDecimal> hledger(String journal) throws Exception {
    Path file = Files.createTempFile("duodang", ".journal");
    try {
      Files.writeString(file, journal);
      ProcessBuilder command =
          new ProcessBuilder(
              "hledger", "-f", file.toString(), "balance", "--flat", "--no-total", "-O", "csv");
      command.environment().put("LC_ALL", "C.UTF-8");
      Process process = command.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      Map<String, BigDecimal> balances = new TreeMap<>();
      for (String line : output.lines().skip(1).toList()) {
        String[] fields = line.substring(1, line.length() - 1).split("\",\"", -1);
        balances.put(fields[0], new BigDecimal(fields[1].replace("CNY", "").strip()));
      }
      return balances;
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void theDatabaseRefusesToChangeOrRemoveWhatIsPosted() throws SQLException {
    HttpTester owner = house("ledger of stone");
    owner.post("/api/v1/orders", order("D1", 1, ""));
    voucher(owner, "D2", "REWARD", "P1", "1.00");
    try (Connection superuser = SharedCluster.superuser(SERVER.database());
        Statement statement = superuser.createStatement()) {
      for (String table :
          List.of("ledger_entry", "line", "settlement", "order_revision", "voucher")) {
        for (String change :
            List.of(
                "UPDATE duodang." + table + " SET tenant_id = tenant_id",
                "DELETE FROM duodang." + table,
                "TRUNCATE duodang." + table + " CASCADE")) {
          assertThatThrownBy(() -> statement.execute(change))
              .as(change)
              .hasMessageContaining("is only ever added to");
        }
      }
    }
    assertThat(balances(owner, "account=PAYABLE")).containsEntry("PAYABLE P1", amount("-101.00"));
  }

  @Test
  void theSumsByDayAreTheSumsOfTheEntries() throws SQLException {
    HttpTester owner = house("ledger added up again");
    for (String row : HomeAppliance.scenario("orders.ndjson")) {
      owner.post("/api/v1/orders", row);
    }
    try (Connection superuser = SharedCluster.superuser(SERVER.database());
        Statement statement = superuser.createStatement();
        ResultSet differing = statement.executeQuery(DIFFERENCES)) {
      assertThat(differing.next()).isFalse();
    }
  }

  /** Accounts whose sums by day are not those of their entries, over all companies. */
  private static final String DIFFERENCES =
      """
      WITH entries AS (
        SELECT tenant_id, entity, debit AS account, debit_party AS party, currency, happened_on,
               amount_minor AS debit, 0 AS credit FROM duodang.ledger_entry
        UNION ALL
        SELECT tenant_id, entity, credit, credit_party, currency, happened_on, 0, amount_minor
        FROM duodang.ledger_entry),
      added AS (SELECT tenant_id, entity, account, party, currency, happened_on, sum(debit) AS debit,
                       sum(credit) AS credit FROM entries GROUP BY 1, 2, 3, 4, 5, 6),
      kept AS (SELECT tenant_id, entity, account, party, currency, happened_on,
                      sum(debit_minor) AS debit, sum(credit_minor) AS credit
               FROM duodang.account_day GROUP BY 1, 2, 3, 4, 5, 6)
      (SELECT * FROM added EXCEPT SELECT * FROM kept)
      UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM added)
      """;
}
