package dev.duodang.pricing.book;

import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import java.util.List;

/**
 * A fact of orders or items that the tenant adds.
 *
 * @param label as people read it, such as 楼层
 * @param choices the values allowed; only for type CHOICE
 */
public record AttributeDeclaration(
    AttributeName name, String label, Type type, List<Code> choices) {

  /** What values an attribute takes. */
  public enum Type {
    TEXT,
    NUMBER,
    DATE,
    CHOICE
  }

  public AttributeDeclaration {
    choices = List.copyOf(choices);
    if ((type == Type.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException(
          "attribute " + name + ": choices are given for type choice, and only for it");
    }
  }
}
