package dev.duodang.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeKind;

/** The core computes money, and money is exact: no double and no float there. */
final class NoFloatingPointInPricing implements Rule {

  /** Files where a floating number never meets an amount, each with its reason. */
  private static final Map<String, String> EXCEPTIONS = Map.of();

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      SourceFile file = unit.file();
      if (file.path().startsWith("pricing/src/main/") && !EXCEPTIONS.containsKey(file.path())) {
        new Scanner(unit, findings).scan(unit.tree(), null);
      }
    }
    return findings;
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final JavaUnit unit;
    private final List<Finding> findings;

    Scanner(JavaUnit unit, List<Finding> findings) {
      this.unit = unit;
      this.findings = findings;
    }

    @Override
    public Void visitPrimitiveType(PrimitiveTypeTree type, Void nothing) {
      TypeKind kind = type.getPrimitiveTypeKind();
      if (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT) {
        ban(type, type.toString());
      }
      return super.visitPrimitiveType(type, null);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof Double || literal.getValue() instanceof Float) {
        ban(literal, literal.toString());
      }
      return super.visitLiteral(literal, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Void nothing) {
      if (name.getName().contentEquals("Double") || name.getName().contentEquals("Float")) {
        ban(name, name.toString());
      }
      return super.visitIdentifier(name, null);
    }

    private void ban(Tree node, String what) {
      findings.add(
          unit.finding(
              node,
              "\"" + what + "\" is floating point: use long minor units, Fraction or BigDecimal"));
    }
  }
}
