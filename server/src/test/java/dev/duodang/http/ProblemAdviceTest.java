package dev.duodang.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.problem.Problem;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the server's own failures look like from outside. */
final class ProblemAdviceTest {

  private final ProblemAdvice advice = new ProblemAdvice();
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/x");

  @Test
  void anUnexpectedFailureTellsAReferenceAndNothingElse() {
    Problem problem = body(advice.problem(new IllegalStateException("secret"), request));
    assertThat(problem.code()).isEqualTo("internal");
    assertThat(problem.detail()).matches(".* this as [0-9a-f-]{36}\\.").doesNotContain("secret");
  }

  @Test
  void aDatabaseThatDoesNotAnswerMeansTryAgain() {
    ResponseEntity<Problem> answer =
        advice.problem(new CannotCreateTransactionException("connection refused"), request);
    assertThat(body(answer).code()).isEqualTo("unavailable");
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
  }

  @Test
  void aDatabaseThatIsCutOffOrFullMeansTryAgainWhateverTheFrameworkCallsIt() {
    for (String state : new String[] {"08006", "53100", "57P01", "58030", null}) {
      Problem problem = body(advice.problem(failed(state), request));
      assertThat(problem.code()).as(state).isEqualTo("unavailable");
    }
    for (String state : new String[] {"23505", "42P01", "22001"}) {
      Problem problem = body(advice.problem(failed(state), request));
      assertThat(problem.code()).as(state).isEqualTo("internal");
    }
  }

  private static Exception failed(String state) {
    return new DataRetrievalFailureException("a read failed", new SQLException("no", state));
  }

  private static Problem body(ResponseEntity<Problem> answer) {
    return Objects.requireNonNull(answer.getBody());
  }
}
