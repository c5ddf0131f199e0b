package dev.duodang.house;

import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Libraries that the house does without, each with what it uses instead. */
final class BannedImports implements Rule {

  private static final Map<String, String> BANNED =
      Map.of(
          "org.mockito.", "write an in-memory fake",
          "org.easymock.", "write an in-memory fake",
          "lombok.", "write a record",
          "jakarta.persistence.", "write SQL in a named text block",
          "org.hibernate.", "write SQL in a named text block",
          "javax.annotation.Nullable", "use org.jspecify.annotations.Nullable",
          "org.springframework.lang.", "use org.jspecify.annotations",
          "java.text.SimpleDateFormat", "use java.time.format.DateTimeFormatter",
          "org.junit.Assert", "use AssertJ",
          "org.junit.jupiter.api.Assertions", "use AssertJ");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      for (ImportTree line : unit.tree().getImports()) {
        String imported = line.getQualifiedIdentifier().toString();
        BANNED.forEach(
            (prefix, instead) -> {
              if (imported.startsWith(prefix)) {
                findings.add(
                    unit.finding(line, "\"import " + imported + "\" is banned: " + instead));
              }
            });
      }
    }
    return findings;
  }
}
