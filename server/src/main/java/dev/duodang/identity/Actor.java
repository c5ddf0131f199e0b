package dev.duodang.identity;

import dev.duodang.database.TenantId;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes a request.
 *
 * @param tenant his company
 * @param id his number; negative for a machine's key
 * @param username what he signs in with; {@code key:NAME} for a machine
 * @param name his name
 * @param role what he is
 * @param scope what he sees
 * @param quoteLimitMinor the largest amount he may decide alone, in minor units; none means no
 *     limit
 */
public record Actor(
    TenantId tenant,
    long id,
    String username,
    String name,
    Role role,
    Scope scope,
    @Nullable Long quoteLimitMinor) {

  /** Whether this is a machine with a key. */
  public boolean isMachine() {
    return id < 0;
  }

  /**
   * Refuses what the role may not do.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code forbidden}
   */
  public void require(Permission permission) {
    if (!role.may(permission)) {
      throw Problem.of(ProblemCode.FORBIDDEN, role, permission).toException();
    }
  }
}
