package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Gives a rule some files and compares what it finds; a broken rule that finds nothing is found
 * here.
 */
abstract class RuleTest {

  static SourceFile file(String path, String text) {
    return new SourceFile(path, text);
  }

  static List<String> found(Rule rule, SourceFile... files) {
    return rule.check(Checkout.of(files)).stream().map(Finding::toString).sorted().toList();
  }

  static void assertKept(Rule rule, SourceFile... files) {
    assertThat(found(rule, files)).isEmpty();
  }

  static void assertFound(Rule rule, String finding, SourceFile... files) {
    assertThat(found(rule, files)).singleElement().asString().startsWith(finding);
  }
}
