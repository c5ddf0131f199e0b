package dev.duodang.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Annotations that switch a check off. */
final class BannedAnnotations implements Rule {

  private static final Map<String, String> BANNED =
      Map.of(
          "Disabled", "a test runs or is deleted",
          "Ignore", "a test runs or is deleted",
          "NullUnmarked", "say what may be null with @Nullable");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
          String name = annotation.getAnnotationType().toString();
          String instead = BANNED.get(name.substring(name.lastIndexOf('.') + 1));
          if (instead != null) {
            findings.add(unit.finding(annotation, "\"@" + name + "\" is banned: " + instead));
          }
          return super.visitAnnotation(annotation, null);
        }
      }.scan(unit.tree(), null);
    }
    return findings;
  }
}
