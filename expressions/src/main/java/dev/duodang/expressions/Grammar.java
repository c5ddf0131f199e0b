package dev.duodang.expressions;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelOptions;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Optional;

/** How texts are read: the grammar of the language with its loops over lists, and {@code has}. */
final class Grammar {

  /** Deeper than anybody writes by hand, and far from what a thread's stack holds. */
  private static final int DEPTH_MAX = 40;

  static final CelOptions OPTIONS =
      CelOptions.current()
          .maxParseRecursionDepth(DEPTH_MAX)
          .maxParseErrorRecoveryLimit(5)
          .enableHiddenAccumulatorVar(true)
          .populateMacroCalls(false)
          .build();

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(
              CelStandardMacro.ALL,
              CelStandardMacro.EXISTS,
              CelStandardMacro.EXISTS_ONE,
              CelStandardMacro.FILTER,
              CelStandardMacro.MAP)
          .addMacros(CelMacro.newGlobalMacro("has", 1, Grammar::has))
          .build();

  private Grammar() {}

  static CelParser parser() {
    return PARSER;
  }

  /** Takes {@code has(order.promotion)} and {@code has(order.attributes["楼层"])}. */
  private static Optional<CelExpr> has(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    CelExpr fact = Indexed.asFact(arguments.getFirst());
    if (fact.getKind() != Kind.SELECT) {
      return Optional.of(
          factory.reportError("has() asks for a fact, such as has(order.promotion)"));
    }
    return Optional.of(factory.newSelect(fact.select().operand(), fact.select().field(), true));
  }
}
