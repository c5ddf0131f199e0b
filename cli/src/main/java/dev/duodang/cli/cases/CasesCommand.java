package dev.duodang.cli.cases;

import dev.duodang.cli.ExitCode;
import dev.duodang.pricing.money.Exact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code duodang cases FILE}: runs reference cases and prints each difference. */
@Command(
    name = "cases",
    description = "Runs reference cases of tiered pricing and prints each difference.",
    mixinStandardHelpOptions = true)
public final class CasesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A JSON array of cases.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  private int passed;
  private int failed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    JsonNode cases = read();
    for (JsonNode json : cases) {
      run(new Case(json), out);
    }
    out.println(passed + " passed, " + failed + " failed");
    return failed == 0 ? ExitCode.OK : ExitCode.FOUND_SOMETHING;
  }

  private JsonNode read() throws IOException {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
      JsonNode cases = root.isArray() ? root : root.path("cases");
      if (!cases.isArray()) {
        throw new IOException(file + " has no array of cases");
      }
      return cases;
    } catch (JacksonException malformed) {
      throw new IOException(file + " is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private void run(Case source, PrintWriter out) {
    try {
      Exact expected = source.expected();
      Exact actual = CaseRunner.amount(source);
      if (actual.equals(expected)) {
        passed++;
      } else {
        failed++;
        out.println(source.id() + ": expected " + expected + ", got " + actual);
      }
    } catch (CaseException | IllegalArgumentException | ArithmeticException unreadable) {
      failed++;
      out.println(source.id() + ": " + unreadable.getMessage());
    }
  }
}
