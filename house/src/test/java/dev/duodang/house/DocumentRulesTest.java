package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** READMEs, decision records, links, versions and the ladder of modules. */
class DocumentRulesTest extends RuleTest {

  private static final String RECORD =
      """
      # 1. Record decisions

      Date: 2026-11-24
      Status: accepted

      ## Context
      Reasons are forgotten.

      ## Decision
      Write them down.

      ## Consequences
      A page each.
      """;

  @Test
  void eachModuleAndTheRootHaveAReadmeOf40Lines() {
    SourceFile pom = file("cli/pom.xml", "");
    SourceFile root = file("README.md", "[cli](cli)\n" + "line\n".repeat(39));
    SourceFile chinese = file("README.zh.md", "[cli](cli)\n");
    SourceFile module = file("cli/README.md", "line\n".repeat(40));
    Rule rule = new Readmes();

    assertKept(rule, pom, root, chinese, module);
    assertFound(rule, "cli/README.md:1: there is no README", pom, root, chinese);
    assertFound(rule, "README.zh.md:1: there is no README", pom, root, module);
    assertFound(
        rule,
        "cli/README.md:41: the README has 41 lines, at most 40",
        pom,
        root,
        chinese,
        file("cli/README.md", "line\n".repeat(41)));
    assertFound(
        rule,
        "README.md:1: the ladder does not link the module \"cli\"",
        pom,
        file("README.md", "cli\n"),
        chinese,
        module);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 1",
        "Date: 2026-11-24",
        "Status: accepted",
        "## Context",
        "## Decision",
        "## Consequences"
      })
  void aDecisionRecordHasAllItsParts(String part) {
    String path = "docs/decisions/0001-record-decisions.md";

    assertKept(new DecisionRecords(), file(path, RECORD));
    assertFound(
        new DecisionRecords(),
        path + ":1: the record has no",
        file(path, RECORD.replace(part, "")));
  }

  @Test
  void aDecisionRecordIsNumberedOnce() {
    SourceFile first = file("docs/decisions/0001-first.md", RECORD);

    assertFound(
        new DecisionRecords(),
        "docs/decisions/0001-second.md:1: the number is taken by 0001-first.md",
        first,
        file("docs/decisions/0001-second.md", RECORD));
    assertFound(
        new DecisionRecords(),
        "docs/decisions/Second.md:1: a record is named like",
        first,
        file("docs/decisions/Second.md", RECORD));
  }

  @Test
  void aLinkLeadsSomewhere() {
    SourceFile page =
        file("docs/start.md", "[a](decisions) [b](../duodang) [c](#top) [d](https://a.b)\n");
    SourceFile record = file("docs/decisions/0001-a.md", "");
    SourceFile script = file("duodang", "");

    assertKept(new RelativeLinks(), page, record, script);
    assertFound(
        new RelativeLinks(),
        "docs/start.md:1: the link \"../duodang\" leads nowhere",
        page,
        record);
    assertFound(
        new RelativeLinks(), "docs/start.md:1: the link \"decisions\" leads nowhere", page, script);
  }

  @Test
  void everyVersionIsPinnedInOnePlace() {
    String parent = "<version>0.1.0-SNAPSHOT</version>\n";

    assertKept(
        new PinnedVersions(), file("cli/pom.xml", parent + "<version>${a.version}</version>\n"));
    assertFound(
        new PinnedVersions(),
        "cli/pom.xml:2: \"<version>1.2.3</version>\": make it a property",
        file("cli/pom.xml", parent + "<version>1.2.3</version>\n"));
    assertFound(
        new PinnedVersions(),
        "console/package.json:1: \"\"react\": \"^19.0.0\"\": write the exact version",
        file("console/package.json", "\"react\": \"^19.0.0\"\n"));
    assertKept(new PinnedVersions(), file("console/package.json", "\"react\": \"19.0.0\"\n"));
  }

  @Test
  void theCommandLineDoesNotDependOnTheServer() {
    assertFound(
        new ModuleLadder(),
        "cli/pom.xml:1: \"cli\" may not depend on \"server\"; below it are [expressions, intake, pricing]",
        file("cli/pom.xml", "<artifactId>duodang-server</artifactId>\n"));
    assertFound(
        new ModuleLadder(),
        "pricing/pom.xml:1: \"pricing\" may not depend on \"intake\"",
        file("pricing/pom.xml", "<artifactId>duodang-intake</artifactId>\n"));
    assertKept(
        new ModuleLadder(), file("cli/pom.xml", "<artifactId>duodang-pricing</artifactId>\n"));
  }

  @Test
  void aFolderIsPartOfTheCheckoutWhenAFileIsInIt() {
    Checkout checkout = Checkout.of(file("a/b.md", ""), file("ab.md", ""));

    assertThat(checkout.has("a")).isTrue();
    assertThat(checkout.has("a/b.md")).isTrue();
    assertThat(checkout.has("a/b")).isFalse();
    assertThat(checkout.has("ab")).isFalse();
    assertThat(checkout.has("b")).isFalse();
  }
}
