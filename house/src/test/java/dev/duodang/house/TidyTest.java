package dev.duodang.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checkout keeps every house rule. */
class TidyTest {

  private static Checkout checkout;

  @BeforeAll
  static void readTheCheckout() throws IOException {
    checkout = Checkout.read(Path.of("..").toRealPath());
  }

  static Stream<Named<Rule>> rules() {
    return Rule.all().stream().map(rule -> Named.of(rule.getClass().getSimpleName(), rule));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theCheckoutKeeps(Rule rule) {
    String broken =
        rule.check(checkout).stream()
            .map(Finding::toString)
            .sorted()
            .collect(Collectors.joining("\n"));

    assertThat(broken).as("places that break %s", rule.getClass().getSimpleName()).isEmpty();
  }

  @Test
  void theWholeCheckoutIsRead() {
    assertThat(checkout.modules())
        .contains("house", "pricing", "expressions", "intake", "cli", "server", "bench");
    assertThat(checkout.javaUnits()).hasSizeGreaterThan(50);
  }
}
