package dev.duodang.identity;

import dev.duodang.pricing.region.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of a company, as far as the reader's scope goes. */
@RestController
class PeopleController {

  private final Identities identities;

  PeopleController(Identities identities) {
    this.identities = identities;
  }

  /** A person in a list. */
  record PersonView(
      String id,
      String name,
      String username,
      Role role,
      List<String> regions,
      List<String> counterparties) {}

  @Operation(operationId = "listPeople", summary = "The people of the company")
  @GetMapping("/api/v1/people")
  @Requires(Permission.PEOPLE_READ)
  List<PersonView> people(Actor actor) {
    return identities.people(actor.tenant()).stream()
        .filter(person -> isVisible(actor.scope(), person.scope()))
        .map(PeopleController::view)
        .toList();
  }

  private static boolean isVisible(Scope reader, Scope person) {
    return switch (reader) {
      case Scope.WholeTenant whole -> true;
      case Scope.Regions regions ->
          person instanceof Scope.Regions other
              && other.codes().stream().allMatch(code -> regions.holds(RegionCode.of(code)));
      case Scope.Counterparties parties ->
          person instanceof Scope.Counterparties other && parties.ids().containsAll(other.ids());
      case Scope.Self self -> person.equals(self);
    };
  }

  private static PersonView view(Actor person) {
    ScopeColumns scope = ScopeColumns.of(person.scope());
    return new PersonView(
        Long.toString(person.id()),
        person.name(),
        person.username(),
        person.role(),
        scope.regions(),
        scope.counterparties());
  }
}
