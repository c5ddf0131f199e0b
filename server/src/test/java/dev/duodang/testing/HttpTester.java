package dev.duodang.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with the server as a browser or a machine does. */
public final class HttpTester {

  private static final JsonMapper JSON = new JsonMapper();

  private final String url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String key;

  HttpTester(String url) {
    this(url, "");
  }

  private HttpTester(String url, String key) {
    this.url = url;
    this.key = key;
  }

  /** A client of a server that is not one of the tests' own. */
  public static HttpTester at(String url) {
    return new HttpTester(url);
  }

  public HttpTester withKey(String apiKey) {
    return new HttpTester(url, apiKey);
  }

  /** An answer, its body as text. */
  public record Answer(int status, Map<String, java.util.List<String>> headers, String body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The code of a problem. */
    public String code() {
      return json().path("code").asString();
    }

    public String header(String name) {
      return headers.getOrDefault(name, java.util.List.of("")).getFirst();
    }
  }

  public Answer signIn(String username, String password) {
    return post(
        "/api/v1/session",
        JSON.writeValueAsString(Map.of("username", username, "password", password)));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends a JSON text. */
  public Answer post(String path, String json) {
    return post(path, "application/json", json);
  }

  public Answer post(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Any request to an address. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    String token = cookie("XSRF-TOKEN");
    if (!token.isEmpty()) {
      request.header("X-XSRF-TOKEN", token);
    }
    return request;
  }

  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
