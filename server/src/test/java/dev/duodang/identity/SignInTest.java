package dev.duodang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of people, keys of machines. */
final class SignInTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("sign-in");

  @Test
  void aPersonSignsInSeesHimselfAndSignsOut() {
    HttpTester manager =
        SERVER.signedIn(
            TENANT, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), 200_000L);
    HttpTester.Answer session = manager.get("/api/v1/session");
    assertThat(session.status()).isEqualTo(200);
    assertThat(session.json().at("/tenant/name").asString()).isEqualTo("sign-in");
    assertThat(session.json().at("/scope/regions/0").asString()).isEqualTo("310000");
    assertThat(session.json().at("/quoteLimit").asString()).isEqualTo("2000.00");
    assertThat(session.json().at("/permissions").toString()).contains("HOLD_DECIDE");
    assertThat(manager.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(manager.get("/api/v1/session").code()).isEqualTo("not-signed-in");
  }

  @Test
  void theCookieIsKeptFromScriptsAndOtherSites() {
    HttpTester owner = SERVER.owner(TENANT);
    assertThat(owner.cookie("DUODANG_SESSION")).hasSizeGreaterThan(40);
    Identities identities = SERVER.bean(Identities.class);
    identities.makePerson(
        TENANT.id(),
        new Person("cookie@x", "c", Role.OWNER, new Scope.WholeTenant(), null, ""),
        TestServer.PASSWORD);
    String header =
        SERVER
            .stranger()
            .signIn("COOKIE@x ", TestServer.PASSWORD)
            .headers()
            .get("set-cookie")
            .stream()
            .filter(cookie -> cookie.startsWith("DUODANG_SESSION"))
            .findFirst()
            .orElseThrow();
    assertThat(header).contains("HttpOnly").contains("SameSite=Strict");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    Identities identities = SERVER.bean(Identities.class);
    identities.makePerson(
        TENANT.id(),
        new Person("wrong@x", "w", Role.OWNER, new Scope.WholeTenant(), null, ""),
        TestServer.PASSWORD);
    HttpTester.Answer wrong = SERVER.stranger().signIn("wrong@x", "guess");
    HttpTester.Answer unknown = SERVER.stranger().signIn("nobody@x", "guess");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("sign-in-failed");
    assertThat(wrong.body()).isEqualTo(unknown.body());
    SERVER.owner(TENANT);
  }

  @Test
  void guessingIsSlowedDown() {
    SignInLimiter limiter = SERVER.bean(SignInLimiter.class);
    HttpTester stranger = SERVER.stranger();
    for (int i = 0; i < 5; i++) {
      stranger.signIn("guessed@x", "guess" + i);
    }
    HttpTester.Answer refused = stranger.signIn("guessed@x", "guess");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too-many-sign-ins");
    limiter.succeeded("address 127.0.0.1");
  }

  @Test
  void aBrowserMustRepeatTheTokenOfItsCookie() {
    HttpTester owner = SERVER.owner(TENANT);
    HttpTester.Answer refused =
        owner.send(HttpRequest.newBuilder(owner.request("/api/v1/session").build().uri()).DELETE());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("csrf-token-missing");
  }

  @Test
  void theTokenStaysTheSameWhileOtherAnswersComeIn() {
    HttpTester owner = SERVER.owner(TENANT);
    owner.get("/api/v1/session");
    String token = owner.cookie("XSRF-TOKEN");
    assertThat(token).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(owner.get("/api/v1/session").headers()).doesNotContainKey("set-cookie");
    }
    assertThat(owner.cookie("XSRF-TOKEN")).isEqualTo(token);
    assertThat(owner.delete("/api/v1/session").status()).isEqualTo(204);
  }

  @Test
  void aMachineShowsItsKeyAndNeedsNoToken() {
    HttpTester machine = SERVER.machine(TENANT);
    assertThat(machine.get("/api/v1/session").json().at("/user/role").asString())
        .isEqualTo("INTEGRATOR");
    assertThat(machine.get("/api/v1/people").code()).isEqualTo("forbidden");
    HttpTester.Answer unknown =
        SERVER
            .stranger()
            .send(
                SERVER
                    .stranger()
                    .request("/api/v1/session")
                    .header("Authorization", "Bearer dd_x"));
    assertThat(unknown.code()).isEqualTo("api-key-unknown");
  }

  @Test
  void aPersonSeesThePeopleOfHisScopeOnly() {
    Tenant tenant = SERVER.makeTenant("people");
    SERVER.owner(tenant);
    HttpTester east =
        SERVER.signedIn(tenant, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), 0L);
    SERVER.signedIn(tenant, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310100")), 0L);
    SERVER.signedIn(tenant, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("440000")), 0L);
    assertThat(east.get("/api/v1/people").json()).hasSize(2);
    assertThat(SERVER.owner(tenant).get("/api/v1/people").json()).hasSize(5);
  }

  @Test
  void anOwnerMakesAKeyThatWorksUntilItIsRevoked() {
    Tenant tenant = SERVER.makeTenant("keys");
    HttpTester owner = SERVER.owner(tenant);
    HttpTester.Answer made = owner.post("/api/v1/keys", "{\"name\": \"scrm\"}");
    assertThat(made.status()).isEqualTo(201);
    String secret = made.json().at("/key").asString();
    assertThat(SERVER.stranger().withKey(secret).get("/api/v1/orders").status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/keys").json().at("/0/name").asString()).isEqualTo("scrm");
    assertThat(owner.get("/api/v1/keys").body()).doesNotContain(secret);
    String address = "/api/v1/keys/" + made.json().at("/id").asString();
    assertThat(SERVER.owner(SERVER.makeTenant("other keys")).delete(address).status())
        .isEqualTo(404);
    assertThat(owner.delete(address).status()).isEqualTo(204);
    assertThat(owner.delete(address).status()).isEqualTo(404);
    assertThat(SERVER.bean(Identities.class).withKey(secret)).isEmpty();
    assertThat(owner.post("/api/v1/keys", "{\"name\": \" \"}").code()).isEqualTo("invalid-field");
    assertThat(SERVER.stranger().withKey("dd_x").get("/api/v1/keys").code())
        .isEqualTo("api-key-unknown");
    HttpTester manager = SERVER.signedIn(tenant, Role.FINANCE, new Scope.WholeTenant(), 1L);
    assertThat(manager.get("/api/v1/keys").code()).isEqualTo("forbidden");
  }
}
