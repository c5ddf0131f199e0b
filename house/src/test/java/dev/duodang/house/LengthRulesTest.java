package dev.duodang.house;

import org.junit.jupiter.api.Test;

/** Functions of 71 lines and files of 501 are found, those of 70 and 500 are not. */
class LengthRulesTest extends RuleTest {

  private static final Rule JAVA = new JavaFunctionLengths();
  private static final Rule TYPESCRIPT = new TypeScriptFunctionLengths();
  private static final Rule SHELL = new ShellFunctionLengths();
  private static final Rule FILES = new FileLengths();

  private static SourceFile javaMethod(int bodyLines) {
    return file(
        "cli/src/main/java/A.java",
        "class A {\n  @Deprecated\n  void long() {\n".replace("long", "price")
            + "    step();\n".repeat(bodyLines)
            + "  }\n}\n");
  }

  @Test
  void aJavaMethodHasAtMost70Lines() {
    assertKept(JAVA, javaMethod(68));
    assertFound(
        JAVA,
        "cli/src/main/java/A.java:3: function \"price\" has 71 lines, at most 70",
        javaMethod(69));
  }

  @Test
  void aTextBlockInAnAnnotationIsNotPartOfTheFunction() {
    assertKept(
        JAVA,
        file(
            "cli/src/test/java/A.java",
            "class A {\n  @Table(\"\"\"\n"
                + "a\n".repeat(100)
                + "\"\"\")\n  void price() {\n    step();\n  }\n}\n"));
  }

  @Test
  void aConstructorAndAnInitializerAreFunctions() {
    assertFound(
        JAVA,
        "A.java:2: function \"<init>\" has 71 lines",
        file("A.java", "class A {\n  A() {\n" + "    step();\n".repeat(69) + "  }\n}\n"));
    assertFound(
        JAVA,
        "A.java:2: function \"initializer\" has 71 lines",
        file("A.java", "class A {\n  static {\n" + "    step();\n".repeat(69) + "  }\n}\n"));
  }

  @Test
  void aTypeScriptFunctionHasAtMost70Lines() {
    assertKept(TYPESCRIPT, component("export function Board() {", "}", 68));
    assertFound(
        TYPESCRIPT,
        "console/src/a.tsx:1: function \"Board\" has 71 lines",
        component("export function Board() {", "}", 69));
    assertFound(
        TYPESCRIPT,
        "console/src/a.tsx:1: function \"Board\" has 71 lines",
        component("export const Board = () => {", "};", 69));
    assertFound(
        TYPESCRIPT,
        "console/src/a.tsx:1: function \"Board\" has 73 lines",
        component("function Board({\n  orders,\n}: Props) {", "}", 69));
    assertFound(
        TYPESCRIPT,
        "console/src/a.tsx:1: function \"useEffect\" has 71 lines",
        component("useEffect(() => {", "}, []);", 69));
    assertFound(
        TYPESCRIPT,
        "console/src/a.tsx:1: function \"price\" has 71 lines",
        component("  async price(order: Order): Promise<Money> {", "  }", 69));
  }

  @Test
  void aLoopAndAGroupOfTestsAreNotFunctions() {
    assertKept(TYPESCRIPT, component("if (one) {", "}", 100));
    assertKept(TYPESCRIPT, component("for (const one of all) {", "}", 100));
    assertKept(TYPESCRIPT, component("describe('money', () => {", "});", 100));
    assertKept(TYPESCRIPT, component("export const words = {", "};", 100));
  }

  @Test
  void aFunctionEndsWhereTheNextBegins() {
    String two = "function one() {\n" + "  step();\n".repeat(60) + "}\n\n";
    assertKept(TYPESCRIPT, file("console/src/a.ts", two + two.replace("one", "two")));
  }

  private static SourceFile component(String opening, String closing, int bodyLines) {
    String inner = opening.startsWith("  ") ? "    step();\n" : "  step();\n";
    return file(
        "console/src/a.tsx", opening + "\n" + inner.repeat(bodyLines) + closing + "\nafter();\n");
  }

  @Test
  void aShellFunctionHasAtMost70Lines() {
    assertKept(SHELL, file("duodang", "up() {\n" + "    step\n".repeat(68) + "}\n"));
    assertFound(
        SHELL,
        "duodang:1: function \"up\" has 71 lines",
        file("duodang", "up() {\n" + "    step\n".repeat(69) + "}\n"));
  }

  @Test
  void aSourceFileHasAtMost500Lines() {
    for (String path : new String[] {"cli/A.java", "console/src/a.tsx", "duodang", "a.css"}) {
      assertKept(FILES, file(path, "line\n".repeat(500)));
      assertFound(
          FILES,
          path + ":501: the file has 501 lines, at most 500",
          file(path, "line\n".repeat(501)));
    }
    assertKept(FILES, file("templates/regions.json", "line\n".repeat(5000)));
  }
}
