package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateStep;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rebate.Accrual;
import java.util.ArrayList;
import java.util.List;

/** Sentences about rebates in one language. */
public final class RebateWording {

  private final Language language;

  private RebateWording(Language language) {
    this.language = language;
  }

  public static RebateWording of(Language language) {
    return new RebateWording(language);
  }

  /** What was counted and what it has accrued: {@code 488 orders at 3 %: ¥1,464.00}. */
  public String accrued(Accrual accrual) {
    Currency currency = accrual.accrued().currency();
    Exact measured =
        switch (accrual.rebate().measure()) {
          case ORDERS -> Exact.of(accrual.window().count());
          case QUANTITY -> accrual.window().quantity();
          case AMOUNT -> Exact.of(accrual.window().minor(), currency.scale());
        };
    String what = measured(accrual.rebate(), measured, currency, false);
    String step = step(accrual.step(), accrual.rebate(), currency);
    String money = money(accrual.accrued());
    return switch (accrual.rebate().stepping()) {
      case VOLUME ->
          language.choose(
              what + "，按 " + step + " 已累计 " + money, what + " at " + step + ": " + money);
      case GRADUATED ->
          language.choose(
              what + "，分段累计 " + money + "，当前档 " + step,
              what + " in steps, now at " + step + ": " + money);
    };
  }

  /**
   * What the next step asks and brings: {@code 13 more orders to 5 %: +¥1,041.00 at today's
   * average}; empty on the last step.
   */
  public String next(Accrual accrual) {
    Accrual.Next next = accrual.next();
    if (next == null) {
      return "";
    }
    Currency currency = accrual.accrued().currency();
    Rebate rebate = accrual.rebate();
    String missing = measured(rebate, next.missing(), currency, true);
    String step = step(next.step(), rebate, currency);
    String to = language.choose("再 " + missing + "到 " + step, missing + " to " + step);
    if (next.more() == null) {
      return to;
    }
    String more = (next.more().minor() < 0 ? "" : "+") + money(next.more());
    return rebate.measure() == Rebate.Measured.AMOUNT
        ? language.choose(to + "：" + more, to + ": " + more)
        : language.choose(to + "：按目前平均 " + more, to + ": " + more + " at today's average");
  }

  private String measured(Rebate rebate, Exact value, Currency currency, boolean isMore) {
    String number = value.toShortString();
    boolean isOne = value.equals(Exact.ONE);
    return switch (rebate.measure()) {
      case ORDERS ->
          language.choose(
              number + " 单", number + (isMore ? " more" : "") + (isOne ? " order" : " orders"));
      case QUANTITY ->
          language.choose(
              number + " 件", number + (isMore ? " more" : "") + (isOne ? " unit" : " units"));
      case AMOUNT -> {
        String money = money(Money.round(value, currency, java.math.RoundingMode.UNNECESSARY));
        yield language.choose(money, money + (isMore ? " more" : ""));
      }
    };
  }

  /** What a step gives: {@code 5 %}, {@code 5 % + ¥500.00}, {@code ¥2.00 each}. */
  private String step(RebateStep step, Rebate rebate, Currency currency) {
    List<String> parts = new ArrayList<>();
    if (step.percent().signum() > 0 || (step.price().signum() == 0 && step.flat().signum() == 0)) {
      parts.add(step.percent().toShortString() + language.choose("%", " %"));
    }
    if (step.price().signum() > 0) {
      String price = symbol(currency) + step.price();
      String each = rebate.measure() == Rebate.Measured.ORDERS ? "每单 " : "每件 ";
      parts.add(language.choose(each + price, price + " each"));
    }
    if (step.flat().signum() > 0) {
      parts.add(symbol(currency) + step.flat());
    }
    return String.join(" + ", parts);
  }

  /** {@code ¥1,041.00}. */
  private static String money(Money money) {
    String text = money.toExact().max(money.toExact().negate()).toString();
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    for (int at = point - 3; at > 0; at -= 3) {
      grouped.insert(at, ',');
    }
    return (money.minor() < 0 ? "−" : "") + symbol(money.currency()) + grouped;
  }

  private static String symbol(Currency currency) {
    return currency.equals(Currency.CNY) ? "¥" : currency.code() + " ";
  }
}
