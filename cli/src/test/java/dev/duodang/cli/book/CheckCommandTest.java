package dev.duodang.cli.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

  private static final String HEAD =
      """
      book: sample
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item, required: true}}
      """;

  private static final String CONFLICT =
      HEAD
          + """
          tiers:
            - {tier: a, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 1}}
            - {tier: b, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 2}}
          """;

  private static final String GAP =
      HEAD
          + """
          tiers:
            - {tier: a, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 1}}
          covers: [{service: [维修, 安装]}]
          """;

  @TempDir Path folder;

  private Path book(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theTemplatesAreClean() {
    Run run = Run.of("check", Run.checkout("templates/home-appliance/books"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines())
        .hasSize(5)
        .anyMatch(line -> line.endsWith("home-service.yaml: 13 个档位，0 个错误，0 个警告"));
  }

  @Test
  void theExamplesAreClean() {
    for (String example : List.of("published-fees", "nyc-taxi", "addresses")) {
      Run run = Run.of("check", Run.checkout("examples/" + example + "/book.yaml"));
      assertThat(run.out()).endsWith("0 个错误，0 个警告\n");
      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void aConflictIsToldWithAnOrderThatShowsIt() throws IOException {
    Run run = Run.of("check", book("book.yaml", CONFLICT), "--language", "en");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(run.out())
        .contains("book.yaml: 2 tiers, 1 errors, 0 warnings")
        .contains("error [conflict] \"a\" and \"b\" may both apply")
        .contains("for example: 北京市/北京市/东城区 · 维修 · completed 2026-01-01 14:00");
  }

  @Test
  void theExampleOfTheJsonIsAnOrderThatExplainTakes() throws IOException {
    Path file = book("book.yaml", CONFLICT);
    JsonNode document = new JsonMapper().readTree(Run.of("check", file, "--json").out());
    JsonNode finding = document.at("/books/0/findings/0");
    assertThat(finding.path("kind").asString()).isEqualTo("CONFLICT");
    assertThat(finding.path("tiers")).hasToString("[\"a\",\"b\"]");
    assertThat(document.at("/books/0/conflicts").toString())
        .isEqualTo("{\"number\":1,\"exact\":true}");

    Path order = book("order.json", finding.at("/example/order").toString());
    assertThat(Run.of("explain", "--book", file, order).out()).contains("与其他档位无法区分");
  }

  @Test
  void aGapIsAnErrorUntilItIsAcceptedByItsId() throws IOException {
    Path file = book("book.yaml", GAP);
    Run open = Run.of("check", file);
    assertThat(open.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(open.out()).contains("错误 [空档] 人工没有档位适用于这些工单：服务项目属于安装").contains("例如：");
    String id = open.out().substring(open.out().indexOf("--accept ") + 9).strip();

    Run accepted = Run.of("check", file, "--accept", id);
    assertThat(accepted.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(accepted.out()).contains("0 个错误").contains("已接受 [空档]");
  }

  @Test
  void aMistakeInTheTextIsToldByLineColumnAndWhatIsAllowed() throws IOException {
    Run run =
        Run.of(
            "check",
            book(
                "book.yaml",
                CONFLICT.replace(
                    "{service: 维修}, charge: {flat: 2}", "{servise: 维修}, charge: {flat: 2}")));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(run.out()).contains("line 9, column").contains("\"servise\"").contains("allowed: ");
  }

  @Test
  void whatCannotBeReadOrUnderstoodIsNoFinding() throws IOException {
    Path gbk = Files.write(folder.resolve("gbk.yaml"), GAP.getBytes(Charset.forName("GBK")));
    assertThat(Run.of("check", gbk).exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(Run.of("check", gbk).err()).contains("is not UTF-8 text");
    assertThat(Run.of("check", folder.resolve("none.yaml")).exitCode())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(Run.of("check").exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(Run.of("check", gbk, "--language", "fr").err()).contains("\"fr\" is not zh or en");
  }
}
