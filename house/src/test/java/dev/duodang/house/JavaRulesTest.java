package dev.duodang.house;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each ban catches its call, and leaves what replaces it alone. */
class JavaRulesTest extends RuleTest {

  private static SourceFile statement(String path, String statement) {
    return file(path, "class A {\n  void a(double rate) {\n    " + statement + ";\n  }\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Instant.now()                       | Instant.now()
          java.time.LocalDate.now()           | LocalDate.now()
          ZonedDateTime.now()                 | ZonedDateTime.now()
          System.currentTimeMillis()          | System.currentTimeMillis()
          Clock.systemUTC()                   | Clock.systemUTC()
          ZoneId.systemDefault()              | ZoneId.systemDefault()
          Locale.getDefault()                 | Locale.getDefault()
          Charset.defaultCharset()            | Charset.defaultCharset()
          Math.random()                       | Math.random()
          new Random()                        | new Random()
          new Date()                          | new Date
          System.out.println(1)               | System.out
          System.err.print(1)                 | System.err
          problem.printStackTrace()           | printStackTrace()
          new BigDecimal(0.1)                 | new BigDecimal(double)
          new BigDecimal(-1.5)                | new BigDecimal(double)
          new BigDecimal(rate)                | new BigDecimal(double)
          new BigDecimal((double) cents)      | new BigDecimal(double)
          BigDecimal.valueOf(rate)            | BigDecimal.valueOf(double)
          """)
  void aBannedCallIsFound(String statement, String call) {
    assertFound(
        new BannedCalls(),
        "server/src/main/java/A.java:3: \"" + call + "\" is banned",
        statement("server/src/main/java/A.java", statement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Instant.now(clock)
          clock.instant()
          new Random(seed)
          new BigDecimal("0.1")
          BigDecimal.valueOf(cents, 2)
          new BigDecimal(text)
          out.println(1)
          """)
  void whatReplacesABannedCallIsNot(String statement) {
    assertKept(new BannedCalls(), statement("server/src/main/java/A.java", statement));
  }

  @Test
  void theEdgesPrintAndReadTheClock() {
    assertKept(new BannedCalls(), statement("cli/src/main/java/A.java", "System.out.println(1)"));
    assertKept(new BannedCalls(), statement("cli/src/main/java/A.java", "Clock.systemUTC()"));
    assertKept(
        new BannedCalls(),
        statement("server/src/main/java/TimeConfiguration.java", "Clock.systemUTC()"));
    assertKept(
        new BannedCalls(),
        file(
            "server/src/main/java/A.java",
            "class A {\n  public static void main(String[] a) {\n    System.exit(run(System.out));\n  }\n}\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "org.mockito.Mockito",
    "lombok.Data",
    "jakarta.persistence.Entity",
    "org.springframework.lang.Nullable",
    "org.junit.jupiter.api.Assertions"
  })
  void aBannedLibraryIsFound(String library) {
    assertFound(
        new BannedImports(),
        "A.java:1: \"import " + library + "\" is banned",
        file("A.java", "import " + library + ";\nclass A {}\n"));
  }

  @Test
  void aTestThatDoesNotRunIsFound() {
    assertFound(
        new BannedAnnotations(),
        "A.java:2: \"@Disabled\" is banned",
        file("A.java", "class A {\n  @Disabled(\"slow\")\n  void a() {}\n}\n"));
    assertFound(
        new BannedAnnotations(),
        "A.java:1: \"@org.junit.Ignore\" is banned",
        file("A.java", "@org.junit.Ignore\nclass A {}\n"));
  }

  @ParameterizedTest
  @CsvSource({"double a = one", "float a = one", "var a = 1.5", "Double a = one", "var a = 1f"})
  void floatingPointInTheCoreIsFound(String statement) {
    String inCore = "pricing/src/main/java/A.java";
    SourceFile broken = file(inCore, "class A {\n  void a() {\n    " + statement + ";\n  }\n}\n");

    assertFound(new NoFloatingPointInPricing(), inCore + ":3: ", broken);
    assertKept(new NoFloatingPointInPricing(), file("bench/src/main/java/A.java", broken.text()));
  }

  @Test
  void aTypeUsedNowhereIsFound() {
    SourceFile dead = file("cli/src/main/java/Dead.java", "class Dead {\n  Dead again;\n}\n");

    assertFound(new DeadJava(), "cli/src/main/java/Dead.java:1: \"Dead\" is used nowhere", dead);
    assertKept(new DeadJava(), dead, file("cli/src/test/java/ATest.java", "class A { Dead a; }"));
    assertKept(
        new DeadJava(),
        file("cli/src/main/java/A.java", "class A {\n  static void main(String[] a) {}\n}\n"));
    assertKept(new DeadJava(), file("cli/src/main/java/A.java", "@Configuration\nclass A {}\n"));
  }

  @Test
  void aPackageSaysWhatItIsAndIsNullMarked() {
    SourceFile type = file("cli/src/main/java/a/A.java", "package a;\nclass A {}\n");
    String info = "cli/src/main/java/a/package-info.java";
    Rule rule = new PackageInfos();

    assertFound(rule, info + ":1: the package has no package-info.java", type);
    assertFound(
        rule,
        info + ":1: the package is not @NullMarked",
        type,
        file(info, "/** A. */\npackage a;\n"));
    assertFound(
        rule,
        info + ":1: the package has no Javadoc",
        type,
        file(info, "@NullMarked\npackage a;\n"));
    assertKept(rule, type, file(info, "/** A. */\n@NullMarked\npackage a;\n"));
  }

  @ParameterizedTest
  @CsvSource({"util", "common", "manager", "impl", "dto", "helper"})
  void aFolderThatSaysNothingIsFound(String name) {
    assertFound(
        new PackageNames(),
        "cli/src/main/java/" + name + "/A.java:1: a folder \"" + name + "\"",
        file("cli/src/main/java/" + name + "/A.java", "class A {}\n"));
    assertFound(
        new PackageNames(),
        "console/src/" + name + "/a.ts:1: a folder \"" + name + "\"",
        file("console/src/" + name + "/a.ts", ""));
    assertKept(new PackageNames(), file("cli/src/main/java/orders/A.java", "class A {}\n"));
  }
}
