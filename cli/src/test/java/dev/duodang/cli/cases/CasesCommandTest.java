package dev.duodang.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesCommandTest {

  @TempDir Path folder;

  @Test
  void everyPublishedCaseGivesWhatItsSourceStates() {
    Run run = Run.of("cases", Run.checkout("examples/reference-cases/published.json"));
    assertThat(run.out()).isEqualToIgnoringNewLines("285 passed, 0 failed");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aDifferenceIsShownWithBothAmounts() throws IOException {
    Run run =
        cases(
            """
            [{"id":"half","model":"per_unit","currency":"CNY","params":{"unit_amount":"2.5"},
              "input":{"quantity":"3"},"expected":"7.51"}]
            """);
    assertThat(run.out()).contains("half: expected 7.51, got 7.5").contains("0 passed, 1 failed");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
  }

  @Test
  void whatACaseSaysAndNobodyKnowsIsRefusedByName() throws IOException {
    assertThat(one("\"model\":\"dynamic\"").out()).contains("model \"dynamic\" is not known");
    assertThat(
            one("\"model\":\"flat\",\"params\":{\"flat_amount\":\"1\",\"colour\":\"red\"}").out())
        .contains("params has \"colour\", which is not known");
    assertThat(one("\"model\":\"per_unit\",\"params\":{\"unit_amount\":2.5}").out())
        .contains("\"unit_amount\" must be decimal text");
    assertThat(one("\"model\":\"per_unit\"").out()).contains("params needs \"unit_amount\"");
  }

  @Test
  void aQuantityBeyondAClosedLastTierHasNoPrice() throws IOException {
    Run run =
        one(
            "\"model\":\"graduated\",\"tiers\":[{\"up_to\":\"10\",\"unit_amount\":\"1\","
                + "\"flat_amount\":\"0\"}],\"input\":{\"quantity\":\"11\"}");
    assertThat(run.out()).contains("no price for quantity 11 beyond the last tier");
  }

  @Test
  void aFileThatIsNoListOfCasesSaysSo() throws IOException {
    assertThat(cases("{\"x\":1}").err()).contains("has no array of cases");
    assertThat(cases("[{]").err()).contains("is not JSON");
    assertThat(Run.of("cases", folder.resolve("none.json")).err()).contains("does not exist");
    assertThat(Run.of("cases", folder.resolve("none.json")).exitCode())
        .isEqualTo(ExitCode.UNUSABLE);
  }

  private Run one(String fields) throws IOException {
    return cases("[{\"id\":\"one\"," + fields + ",\"expected\":\"1\"}]");
  }

  private Run cases(String json) throws IOException {
    return Run.of("cases", Files.writeString(folder.resolve("cases.json"), json));
  }
}
