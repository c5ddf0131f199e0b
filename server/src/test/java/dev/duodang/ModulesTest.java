package dev.duodang;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.duodang.identity.OpenTo;
import dev.duodang.identity.Requires;
import dev.duodang.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The modules of the business keep their boundaries, and every address says who may call it. */
final class ModulesTest {

  @Test
  void noModuleReachesIntoAnotherAndNoneGoesRoundInACircle() {
    ApplicationModules.of(
            DuodangServer.class,
            JavaClass.Predicates.resideInAnyPackage(
                "dev.duodang.pricing..", "dev.duodang.intake.."))
        .verify();
  }

  @Test
  void everyAddressOfTheApiSaysWhoMayCallIt() {
    RequestMappingHandlerMapping mapping =
        TestServer.shared()
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var ours =
        mapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> entry.getKey().toString().contains("/api/"))
            .map(java.util.Map.Entry::getValue)
            .toList();
    assertThat(ours).hasSizeGreaterThan(3);
    assertThat(ours)
        .allMatch(
            method ->
                method.hasMethodAnnotation(OpenTo.class)
                    != method.hasMethodAnnotation(Requires.class));
  }
}
