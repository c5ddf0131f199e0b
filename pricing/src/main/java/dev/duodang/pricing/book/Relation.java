package dev.duodang.pricing.book;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who pays whom: an ordered pair of kinds of parties with a book of its own, written {@code
 * headquarters→partner}.
 */
public record Relation(PartyKind payer, PartyKind payee) {

  /** Written once each, since every line of a settlement carries one. */
  private static final Map<Relation, String> TEXTS = texts();

  private static final Pattern ARROW = Pattern.compile("\\s*(?:→|->)\\s*");

  public Relation {
    if (payer == payee && payer != PartyKind.DEPARTMENT) {
      throw new IllegalArgumentException(
          "relation " + payer + "→" + payee + " needs two different kinds of parties");
    }
  }

  /**
   * Reads {@code headquarters→partner} or {@code headquarters -> partner}.
   *
   * @throws IllegalArgumentException with the text in quotes and what is allowed
   */
  public static Relation parse(String text) {
    String[] sides = ARROW.split(text.trim(), -1);
    if (sides.length != 2) {
      throw malformed(text);
    }
    try {
      return new Relation(kind(sides[0]), kind(sides[1]));
    } catch (IllegalArgumentException unknownKind) {
      throw malformed(text);
    }
  }

  private static PartyKind kind(String text) {
    return PartyKind.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a relation such as headquarters→partner, between two of customer, brand,"
            + " headquarters, partner, engineer, department");
  }

  @Override
  public String toString() {
    return TEXTS.getOrDefault(this, "");
  }

  private static Map<Relation, String> texts() {
    Map<Relation, String> texts = new HashMap<>();
    for (PartyKind payer : PartyKind.values()) {
      for (PartyKind payee : PartyKind.values()) {
        if (payer != payee || payer == PartyKind.DEPARTMENT) {
          String text = payer + "→" + payee;
          texts.put(new Relation(payer, payee), text.toLowerCase(Locale.ROOT));
        }
      }
    }
    return texts;
  }
}
