package dev.duodang.pricing.sample;

import dev.duodang.pricing.money.Exact;

/**
 * Works out a formula as a reader would, so that what is shown can be held against what was
 * computed: {@code min(3 × 100.00, 200.00) − 100.00} is 100.
 */
public final class Formula {

  private final String text;
  private int at;

  private Formula(String text) {
    this.text = text;
  }

  /** The value of a formula; units behind a number, such as 米, do not matter. */
  public static Exact value(String text) {
    Formula formula = new Formula(text.replaceAll("[\\p{IsHan}]", "").replace(" ", ""));
    Exact value = formula.sum();
    if (formula.at != formula.text.length()) {
      throw new AssertionError("\"" + text + "\" is no formula from " + formula.at + " on");
    }
    return value;
  }

  private Exact sum() {
    Exact value = product();
    while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '−')) {
      boolean plus = text.charAt(at++) == '+';
      Exact next = product();
      value = plus ? value.plus(next) : value.minus(next);
    }
    return value;
  }

  private Exact product() {
    Exact value = factor();
    while (at < text.length() && "×÷%".indexOf(text.charAt(at)) >= 0) {
      char sign = text.charAt(at++);
      value =
          sign == '%'
              ? value.percent(Exact.ONE)
              : sign == '×' ? value.times(factor()) : value.dividedBy(factor());
    }
    return value;
  }

  private Exact factor() {
    if (text.startsWith("min(", at) || text.startsWith("max(", at)) {
      boolean least = text.startsWith("min(", at);
      at += 4;
      Exact one = sum();
      expect(',');
      Exact other = sum();
      expect(')');
      return least ? one.min(other) : one.max(other);
    }
    char first = text.charAt(at);
    if ("(⌈⌊".indexOf(first) >= 0) {
      at++;
      Exact inside = sum();
      expect(first == '(' ? ')' : first == '⌈' ? '⌉' : '⌋');
      return first == '('
          ? inside
          : first == '⌈' ? inside.startedSteps(Exact.ONE) : inside.fullSteps(Exact.ONE);
    }
    return number();
  }

  private Exact number() {
    int from = at;
    while (at < text.length() && "-0123456789./".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String[] sides = text.substring(from, at).split("/", -1);
    Exact value = Exact.parse(sides[0]);
    return sides.length == 1 ? value : value.dividedBy(Exact.parse(sides[1]));
  }

  private void expect(char wanted) {
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw new AssertionError("\"" + text + "\" must have " + wanted + " at " + at);
    }
    at++;
  }
}
