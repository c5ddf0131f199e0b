package dev.duodang.expressions;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/** Facts whose names are no identifiers, such as {@code order.attributes["楼层"]}. */
final class Indexed {

  private Indexed() {}

  /** A fact that is asked by its name in brackets, as if by a dot; anything else as it is. */
  static CelExpr asFact(CelExpr part) {
    if (part.getKind() != Kind.CALL
        || !part.call().function().equals(Operator.INDEX.getFunction())) {
      return part;
    }
    CelExpr name = part.call().args().get(1);
    boolean isText =
        name.getKind() == Kind.CONSTANT
            && name.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return isText
        ? CelExpr.ofSelect(
            part.id(), part.call().args().getFirst(), name.constant().stringValue(), false)
        : part;
  }
}
