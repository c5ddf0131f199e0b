package dev.duodang.expressions;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.duodang.pricing.money.Exact;
import java.util.Optional;

/**
 * Makes of what was parsed what is checked: every number an exact decimal out of its own digits,
 * facts in brackets facts, and what the language has but prices do not need a mistake.
 */
final class Rewriting {

  /** What a number in the text becomes: a call with its digits. */
  static final String NUMBER = "@number";

  /** What adds an element to the result of a loop. */
  static final String APPEND = "@append";

  private static final String DIGITS_ALLOWED =
      "a plain decimal with at most 18 digits on each side of the point";

  private final int[] text;
  private final CelAbstractSyntaxTree parsed;
  private final Mistakes mistakes;

  /** Parts that were not in the text have ids below zero. */
  private long lastId;

  private Rewriting(CelAbstractSyntaxTree parsed, String text, Mistakes mistakes) {
    this.text = text.codePoints().toArray();
    this.parsed = parsed;
    this.mistakes = mistakes;
  }

  static CelAbstractSyntaxTree of(CelAbstractSyntaxTree parsed, String text, Mistakes mistakes) {
    CelExpr rewritten = new Rewriting(parsed, text, mistakes).rewritten(parsed.getExpr());
    return CelAbstractSyntaxTree.newParsedAst(rewritten, parsed.getSource());
  }

  private CelExpr rewritten(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constant(part);
      case SELECT ->
          CelExpr.ofSelect(
              part.id(),
              rewritten(part.select().operand()),
              part.select().field(),
              part.select().testOnly());
      case CALL -> call(part);
      case LIST -> CelExpr.ofList(part.id(), all(part.list().elements()), ImmutableList.of());
      case COMPREHENSION -> loop(part);
      case STRUCT, MAP -> {
        mistakes.add(part.id(), "{…} makes something new", "facts, texts, numbers and lists");
        yield part;
      }
      case IDENT, NOT_SET -> part;
    };
  }

  private ImmutableList<CelExpr> all(ImmutableList<CelExpr> parts) {
    return parts.stream().map(this::rewritten).collect(ImmutableList.toImmutableList());
  }

  private CelExpr call(CelExpr part) {
    CelExpr fact = Indexed.asFact(part);
    if (fact.getKind() == Kind.SELECT) {
      return rewritten(fact);
    }
    return CelExpr.ofCall(
        part.id(),
        part.call().target().map(this::rewritten),
        part.call().function(),
        all(part.call().args()));
  }

  private CelExpr loop(CelExpr part) {
    CelComprehension loop = part.comprehension();
    return CelExpr.ofComprehension(
        part.id(),
        loop.iterVar(),
        rewritten(loop.iterRange()),
        loop.accuVar(),
        rewritten(loop.accuInit()),
        rewritten(loop.loopCondition()),
        rewritten(step(loop.loopStep(), loop.accuVar())),
        rewritten(loop.result()));
  }

  /** A list that grows is one list, so that a loop over many takes no more than one over few. */
  private static CelExpr step(CelExpr part, String result) {
    if (part.getKind() != Kind.CALL) {
      return part;
    }
    ImmutableList<CelExpr> arguments = part.call().args();
    if (part.call().function().equals(Operator.CONDITIONAL.getFunction())) {
      return CelExpr.ofCall(
          part.id(),
          Optional.empty(),
          part.call().function(),
          ImmutableList.of(arguments.get(0), step(arguments.get(1), result), arguments.get(2)));
    }
    boolean appends =
        part.call().function().equals(Operator.ADD.getFunction())
            && arguments.getFirst().getKind() == Kind.IDENT
            && arguments.getFirst().ident().name().equals(result)
            && arguments.getLast().getKind() == Kind.LIST;
    return appends
        ? CelExpr.ofCall(
            part.id(),
            Optional.empty(),
            APPEND,
            ImmutableList.of(
                arguments.getFirst(), arguments.getLast().list().elements().getFirst()))
        : part;
  }

  private CelExpr constant(CelExpr part) {
    CelConstant constant = part.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE, STRING_VALUE -> part;
      case INT64_VALUE -> number(part, String.valueOf(constant.int64Value()));
      case DOUBLE_VALUE -> number(part, digits(part.id(), constant.doubleValue()));
      case UINT64_VALUE -> refused(part, "a number has no u behind it", DIGITS_ALLOWED);
      case NULL_VALUE -> refused(part, "there is no null", "has(…) for a fact that may be absent");
      case BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
          refused(part, "there are no bytes", "texts, numbers, true and false");
    };
  }

  private CelExpr refused(CelExpr part, String message, String allowed) {
    mistakes.add(part.id(), message, allowed);
    return part;
  }

  private CelExpr number(CelExpr part, String digits) {
    try {
      Exact.parse(digits);
    } catch (NumberFormatException tooLong) {
      return refused(part, "\"" + digits + "\" is not a plain decimal", DIGITS_ALLOWED);
    }
    lastId--;
    return CelExpr.ofCall(
        part.id(),
        Optional.empty(),
        NUMBER,
        ImmutableList.of(CelExpr.ofConstant(lastId, CelConstant.ofValue(digits))));
  }

  /** The digits as they stand in the text, of which the parser has made a binary fraction. */
  private String digits(long part, double parsedAs) {
    Integer offset = parsed.getSource().getPositionsMap().get(part);
    StringBuilder digits = new StringBuilder();
    for (int at = offset == null ? text.length : offset; at < text.length; at++) {
      int c = text[at];
      boolean isSign = c == '-' && digits.isEmpty();
      if (isSign || c == '.' || (c >= '0' && c <= '9') || c == 'e' || c == 'E') {
        digits.appendCodePoint(c);
      } else if (!Character.isWhitespace(c) || !digits.toString().equals("-")) {
        break;
      }
    }
    if (digits.indexOf(".") == 0) {
      digits.insert(0, '0');
    }
    return isSame(digits.toString(), parsedAs) ? digits.toString() : String.valueOf(parsedAs);
  }

  @SuppressWarnings("FloatingPointLiteralPrecision")
  private static boolean isSame(String digits, double parsedAs) {
    try {
      return Double.compare(Double.parseDouble(digits), parsedAs) == 0;
    } catch (NumberFormatException notDigits) {
      return false;
    }
  }
}
