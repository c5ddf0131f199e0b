package dev.duodang.expressions;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.TypeParamType;
import java.util.Map;
import java.util.Optional;

/** The types of values. A number is an exact decimal; there is no other kind of number. */
final class Types {

  static final CelType BOOL = SimpleType.BOOL;
  static final CelType TEXT = SimpleType.STRING;
  static final CelType NUMBER = OpaqueType.create("number");
  static final CelType TIME = OpaqueType.create("time");
  static final CelType SPAN = OpaqueType.create("duration");

  /** Any type, the same wherever it stands in one function. */
  static final CelType ANY = TypeParamType.create("A");

  private Types() {}

  static CelType listOf(CelType element) {
    return ListType.create(element);
  }

  static StructType of(FactType type) {
    ImmutableMap<String, CelType> types =
        type.facts().entrySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(Map.Entry::getKey, fact -> fact.getValue().type()));
    return StructType.create(
        type.name(), types.keySet(), fact -> Optional.ofNullable(types.get(fact)));
  }
}
