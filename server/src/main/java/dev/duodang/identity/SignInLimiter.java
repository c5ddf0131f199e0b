package dev.duodang.identity;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five failures a name or an address waits, one minute at first, twice
 * as long with each further failure, an hour at most.
 */
@Component
class SignInLimiter {

  private static final int FREE_FAILURES = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Failures(int count, Instant openAgain) {}

  SignInLimiter(Clock clock) {
    this.clock = clock;
  }

  /** Refuses while a name or an address waits. */
  synchronized void admit(String... keys) {
    for (String key : keys) {
      Failures known = failures.get(key);
      if (known != null && known.openAgain().isAfter(clock.instant())) {
        long seconds = Duration.between(clock.instant(), known.openAgain()).toSeconds() + 1;
        throw Problem.of(ProblemCode.TOO_MANY_SIGN_INS, seconds).toException();
      }
    }
  }

  synchronized void failed(String... keys) {
    for (String key : keys) {
      Failures known = failures.get(key);
      int count = known == null ? 1 : known.count() + 1;
      failures.put(key, new Failures(count, clock.instant().plus(wait(count))));
    }
  }

  synchronized void succeeded(String... keys) {
    for (String key : keys) {
      failures.remove(key);
    }
  }

  private static Duration wait(int count) {
    int beyond = count - FREE_FAILURES;
    return beyond < 0
        ? Duration.ZERO
        : FIRST_WAIT.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
  }
}
