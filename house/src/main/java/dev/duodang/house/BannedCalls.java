package dev.duodang.house;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeKind;

/** Calls that hide an input or lose exactness, each with what to write instead. */
final class BannedCalls implements Rule {

  private static final Set<String> TIMES =
      Set.of(
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "ZonedDateTime",
          "OffsetDateTime",
          "OffsetTime",
          "Year",
          "YearMonth",
          "MonthDay");

  /** Modules whose output is a terminal's. A class with a main method is such an edge anywhere. */
  private static final Set<String> EDGES = Set.of("cli", "bench");

  /** Files that may, each with its reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "pricing/src/test/java/dev/duodang/pricing/PurityTest.java",
          "breaks the ban on purpose, to see that it is found");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      if (EXCEPTIONS.containsKey(unit.file().path())) {
        continue;
      }
      Doubles doubles = new Doubles();
      doubles.scan(unit.tree(), null);
      new Scanner(unit, doubles, findings).scan(unit.tree(), null);
    }
    return findings;
  }

  private static boolean isEdge(JavaUnit unit) {
    return EDGES.contains(unit.file().module()) || unit.file().text().contains("static void main(");
  }

  /** Names that this file declares as double or float. */
  private static final class Doubles extends TreeScanner<Void, Void> {
    private final Set<String> names = new HashSet<>();

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      if (isFloating(variable.getType())) {
        names.add(variable.getName().toString());
      }
      return super.visitVariable(variable, null);
    }

    boolean isFloating(Tree tree) {
      return switch (tree) {
        case null -> false;
        case PrimitiveTypeTree type ->
            type.getPrimitiveTypeKind() == TypeKind.DOUBLE
                || type.getPrimitiveTypeKind() == TypeKind.FLOAT;
        case LiteralTree literal ->
            literal.getValue() instanceof Double || literal.getValue() instanceof Float;
        case TypeCastTree cast -> isFloating(cast.getType());
        case UnaryTree unary -> isFloating(unary.getExpression());
        case IdentifierTree name -> names.contains(name.getName().toString());
        default -> false;
      };
    }
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final JavaUnit unit;
    private final Doubles doubles;
    private final List<Finding> findings;

    Scanner(JavaUnit unit, Doubles doubles, List<Finding> findings) {
      this.unit = unit;
      this.doubles = doubles;
      this.findings = findings;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        String type = simpleName(select.getExpression());
        checkCall(call, type, select.getIdentifier().toString(), call.getArguments());
      }
      return super.visitMethodInvocation(call, null);
    }

    private void checkCall(
        Tree call, String type, String method, List<? extends ExpressionTree> arguments) {
      String name = type + "." + method;
      if (TIMES.contains(type) && method.equals("now") && arguments.isEmpty()) {
        ban(call, name + "()", "take the time as an argument, or read a Clock that was handed in");
      }
      switch (name) {
        case "System.currentTimeMillis" ->
            ban(call, name + "()", "read a Clock that was handed in");
        case "Clock.systemUTC", "Clock.systemDefaultZone", "Clock.system" -> checkClock(call, name);
        case "ZoneId.systemDefault", "TimeZone.getDefault" ->
            ban(call, name + "()", "take the tenant's zone as an argument");
        case "Locale.getDefault" ->
            ban(call, name + "()", "take the reader's language as an argument");
        case "Charset.defaultCharset" -> ban(call, name + "()", "name the charset");
        case "Math.random", "ThreadLocalRandom.current" ->
            ban(call, name + "()", "use a Random with a seed that is printed");
        case "BigDecimal.valueOf" -> checkDecimal(call, name, arguments);
        default -> {
          if (method.equals("printStackTrace")) {
            ban(call, "printStackTrace()", "log it, or let it reach the caller");
          }
        }
      }
    }

    private void checkClock(Tree call, String name) {
      if (!isEdge(unit) && !unit.file().name().endsWith("Configuration.java")) {
        ban(
            call,
            name + "()",
            "take a Clock; only a ...Configuration class and a main class make one");
      }
    }

    private void checkDecimal(Tree call, String name, List<? extends ExpressionTree> arguments) {
      if (arguments.size() == 1 && doubles.isFloating(arguments.getFirst())) {
        ban(
            call,
            name + "(double)",
            "make it from text or from a long and a scale: a double is not exact");
      }
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void nothing) {
      String type = simpleName(creation.getIdentifier());
      if (type.equals("BigDecimal")) {
        checkDecimal(creation, "new BigDecimal", creation.getArguments());
      }
      if (type.equals("Random") && creation.getArguments().isEmpty()) {
        ban(creation, "new Random()", "give it a seed that is printed");
      }
      if (Set.of("Date", "SimpleDateFormat", "GregorianCalendar").contains(type)) {
        ban(creation, "new " + type, "use java.time");
      }
      return super.visitNewClass(creation, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      String name = simpleName(select.getExpression()) + "." + select.getIdentifier();
      boolean prints = name.equals("System.out") || name.equals("System.err");
      if (prints && !isEdge(unit)) {
        ban(select, name, "log it, or write to the Writer that was handed in");
      }
      return super.visitMemberSelect(select, null);
    }

    private void ban(Tree node, String call, String instead) {
      findings.add(unit.finding(node, "\"" + call + "\" is banned: " + instead));
    }

    private static String simpleName(Tree expression) {
      return switch (expression) {
        case IdentifierTree name -> name.getName().toString();
        case MemberSelectTree select -> select.getIdentifier().toString();
        default -> "";
      };
    }
  }
}
