package dev.duodang.demo;

import dev.duodang.identity.OpenTo;
import dev.duodang.identity.Role;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a visitor of the demo whom to sign in as. */
@RestController
class DemoController {

  private final DemoCompany company;

  DemoController(DemoCompany company) {
    this.company = company;
  }

  /** The demo and its people. */
  record DemoView(String company, List<DemoPerson> people, String note) {}

  /** Somebody to sign in as. */
  record DemoPerson(String username, String password, String name, Role role, String description) {}

  @Operation(operationId = "getDemo", summary = "Whom to sign in as in the demo")
  @GetMapping("/api/v1/demo")
  @OpenTo(OpenTo.Whom.EVERYBODY)
  DemoView demo() {
    return company
        .tenant()
        .map(
            tenant ->
                new DemoView(
                    tenant.name(),
                    company.people().stream()
                        .map(
                            person ->
                                new DemoPerson(
                                    person.username(),
                                    DemoCompany.PASSWORD,
                                    person.name(),
                                    person.role(),
                                    person.description()))
                        .toList(),
                    "演示数据，均为虚构"))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "/api/v1/demo").toException());
  }
}
