package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.MeasureDeclaration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a book declares, which its other parts may use. */
record Declared(
    Map<String, AttributeDeclaration> attributes,
    Map<String, MeasureDeclaration> measures,
    Set<String> categories,
    Set<String> priceLists) {

  static Declared of(
      List<AttributeDeclaration> attributes,
      List<MeasureDeclaration> measures,
      Set<String> categories,
      Set<String> priceLists) {
    Map<String, AttributeDeclaration> byName = new LinkedHashMap<>();
    attributes.forEach(attribute -> byName.put(attribute.name().text(), attribute));
    Map<String, MeasureDeclaration> measuresByName = new LinkedHashMap<>();
    measures.forEach(measure -> measuresByName.put(measure.name().text(), measure));
    return new Declared(
        byName, measuresByName, new LinkedHashSet<>(categories), new LinkedHashSet<>(priceLists));
  }

  /** The name when it is declared. */
  static String checked(String text, Set<String> declared, String what) {
    if (!declared.contains(text)) {
      throw new IllegalArgumentException("is not a " + what + " that the book declares");
    }
    return text;
  }
}
