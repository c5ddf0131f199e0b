package dev.duodang.expressions;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.duodang.pricing.expression.CheckedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of a checked tree the one that is run. */
final class Planning {

  private static final Pattern IDENTIFIER = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

  private final CelAbstractSyntaxTree checked;
  private final Dictionary dictionary;
  private final Mistakes mistakes;
  private final Values values;
  private final Map<String, Integer> scope = new HashMap<>();
  private int variables;

  private Planning(CelAbstractSyntaxTree checked, Dictionary dictionary, Mistakes mistakes) {
    this.checked = checked;
    this.dictionary = dictionary;
    this.mistakes = mistakes;
    this.values = new Values(dictionary.vocabulary().zone(), mistakes);
  }

  static CheckedExpression of(
      CelAbstractSyntaxTree checked, Dictionary dictionary, Mistakes mistakes) {
    Planning planning = new Planning(checked, dictionary, mistakes);
    Node whole = planning.node(checked.getExpr());
    int variables = planning.variables;
    return new CheckedExpression.Ready(facts -> Node.outcome(whole, new Run(facts, variables)));
  }

  private Node node(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> new Node.Constant(value(part.constant()));
      case IDENT -> named(part.ident().name());
      case SELECT -> select(part);
      case CALL -> call(part);
      case LIST -> list(part);
      case COMPREHENSION -> loop(part.comprehension());
      case STRUCT, MAP, NOT_SET ->
          throw new IllegalArgumentException(part.getKind() + " was let through");
    };
  }

  private static Object value(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE
        ? constant.booleanValue()
        : constant.stringValue();
  }

  private Node named(String name) {
    Integer place = scope.get(name);
    if (place != null) {
      return new Node.Variable(place);
    }
    return name.equals(Facts.ORDER) ? new Node.TheOrder() : new Node.TheItem();
  }

  private Node select(CelExpr part) {
    Node thing = node(part.select().operand());
    FactType.Fact fact = fact(part);
    if (fact == null) {
      mistakes.add(part.id(), "\"" + part.select().field() + "\" is no fact there", "");
      return thing;
    }
    return part.select().testOnly()
        ? new Node.Has(thing, fact)
        : Node.Stated.of(thing, fact, path(part));
  }

  private FactType.@Nullable Fact fact(CelExpr part) {
    FactType type =
        part.getKind() == Kind.SELECT ? dictionary.type(type(part.select().operand())) : null;
    return type == null ? null : type.facts().get(part.select().field());
  }

  private CelType type(CelExpr part) {
    return checked.getTypeOrThrow(part.id());
  }

  /** A fact as the text names it: {@code order.attributes.floor}. */
  private static String path(CelExpr part) {
    if (part.getKind() == Kind.IDENT) {
      return part.ident().name();
    }
    if (part.getKind() != Kind.SELECT) {
      return "…";
    }
    String field = part.select().field();
    String thing = path(part.select().operand());
    return IDENTIFIER.matcher(field).matches()
        ? thing + "." + field
        : thing + "[\"" + field + "\"]";
  }

  private Node call(CelExpr part) {
    ImmutableList<CelExpr> arguments = part.call().args();
    String function = part.call().function();
    if (function.equals(Operator.LOGICAL_AND.getFunction())) {
      return new Node.And(node(arguments.get(0)), node(arguments.get(1)));
    }
    if (function.equals(Operator.LOGICAL_OR.getFunction())) {
      return new Node.Or(node(arguments.get(0)), node(arguments.get(1)));
    }
    if (function.equals(Operator.CONDITIONAL.getFunction())) {
      return new Node.Choice(
          node(arguments.get(0)), node(arguments.get(1)), node(arguments.get(2)));
    }
    if (function.equals(Operator.NOT_STRICTLY_FALSE.getFunction())) {
      return new Node.NotFalse(node(arguments.getFirst()));
    }
    if (values.isOne(function)) {
      return new Node.Constant(values.of(function, part.id(), arguments.getFirst()));
    }
    if (function.equals(Dictionary.MATCHES)) {
      Operation matches = values.matching(part.id(), arguments.getFirst());
      return new Node.Call(matches, List.of(node(part.call().target().orElseThrow())));
    }
    return operation(part);
  }

  private Node operation(CelExpr part) {
    ImmutableList<String> ids =
        ImmutableList.copyOf(checked.getReferenceOrThrow(part.id()).overloadIds());
    Operation operation = ids.size() == 1 ? dictionary.operation(ids.getFirst()) : null;
    List<CelExpr> arguments = new ArrayList<>(part.call().target().stream().toList());
    arguments.addAll(part.call().args());
    if (operation == null) {
      mistakes.add(part.id(), "it cannot be told what kinds of values these are", "");
      return new Node.Constant(false);
    }
    if (List.of("equal", "unequal", "in").contains(operation.id())) {
      checkChoices(arguments.getFirst(), arguments.getLast());
      checkChoices(arguments.getLast(), arguments.getFirst());
    }
    return new Node.Call(operation, arguments.stream().map(this::node).toList());
  }

  /** A fact that is compared with what it can never be would be false of every order. */
  private void checkChoices(CelExpr part, CelExpr compared) {
    FactType.Fact fact = fact(part);
    if (fact == null || fact.choices().isEmpty()) {
      return;
    }
    List<CelExpr> texts =
        compared.getKind() == Kind.LIST ? compared.list().elements() : List.of(compared);
    for (CelExpr text : texts) {
      boolean isWrong =
          text.getKind() == Kind.CONSTANT
              && text.constant().getKind() == CelConstant.Kind.STRING_VALUE
              && !fact.choices().contains(text.constant().stringValue());
      if (isWrong) {
        mistakes.add(
            text.id(),
            path(part) + " is never \"" + text.constant().stringValue() + "\"",
            String.join(", ", fact.choices()));
      }
    }
  }

  private Node list(CelExpr part) {
    boolean isMixed =
        !part.list().elements().isEmpty()
            && type(part) instanceof ListType list
            && list.elemType().kind() == CelKind.DYN;
    if (isMixed) {
      mistakes.add(part.id(), "a list of several kinds of values", "values of one kind");
    }
    return new Node.Elements(part.list().elements().stream().map(this::node).toList());
  }

  private Node loop(CelComprehension loop) {
    Node list = node(loop.iterRange());
    Node start = node(loop.accuInit());
    int element = variables++;
    int result = variables++;
    Integer outerElement = scope.put(loop.iterVar(), element);
    Integer outerResult = scope.put(loop.accuVar(), result);
    Node goesOn = node(loop.loopCondition());
    Node step = node(loop.loopStep());
    restore(loop.iterVar(), outerElement);
    Node end = node(loop.result());
    restore(loop.accuVar(), outerResult);
    return new Node.Loop(list, element, result, start, goesOn, step, end);
  }

  private void restore(String name, @Nullable Integer outer) {
    if (outer == null) {
      scope.remove(name);
    } else {
      scope.put(name, outer);
    }
  }
}
