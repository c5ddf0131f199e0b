package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies that no server should choke on: each gets a clear answer and nothing is half done. */
final class BadOrdersTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("bad orders");
  private static final HttpTester OWNER = SERVER.owner(TENANT);
  private static final long LARGE = 200L << 20;

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  @AfterEach
  void nothingIsHalfDone() {
    assertThat(OWNER.get("/api/v1/orders").json().path("items")).isEmpty();
  }

  private static HttpTester.Answer refused(HttpTester.Answer answer) {
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\\tat ");
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orderNo\":\"X\",",
        "",
        "nonsense",
        "{\"orderNo\":\"X\"} behind",
        "{\"orderNo\":\"X\\u0000Y\",\"status\":\"OPEN\"}",
        "{\"orderNo\":\"X\",\"status\":\"OPEN\",\"address\":\"\\ud800\"}",
        "{\"orderNo\":\"X\",\"status\":\"OPEN\",\"service\":\"安装\",\"quantity\":1e30}",
        "{\"orderNo\":\"X\",\"status\":\"OPEN\",\"service\":\"安装\",\"quantity\":\"-1\"}",
        "{\"orderNo\":\"X\",\"status\":\"OPEN\",\"service\":\"安装\",\"region\":\"999999\"}",
        "{\"orderNo\":\"X\",\"status\":\"OPEN\",\"createdAt\":\"9999-01-01T00:00:00Z\"}",
        "{\"orderNo\":\"X\",\"orderNo\":\"Y\",\"status\":\"OPEN\"}"
      })
  void anOrderThatCannotBeTakenIsRefusedWithWhatIsWrong(String body) {
    HttpTester.Answer answer = refused(OWNER.post("/api/v1/orders", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).isNotEmpty();
  }

  @Test
  void deepNestingIsRefusedWhereverItStands() {
    String deep = "[".repeat(100_000);
    assertThat(refused(OWNER.post("/api/v1/orders", "{\"attributes\":" + deep)).status())
        .isEqualTo(400);
    assertThat(refused(OWNER.post("/api/v1/price-check", "{\"facts\":" + deep)).code())
        .isEqualTo("invalid-field");
    assertThat(OWNER.post("/api/v1/books/check", "{\"book\":" + deep).json().path("problems"))
        .isNotEmpty();
  }

  @Test
  void aBrokenBookIsToldLineByLine() {
    HttpTester.Answer answer =
        OWNER.post("/api/v1/books/check", "application/yaml", "book: x\nrelation: [\n\ttiers: 5\n");
    JsonNode first = answer.json().at("/problems/0");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(first.path("line").asInt()).isPositive();
    assertThat(first.path("message").asString()).isNotEmpty().doesNotContain("Exception");
  }

  @Test
  void anotherContentTypeIsRefusedWithThoseAllowed() {
    HttpTester.Answer answer = refused(OWNER.post("/api/v1/orders", "text/csv", "a,b"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("allowed").asString()).contains("application/json");
  }

  @Test
  void anArrayOf200MegabytesIsRefusedWithItsLimitWhetherItSaysItsLengthOrNot() {
    Flow.Publisher<java.nio.ByteBuffer> blanks =
        HttpRequest.BodyPublishers.ofInputStream(BadOrdersTest::array);
    for (HttpRequest.BodyPublisher body :
        new HttpRequest.BodyPublisher[] {
          HttpRequest.BodyPublishers.ofInputStream(BadOrdersTest::array),
          HttpRequest.BodyPublishers.fromPublisher(blanks, LARGE)
        }) {
      HttpTester.Answer answer =
          refused(
              OWNER.send(
                  OWNER
                      .request("/api/v1/orders")
                      .header("Content-Type", "application/json")
                      .POST(body)));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("body-too-large");
      assertThat(answer.json().path("allowed").asString()).contains("33554432");
    }
  }

  /** An array that is never closed. */
  private static InputStream array() {
    return new InputStream() {
      private long left = LARGE;

      @Override
      public int read() {
        return left-- > 0 ? '[' : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(left, length);
        java.util.Arrays.fill(target, offset, offset + count, (byte) (left == LARGE ? '[' : ' '));
        left -= count;
        return count;
      }
    };
  }
}
