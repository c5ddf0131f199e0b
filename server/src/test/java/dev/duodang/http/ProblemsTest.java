package dev.duodang.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong is answered by a problem. */
final class ProblemsTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("problems");
  private static final HttpTester OWNER = SERVER.owner(TENANT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/v1/nothing         |                  |                         | 404 | not-found
          GET    | /nothing.js             |                  |                         | 404 | not-found
          PUT    | /api/v1/session         | application/json | {}                      | 405 | method-not-allowed
          POST   | /api/v1/session         | text/plain       | x                       | 415 | media-type-unsupported
          POST   | /api/v1/session         | application/json | {"username":            | 400 | malformed-json
          POST   | /api/v1/session         | application/json | []                      | 400 | malformed-json
          POST   | /api/v1/session         | application/json | {"user":"x"}            | 400 | unknown-field
          POST   | /api/v1/session         | application/json | {"username":{"a":1}}    | 400 | invalid-field
          POST   | /api/v1/session         | application/json | {"username":"x"}        | 400 | missing-field
          """)
  void aBadRequestSaysWhatIsWrong(
      String method, String path, String type, String body, int status, String code) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request = OWNER.request(path).method(method, publisher);
    HttpTester.Answer answer =
        OWNER.send(type == null ? request : request.header("Content-Type", type));
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asString())
        .isEqualTo("https://duodang.dev/problems/" + code);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("dev.duodang.");
  }

  @Test
  void anUnknownFieldIsNamedWithThoseAllowed() {
    HttpTester.Answer answer = SERVER.stranger().post("/api/v1/session", "{\n \"user\": \"x\"}");
    assertThat(answer.json().path("field").asString()).isEqualTo("user");
    assertThat(answer.json().path("allowed").asString()).isEqualTo("password, username");
    assertThat(answer.json().path("at").asString()).startsWith("line 2");
  }

  @Test
  void aTypeThatCannotBeProducedIsRefused() {
    HttpTester.Answer answer =
        OWNER.send(OWNER.request("/api/v1/session").header("Accept", "image/png"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.code()).isEqualTo("not-acceptable");
  }

  @Test
  void aBodyAboveTheLimitIsRefused() {
    HttpTester.Answer answer = OWNER.post("/api/v1/session", " ".repeat((4 << 20) + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body-too-large");
  }

  @Test
  void aRequestThatIsNotHttpIsAnsweredWithoutAStackTrace() throws IOException {
    URI address = URI.create(SERVER.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/[x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-request");
      assertThat(answer).doesNotContain("Exception").doesNotContain("org.apache");
    }
  }

  @Test
  void healthAndMetricsAnswer() {
    assertThat(SERVER.stranger().get("/actuator/health").json().path("status").asString())
        .isEqualTo("UP");
    assertThat(SERVER.stranger().get("/actuator/prometheus").body()).contains("jvm_memory");
    assertThat(SERVER.stranger().get("/actuator/env").status()).isEqualTo(404);
  }
}
