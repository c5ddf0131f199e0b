package dev.duodang.expressions;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the compiler has against a text, in the words of this project, with what is allowed. */
final class Complaint {

  private static final Pattern NO_FACT = Pattern.compile("undefined field '(.*)'");
  private static final Pattern NOT_KNOWN =
      Pattern.compile("undeclared reference to '(.*)' \\(in container '.*'\\)", Pattern.DOTALL);
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.*)' applied to '(.*)'(?: \\(candidates: (.*)\\))?",
          Pattern.DOTALL);
  private static final Pattern NOT_BOOL = Pattern.compile("expected type 'bool' but found '(.*)'");

  private static final String NAMES = "order, item, a variable of a loop";
  private static final String FUNCTIONS =
      "has, all, exists, exists_one, filter, map, size, sum, in, startsWith, endsWith, contains,"
          + " matches, year, month, dayOfMonth, dayOfWeek, hour, minute, day, timestamp, duration";

  private final Facts facts;
  private final CelExpr whole;
  private final Mistakes mistakes;

  Complaint(Facts facts, CelExpr whole, Mistakes mistakes) {
    this.facts = facts;
    this.whole = whole;
    this.mistakes = mistakes;
  }

  /** A mistake in the grammar; the first line says it. */
  static String ofGrammar(CelIssue issue) {
    String first = issue.getMessage().lines().findFirst().orElse("it cannot be read");
    int expecting = first.indexOf(" expecting {");
    return expecting < 0 ? first : first.substring(0, expecting);
  }

  /** Notes an issue, unless it only follows from another. */
  void add(CelIssue issue) {
    String message = issue.getMessage();
    Matcher noFact = NO_FACT.matcher(message);
    Matcher notKnown = NOT_KNOWN.matcher(message);
    Matcher noOverload = NO_OVERLOAD.matcher(message);
    Matcher notBool = NOT_BOOL.matcher(message);
    if (noFact.matches() && noFact.group(1).equals("region")) {
      add(issue, "the region is asked with region: beside the expression", "");
    } else if (noFact.matches()) {
      add(issue, "\"" + noFact.group(1) + "\" is no fact there", allowedAt(issue.getExprId()));
    } else if (notKnown.matches()) {
      addNotKnown(issue, notKnown.group(1));
    } else if (noOverload.matches()) {
      if (!noOverload.group(2).contains("error")) {
        String candidates = noOverload.group(3);
        add(
            issue,
            "\"" + symbol(noOverload.group(1)) + "\" does not take " + types(noOverload.group(2)),
            candidates == null ? "" : types(candidates.replace("),(", "), (")));
      }
    } else if (notBool.matches()) {
      add(issue, "it gives a " + types(notBool.group(1)), "what is true or false");
    } else {
      add(issue, message, "");
    }
  }

  private void addNotKnown(CelIssue issue, String name) {
    CelExpr part = find(whole, issue.getExprId());
    boolean isFunction = part != null && part.getKind() == Kind.CALL;
    add(
        issue,
        "\""
            + symbol(name)
            + "\" is not known"
            + (isFunction && FUNCTIONS.contains(name) ? " with these values" : ""),
        isFunction ? FUNCTIONS : NAMES);
  }

  private void add(CelIssue issue, String message, String allowed) {
    mistakes.add(issue.getSourceLocation(), message, allowed);
  }

  private static String types(String names) {
    return names.replaceAll("\\bstring\\b", "text");
  }

  /** An operator as people write it. */
  private static String symbol(String function) {
    return switch (function) {
      case "_[_]" -> "[ ]";
      case "_?_:_" -> "? :";
      default -> function.replaceAll("^_|_$|^@", "");
    };
  }

  /** The facts of the thing that a part asks for one. */
  private String allowedAt(long part) {
    FactType type = typeOfThing(whole, part, new HashMap<>());
    Stream<String> names =
        type == null
            ? facts.types().values().stream().flatMap(some -> some.facts().keySet().stream())
            : type.facts().keySet().stream();
    return String.join(", ", names.distinct().toList());
  }

  private @Nullable FactType typeOfThing(CelExpr at, long part, Map<String, CelType> loops) {
    if (at.id() == part && at.getKind() == Kind.SELECT) {
      CelType type = type(at.select().operand(), loops);
      return type == null ? null : facts.type(type.name());
    }
    if (at.getKind() == Kind.COMPREHENSION) {
      CelComprehension loop = at.comprehension();
      if (type(loop.iterRange(), loops) instanceof ListType list && list.hasElemType()) {
        loops.put(loop.iterVar(), list.elemType());
      }
    }
    return parts(at)
        .flatMap(inner -> Stream.ofNullable(typeOfThing(inner, part, loops)))
        .findFirst()
        .orElse(null);
  }

  private @Nullable CelType type(CelExpr part, Map<String, CelType> loops) {
    if (part.getKind() == Kind.IDENT) {
      FactType known = facts.type(part.ident().name());
      CelType variable = loops.get(part.ident().name());
      return variable == null && known != null ? Types.of(known) : variable;
    }
    CelType of = part.getKind() == Kind.SELECT ? type(part.select().operand(), loops) : null;
    FactType thing = of == null ? null : facts.type(of.name());
    FactType.Fact fact = thing == null ? null : thing.facts().get(part.select().field());
    return fact == null ? null : fact.type();
  }

  private static @Nullable CelExpr find(CelExpr at, long part) {
    return at.id() == part
        ? at
        : parts(at).flatMap(inner -> Stream.ofNullable(find(inner, part))).findFirst().orElse(null);
  }

  private static Stream<CelExpr> parts(CelExpr of) {
    return switch (of.getKind()) {
      case SELECT -> Stream.of(of.select().operand());
      case CALL -> Stream.concat(of.call().target().stream(), of.call().args().stream());
      case LIST -> of.list().elements().stream();
      case COMPREHENSION ->
          Stream.of(
              of.comprehension().iterRange(),
              of.comprehension().accuInit(),
              of.comprehension().loopCondition(),
              of.comprehension().loopStep(),
              of.comprehension().result());
      case CONSTANT, IDENT, STRUCT, MAP, NOT_SET -> Stream.of();
    };
  }
}
