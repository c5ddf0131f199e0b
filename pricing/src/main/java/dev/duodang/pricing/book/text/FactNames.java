package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.order.MeasureName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The names of facts in lists such as {@code specificity} and {@code mandatory}. */
final class FactNames {

  /** The names of the facts that every order has a place for. */
  static final List<String> OF_ALL =
      Stream.concat(
              Arrays.stream(Dimension.Standard.values()).map(Dimension.Standard::key),
              Arrays.stream(NumberFact.Standard.values()).map(NumberFact.Standard::key))
          .toList();

  private FactNames() {}

  /** The names of what {@link #dimension} finds. */
  static List<String> dimensions(Declared declared) {
    return Stream.concat(
            Arrays.stream(Dimension.Standard.values()).map(Dimension.Standard::key),
            declared.attributes().keySet().stream())
        .toList();
  }

  /** The names of what {@link #fact} finds. */
  static List<String> all(Declared declared) {
    return Stream.of(OF_ALL, declared.measures().keySet(), declared.attributes().keySet())
        .flatMap(Collection::stream)
        .toList();
  }

  /** A fact whose values conditions name: one of all orders, or a declared attribute. */
  static Dimension dimension(String text, Declared declared) {
    for (Dimension.Standard standard : Dimension.Standard.values()) {
      if (standard.key().equals(text)) {
        return standard;
      }
    }
    AttributeDeclaration attribute = declared.attributes().get(text);
    if (attribute == null) {
      throw new IllegalArgumentException("is not a fact that the book knows");
    }
    return new Dimension.Attribute(attribute.name());
  }

  /** Any fact: also a number, or a declared measure. */
  static Fact fact(String text, Declared declared) {
    for (NumberFact.Standard standard : NumberFact.Standard.values()) {
      if (standard.key().equals(text)) {
        return standard;
      }
    }
    if (declared.measures().containsKey(text)) {
      return new NumberFact.Measured(MeasureName.of(text));
    }
    AttributeDeclaration attribute = declared.attributes().get(text);
    return attribute != null && attribute.type() == AttributeDeclaration.Type.NUMBER
        ? new NumberFact.Attribute(attribute.name())
        : dimension(text, declared);
  }
}
