package dev.duodang.pricing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The core is pure: it depends on values and arithmetic only, and reads nothing that was not handed
 * in.
 */
class PurityTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.duodang.pricing");

  /** Everything that the core may use besides itself. */
  private static final String[] ALLOWED = {
    "dev.duodang.pricing..",
    "java.lang",
    "java.lang.annotation",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.math",
    "java.nio",
    "java.nio.charset",
    "java.security",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify.annotations",
    "org.snakeyaml.engine.."
  };

  /** Classes that read a file of the core's own jar, whose content is the same on every machine. */
  private static final Set<String> READ_THEIR_OWN_JAR =
      Set.of("dev.duodang.pricing.region.GbT2260");

  private static final ArchRule ONLY_VALUES =
      classes()
          .that(
              describe("do not read the jar", type -> !READ_THEIR_OWN_JAR.contains(type.getName())))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ALLOWED);

  /**
   * Methods that read the clock, the environment or a default, as owner.name/number of parameters.
   */
  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "System.currentTimeMillis/0",
          "System.nanoTime/0",
          "System.getenv/0",
          "System.getenv/1",
          "System.getProperty/1",
          "System.getProperty/2",
          "System.lineSeparator/0",
          "Math.random/0",
          "UUID.randomUUID/0",
          "Random.<init>/0",
          "Locale.getDefault/0",
          "TimeZone.getDefault/0",
          "ZoneId.systemDefault/0",
          "Charset.defaultCharset/0",
          "Clock.systemUTC/0",
          "Clock.systemDefaultZone/0",
          "Clock.system/1",
          "String.toLowerCase/0",
          "String.toUpperCase/0",
          "String.formatted/1",
          "String.format/2",
          "String.getBytes/0",
          "DateTimeFormatter.ofPattern/1",
          "Thread.sleep/1");

  private static final DescribedPredicate<JavaAccess<?>> READS_A_HIDDEN_INPUT =
      describe("reads the clock, the environment, chance or a default", PurityTest::isHiddenInput);

  private static final ArchRule NOTHING_HIDDEN =
      noClasses()
          .should()
          .accessTargetWhere(READS_A_HIDDEN_INPUT)
          .because("instants, zone, language and seeds are arguments");

  private static boolean isHiddenInput(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getSimpleName();
    String name = access.getTarget().getName();
    if (owner.equals("System") && Set.of("out", "err", "in").contains(name)) {
      return true;
    }
    boolean readsClock =
        name.equals("now") && access.getTargetOwner().getPackageName().equals("java.time");
    return readsClock || HIDDEN_INPUTS.contains(owner + "." + name + "/" + parameters(access));
  }

  private static int parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().size()
        : 0;
  }

  @Test
  void theCoreUsesOnlyValuesAndArithmetic() {
    ONLY_VALUES.check(CORE);
  }

  @Test
  void theCoreReadsNothingThatWasNotHandedIn() {
    NOTHING_HIDDEN.check(CORE);
  }

  @Test
  void theCoreIsLookedAt() {
    assertThat(CORE).hasSizeGreaterThan(50);
  }

  @Test
  void impurityIsFound() {
    JavaClasses impure = new ClassFileImporter().importClasses(Impure.class);

    assertThat(violations(ONLY_VALUES, impure))
        .anyMatch(line -> line.contains("java.nio.file.Files"));
    assertThat(violations(NOTHING_HIDDEN, impure))
        .hasSize(6)
        .anyMatch(line -> line.contains("Instant.now"))
        .anyMatch(line -> line.contains("Locale.getDefault"))
        .anyMatch(line -> line.contains("Random.<init>()"))
        .anyMatch(line -> line.contains("toUpperCase()"))
        .anyMatch(line -> line.contains("System.out"))
        .anyMatch(line -> line.contains("getenv"));
  }

  private static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  /** Breaks both rules. */
  @SuppressWarnings({"unused", "StringCaseLocaleUsage", "JavaTimeDefaultTimeZone"})
  private static final class Impure {
    String read(Path file) throws IOException {
      System.out.print(Instant.now());
      return Files.readString(file).toUpperCase()
          + Locale.getDefault()
          + new Random().nextInt()
          + new Random(1).nextInt()
          + System.getenv("PATH");
    }
  }
}
