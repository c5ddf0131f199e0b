package dev.duodang.house;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that must not stay in the repository are found wherever they are. */
class TextRulesTest extends RuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "not yet implemented"})
  void aNoteAboutWorkToDoIsFound(String note) {
    assertFound(
        new Leftovers(),
        "docs/start.md:2: \"" + note + "\"",
        file("docs/start.md", "# Start\n" + note + ": say more\n"));
    assertKept(new Leftovers(), file("LICENSE", note));
  }

  @Test
  void debuggingInTheConsoleIsFound() {
    assertFound(
        new Leftovers(),
        "console/src/a.ts:1: \"console.log(\"",
        file("console/src/a.ts", "console.log('here');\n"));
    assertFound(
        new Leftovers(),
        "console/src/a.ts:1: \"@ts-ignore\"",
        file("console/src/a.ts", "// @ts-ignore\n"));
    assertKept(new Leftovers(), file("console/tests/run.mjs", "console.log('12 passed');\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it.skip(", "test.only(", "describe.skip(", "it.todo(", "xit("})
  void aConsoleTestThatDoesNotRunIsFound(String call) {
    assertFound(
        new SwitchedOffTests(),
        "console/src/a.test.ts:1: \"" + call.replaceAll("\\.(\\w+)\\($", ".$1"),
        file("console/src/a.test.ts", call + "'adds', () => {});\n"));
    assertKept(new SwitchedOffTests(), file("cli/src/main/java/A.java", "stream.skip(1)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/wo" + "rk/main", "/ro" + "ot/.m2", "/tm" + "p/a", "/ho" + "me/someone"})
  void aFolderOfOneMachineIsFound(String path) {
    assertFound(new MachinePaths(), "a.md:1: \"" + path, file("a.md", "see " + path + "/b\n"));
  }

  @Test
  void aWebAddressIsNoFolder() {
    assertKept(
        new MachinePaths(), file("a.md", "https://example.org/wo" + "rk/a ${HOME}/ro" + "ot/a\n"));
  }

  @Test
  void aPackageServerIsFound() {
    assertFound(
        new MachinePaths(),
        "a.md:1: \"registry.npm" + "js\"",
        file("a.md", "https://registry.npm" + "js.org/\n"));
    assertFound(
        new MachinePaths(),
        "console/package-lock.json:1: \"\"resolved\": \"http",
        file("console/package-lock.json", "\"resolved\": \"https://example.org/a.tgz\",\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "declare -A",
        "mapfile",
        "${name,,}",
        "readlink -f",
        "sed -i",
        "grep -oP",
        "sort -V"
      })
  void whatMacosDoesNotHaveIsFound(String word) {
    assertFound(
        new PortableShell(),
        "duodang:2: \"",
        file("duodang", "#!/usr/bin/env bash\n" + word + " a\n"));
    assertKept(new PortableShell(), file("docs/start.md", word));
  }

  @Test
  void aModuleImportedNowhereIsFound() {
    SourceFile money = file("console/src/money.ts", "export const a = 1;\n");
    SourceFile page = file("console/src/main.tsx", "import { a } from './money';\n");
    SourceFile index = file("console/index.html", "<script src=\"/src/main.tsx\"></script>\n");

    assertFound(
        new DeadTypeScript(), "console/src/money.ts:1: \"money.ts\" is imported nowhere", money);
    assertKept(new DeadTypeScript(), money, page, index);
  }
}
