package dev.duodang.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What keeps a book from being published. */
final class PublishingTest {

  private static final Finding CONFLICT = finding("c1", "CONFLICT", Finding.Severity.ERROR);
  private static final Finding GAP = finding("g1", "GAP", Finding.Severity.ERROR);
  private static final Finding UNREACHABLE = finding("u1", "UNREACHABLE", Finding.Severity.WARNING);

  private static Finding finding(String id, String kind, Finding.Severity severity) {
    return new Finding(
        id, kind, severity, kind.equals("GAP"), "found " + id, List.of("standard"), null, null);
  }

  private static Problem refusal(List<Finding> findings, List<String> accepted) {
    return catchThrowableOfType(
            ProblemException.class, () -> Publishing.requireNothingOpen(findings, accepted))
        .problem();
  }

  @Test
  void aConflictIsNeverAccepted() {
    assertThat(refusal(List.of(CONFLICT), List.of("c1")).code()).isEqualTo("book-refused");
  }

  @Test
  void aGapIsAcceptedByItsIdAlone() {
    assertThat(refusal(List.of(GAP), List.of("g2")).detail()).contains("found g1");
    assertThatCode(() -> Publishing.requireNothingOpen(List.of(GAP), List.of("g1")))
        .doesNotThrowAnyException();
  }

  @Test
  void aTierThatNeverWinsIsSaidAndAllowed() {
    assertThatCode(() -> Publishing.requireNothingOpen(List.of(UNREACHABLE), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void theRefusalCarriesAllFindings() {
    Problem problem = refusal(List.of(CONFLICT, GAP, UNREACHABLE), List.of());
    JsonNode document = new JsonMapper().readTree(new JsonMapper().writeValueAsString(problem));
    assertThat(document.path("status").asInt()).isEqualTo(409);
    assertThat(document.path("findings")).hasSize(3);
    assertThat(document.at("/findings/1/id").asString()).isEqualTo("g1");
    assertThat(document.has("more")).isFalse();
  }
}
