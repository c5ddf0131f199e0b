package dev.duodang.identity;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys with which other systems of the company call. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyController {

  private static final int LONGEST_NAME = 100;

  private final Identities identities;

  KeyController(Identities identities) {
    this.identities = identities;
  }

  /** The name of a key to be made, such as {@code scrm}. */
  record KeyRequest(@Nullable String name) {}

  /** A key when it is made: the only time that it can be read. */
  record MadeKey(String id, String name, String key) {}

  /** A key that may be used. */
  record KeyView(String id, String name, Role role, String createdAt) {}

  @Operation(operationId = "makeKey", summary = "Makes a key for another system")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.KEY_MANAGE)
  MadeKey make(@RequestBody KeyRequest request, Actor actor) {
    String name = request.name() == null ? "" : request.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      String allowed = "1 to " + LONGEST_NAME + " characters";
      throw Problem.of(ProblemCode.INVALID_FIELD, "name", allowed)
          .field("name")
          .value(request.name())
          .allowed(allowed)
          .toException();
    }
    Identities.Key made = identities.makeKey(actor.tenant(), name, Role.INTEGRATOR);
    return new MadeKey(Long.toString(made.id()), name, made.secret());
  }

  @Operation(operationId = "listKeys", summary = "The keys that may be used")
  @GetMapping
  @Requires(Permission.KEY_MANAGE)
  List<KeyView> keys(Actor actor) {
    return identities.keys(actor.tenant());
  }

  /** Revokes a key; requests with it are refused from five seconds later on. */
  @Operation(operationId = "revokeKey", summary = "Revokes a key")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.KEY_MANAGE)
  void revoke(@PathVariable String id, Actor actor) {
    if (!id.matches("[0-9]{1,18}") || !identities.revokeKey(actor.tenant(), Long.parseLong(id))) {
      throw Problem.of(ProblemCode.NOT_FOUND, "/api/v1/keys/" + id).toException();
    }
  }
}
