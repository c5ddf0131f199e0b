package dev.duodang.identity;

import dev.duodang.http.ProblemResponses;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who makes a request, by a key or by the cookie of a session.
 *
 * <p>A machine may send thousands of requests a second, so a key that was found is remembered for
 * five seconds; that is how long a revoked key may still work.
 */
final class ActorFilter extends OncePerRequestFilter {

  static final String BEARER = "Bearer ";

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 1_000;

  private record Known(Actor actor, Instant until) {}

  private final Identities identities;
  private final ProblemResponses problems;
  private final Clock clock;
  private final Map<String, Known> keys = new ConcurrentHashMap<>();

  ActorFilter(Identities identities, ProblemResponses problems, Clock clock) {
    this.identities = identities;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getRequestURI().startsWith("/api/")) {
      chain.doFilter(request, response);
      return;
    }
    try {
      String key = bearer(request);
      Optional<Actor> actor =
          key == null ? SessionCookie.read(request).flatMap(identities::withSession) : ofKey(key);
      if (key != null && actor.isEmpty()) {
        problems.write(response, Problem.of(ProblemCode.API_KEY_UNKNOWN));
        return;
      }
      actor.ifPresent(ActorFilter::enter);
    } catch (TransactionException | DataAccessException e) {
      logger.warn("The database does not answer: " + e.getMessage());
      response.setHeader(HttpHeaders.RETRY_AFTER, "2");
      problems.write(
          response, Problem.of(ProblemCode.UNAVAILABLE, "the database does not answer."));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
  }

  private Optional<Actor> ofKey(String key) {
    String hash = Tokens.hash(key);
    Known known = keys.get(hash);
    if (known != null && known.until().isAfter(clock.instant())) {
      return Optional.of(known.actor());
    }
    Optional<Actor> found = identities.withKey(key);
    if (keys.size() >= MOST_REMEMBERED) {
      keys.clear();
    }
    found.ifPresentOrElse(
        actor -> keys.put(hash, new Known(actor, clock.instant().plus(REMEMBERED))),
        () -> keys.remove(hash));
    return found;
  }

  private static void enter(Actor actor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
