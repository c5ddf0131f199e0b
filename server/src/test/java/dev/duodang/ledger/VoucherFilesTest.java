package dev.duodang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a voucher is proven by stays with it, as it was given. */
final class VoucherFilesTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("files of vouchers");
  private static final HttpTester OWNER = SERVER.owner(TENANT);
  private static final String FILES = "/api/v1/ledger/vouchers/F1/files";
  private static final String MINUTES = "谈话记录：客户确认了事情经过。\n";

  @BeforeAll
  static void voucher() {
    HttpTester.Answer posted =
        OWNER.post(
            "/api/v1/ledger/vouchers",
            """
            {"number":"F1","kind":"PENALTY","party":"P1","amount":"30.00",
             "happenedOn":"2026-11-20","reason":"late"}""");
    assertThat(posted.status()).as(posted.body()).isEqualTo(200);
  }

  private static HttpTester.Answer add(HttpTester who, String name, String type, String content) {
    return who.post(
        FILES + "?name=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8), type, content);
  }

  @Test
  void aFileComesBackAsItWasGivenAndIsKeptOnce() {
    JsonNode first = add(OWNER, "谈话 记录.txt", "text/plain", MINUTES).json();
    JsonNode again = add(OWNER, "copy.txt", "text/plain", MINUTES).json();
    assertThat(again).isEqualTo(first);
    assertThat(first.path("bytes").asInt())
        .isEqualTo(MINUTES.getBytes(StandardCharsets.UTF_8).length);
    HttpTester.Answer got = OWNER.get(FILES + "/" + first.path("id").asString());
    assertThat(got.body()).isEqualTo(MINUTES);
    assertThat(got.header("content-type")).isEqualTo("text/plain");
    assertThat(got.header("content-disposition"))
        .startsWith("attachment; ")
        .contains("%E8%B0%88%E8%AF%9D%20%E8%AE%B0%E5%BD%95.txt");
    assertThat(got.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(OWNER.get(FILES).json().valueStream().map(file -> file.path("name").asString()))
        .contains("谈话 记录.txt")
        .doesNotContain("copy.txt");
  }

  @Test
  void whatIsNoProofIsRefusedWithWhatIsAllowed() {
    HttpTester.Answer type = add(OWNER, "page.html", "text/html", "<script>");
    assertThat(type.status()).isEqualTo(415);
    assertThat(type.json().path("allowed").asString()).contains("application/pdf");
    HttpTester.Answer name = add(OWNER, " ", "text/plain", "x");
    assertThat(name.status()).isEqualTo(400);
    assertThat(name.json().path("field").asString()).isEqualTo("name");
    assertThat(add(OWNER, "large.txt", "text/plain", "x".repeat((16 << 20) + 1)).code())
        .isEqualTo("body-too-large");
    assertThat(OWNER.post("/api/v1/ledger/vouchers/F9/files?name=a.txt", "text/plain", "x").code())
        .isEqualTo("voucher-unknown");
    assertThat(OWNER.get(FILES + "/" + "0".repeat(64)).status()).isEqualTo(404);
  }

  @Test
  void onlyWhoSeesTheBooksSeesTheFilesAndOnlyWhoPostsAdds() {
    String id = add(OWNER, "seen.txt", "text/plain", "seen").json().path("id").asString();
    HttpTester engineer = SERVER.signedIn(TENANT, Role.ENGINEER, new Scope.Self("E1"), 0L);
    assertThat(engineer.get(FILES).status()).isEqualTo(403);
    assertThat(engineer.get(FILES + "/" + id).status()).isEqualTo(403);
    assertThat(add(engineer, "own.txt", "text/plain", "x").status()).isEqualTo(403);
    HttpTester other = SERVER.owner(SERVER.makeTenant("other files"));
    assertThat(other.get(FILES + "/" + id).code()).isEqualTo("voucher-unknown");
  }
}
