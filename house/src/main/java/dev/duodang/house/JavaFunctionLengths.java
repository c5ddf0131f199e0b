package dev.duodang.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** A method, constructor or initializer has at most 70 lines, from its signature to its brace. */
final class JavaFunctionLengths implements Rule {

  static final int LINES_MAX = 70;

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      new Scanner(unit, findings).scan(unit.tree(), null);
    }
    return findings;
  }

  static String message(String name, int lines) {
    return "function \"%s\" has %d lines, at most %d are allowed; split it into named steps"
        .formatted(name, lines, LINES_MAX);
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final JavaUnit unit;
    private final List<Finding> findings;

    Scanner(JavaUnit unit, List<Finding> findings) {
      this.unit = unit;
      this.findings = findings;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        Tree signature = method.getReturnType() != null ? method.getReturnType() : method.getBody();
        measure(method.getName().toString(), unit.line(signature), unit.lastLine(method.getBody()));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      for (Tree member : type.getMembers()) {
        if (member instanceof BlockTree block) {
          measure("initializer", unit.line(block), unit.lastLine(block));
        }
      }
      return super.visitClass(type, null);
    }

    private void measure(String name, int from, int to) {
      int lines = to - from + 1;
      if (lines > LINES_MAX) {
        findings.add(unit.file().finding(from, message(name, lines)));
      }
    }
  }
}
