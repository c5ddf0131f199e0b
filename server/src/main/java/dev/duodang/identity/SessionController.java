package dev.duodang.identity;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

  private final Identities identities;
  private final SignInLimiter limiter;

  SessionController(Identities identities, SignInLimiter limiter) {
    this.identities = identities;
    this.limiter = limiter;
  }

  /** What somebody signs in with. */
  record SignIn(@Nullable String username, @Nullable String password) {}

  @Operation(operationId = "signIn", summary = "Opens a session")
  @PostMapping
  @OpenTo(OpenTo.Whom.EVERYBODY)
  ResponseEntity<SessionView> signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
    String username = required("username", signIn.username()).strip().toLowerCase(Locale.ROOT);
    String password = required("password", signIn.password());
    String[] keys = {"name " + username, "address " + request.getRemoteAddr()};
    limiter.admit(keys);
    Actor actor =
        identities
            .withPassword(username, password)
            .orElseThrow(
                () -> {
                  limiter.failed(keys);
                  return Problem.of(ProblemCode.SIGN_IN_FAILED).toException();
                });
    limiter.succeeded(keys);
    String token = identities.openSession(actor);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request.isSecure()).toString())
        .body(view(actor));
  }

  @Operation(operationId = "getSession", summary = "Who is signed in")
  @GetMapping
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  SessionView session(Actor actor) {
    return view(actor);
  }

  @Operation(operationId = "signOut", summary = "Ends the session")
  @DeleteMapping
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  ResponseEntity<Void> signOut(Actor actor, HttpServletRequest request) {
    SessionCookie.read(request).ifPresent(token -> identities.closeSession(actor, token));
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request.isSecure()).toString())
        .build();
  }

  private SessionView view(Actor actor) {
    return SessionView.of(actor, identities.tenant(actor.tenant()));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Problem.of(ProblemCode.MISSING_FIELD, field).field(field).toException();
    }
    return value;
  }
}
