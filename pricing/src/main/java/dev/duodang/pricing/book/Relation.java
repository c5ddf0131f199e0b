package dev.duodang.pricing.book;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who pays whom: an ordered pair of kinds of parties with a book of its own, written {@code
 * headquarters→partner}.
 */
public final class Relation {

  private static final Pattern ARROW = Pattern.compile("\\s*(?:→|->)\\s*");

  private final PartyKind payer;
  private final PartyKind payee;

  /** Written once, since every line of a settlement carries it. */
  private final String text;

  /**
   * A relation between two kinds of parties.
   *
   * @throws IllegalArgumentException when both are the same, other than departments
   */
  public Relation(PartyKind payer, PartyKind payee) {
    if (payer == payee && payer != PartyKind.DEPARTMENT) {
      throw new IllegalArgumentException(
          "relation " + payer + "→" + payee + " needs two different kinds of parties");
    }
    this.payer = payer;
    this.payee = payee;
    this.text = (payer + "→" + payee).toLowerCase(Locale.ROOT);
  }

  public PartyKind payer() {
    return payer;
  }

  public PartyKind payee() {
    return payee;
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
  public boolean equals(@Nullable Object other) {
    return other instanceof Relation relation && text.equals(relation.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
