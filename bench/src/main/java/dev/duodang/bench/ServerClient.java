package dev.duodang.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks HTTP with a server, as its first owner or as another system. */
public final class ServerClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
  private volatile String url = "";
  private volatile String csrfToken = "";
  private volatile String key = "";

  /** Signs the first owner in at a server, whose data folder has the password. */
  public void enter(String server, Path data) throws IOException, InterruptedException {
    url = server;
    String password = Files.readString(data.resolve("secrets/first-owner.password")).strip();
    ObjectNode signIn = JSON.createObjectNode().put("username", "owner").put("password", password);
    post("/api/v1/session", signIn.toString());
    get("/api/v1/session");
    csrfToken =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow(() -> new IOException(url + " gave no XSRF-TOKEN"));
  }

  /** Another system, with a key that this owner makes for it. */
  public ServerClient machine(String name) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("name", name);
    HttpResponse<String> made = post("/api/v1/keys", body.toString());
    if (made.statusCode() != 201) {
      throw new IOException("there is no key: " + made.body());
    }
    ServerClient machine = new ServerClient();
    machine.url = url;
    machine.key = JSON.readTree(made.body()).path("key").asString();
    return machine;
  }

  /** Publishes the first version of a book. */
  public void publish(String book, String source) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("source", source);
    HttpResponse<String> answer = post("/api/v1/books/" + book + "/versions", body.toString());
    if (answer.statusCode() != 201) {
      throw new IOException("book " + book + " is refused: " + answer.body());
    }
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** A stream of lines that lasts until it is closed. */
  public Stream<String> lines(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).GET().build();
    return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
  }

  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** A request that is done once however often it is sent under this key. */
  public HttpResponse<String> post(String path, String json, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(90));
    if (!key.isEmpty()) {
      return request.header("Authorization", "Bearer " + key);
    }
    return csrfToken.isEmpty() ? request : request.header("X-XSRF-TOKEN", csrfToken);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
