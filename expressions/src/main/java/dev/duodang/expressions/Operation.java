package dev.duodang.expressions;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function of known values.
 *
 * @param name as the parser calls it, such as {@code _<_}
 * @param id of its own among all operations
 * @param isMember whether it stands behind its first value: {@code text.startsWith("A")}
 * @param weight what it does for each character or element of its values; 1 for a look
 */
record Operation(
    String name,
    String id,
    boolean isMember,
    List<CelType> takes,
    CelType gives,
    int weight,
    Function<@Nullable Object[], Object> body) {

  /** So many looks at a character or element are one step. */
  private static final int LOOKS_IN_ONE_STEP = 8;

  Operation {
    takes = List.copyOf(takes);
  }

  CelOverloadDecl declaration() {
    return isMember
        ? CelOverloadDecl.newMemberOverload(id, gives, takes)
        : CelOverloadDecl.newGlobalOverload(id, gives, takes);
  }

  /** The value, or why there is none. */
  Object of(@Nullable Object[] values) {
    return body.apply(values);
  }

  /** What it costs beyond the step of its own: more for long texts and lists. */
  int steps(@Nullable Object[] values) {
    int size = 0;
    for (Object value : values) {
      size += value instanceof List<?> list ? list.size() : 0;
      size += value instanceof String text ? text.length() : 0;
    }
    return size * weight / LOOKS_IN_ONE_STEP;
  }
}
