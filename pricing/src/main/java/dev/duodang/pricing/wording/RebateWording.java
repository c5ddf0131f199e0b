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

  /**
   * What was measured and what it has accrued: {@code 488 orders at 3 %: ¥1,464.00}; that it is not
   * reported where it is yet to be.
   */
  public String accrued(Accrual accrual) {
    Currency currency = accrual.accrued().currency();
    Exact measured = accrual.measured();
    RebateStep reached = accrual.step();
    if (measured == null || reached == null) {
      return unreported(accrual.rebate());
    }
    String what = measured(accrual.rebate(), measured, currency);
    String step = step(reached, accrual.rebate(), currency);
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

  private String unreported(Rebate rebate) {
    String label = rebate.measure() instanceof Rebate.Outside outside ? outside.label() : "";
    return language.choose(
        label + "尚未上报，暂无累计", label + " is not reported yet, so that nothing is accrued");
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
    String step = step(next.step(), rebate, currency);
    String to =
        language.choose(
            missing(rebate, next.missing(), currency) + "到 " + step,
            missing(rebate, next.missing(), currency) + " to " + step);
    if (next.more() == null) {
      return to;
    }
    String more = (next.more().minor() < 0 ? "" : "+") + money(next.more());
    return switch (rebate.measure()) {
      case Rebate.Counted.ORDERS, Rebate.Counted.QUANTITY ->
          language.choose(to + "：按目前平均 " + more, to + ": " + more + " at today's average");
      case Rebate.Counted.AMOUNT -> language.choose(to + "：" + more, to + ": " + more);
      case Rebate.Outside _ ->
          language.choose(to + "：按目前金额 " + more, to + ": " + more + " on today's amount");
    };
  }

  private String measured(Rebate rebate, Exact value, Currency currency) {
    return switch (rebate.measure()) {
      case Rebate.Counted counted -> counted(counted, value, currency, "");
      case Rebate.Outside outside -> outside.label() + " " + number(value, outside);
    };
  }

  private String missing(Rebate rebate, Exact value, Currency currency) {
    return switch (rebate.measure()) {
      case Rebate.Counted counted ->
          language.choose("再 ", "") + counted(counted, value, currency, " more");
      case Rebate.Outside outside ->
          language.choose(
              outside.label() + "再 " + number(value, outside),
              number(value, outside) + " more of " + outside.label());
    };
  }

  private static String number(Exact value, Rebate.Outside outside) {
    return value.toShortString() + (outside.unit().isEmpty() ? "" : " " + outside.unit());
  }

  private String counted(Rebate.Counted measure, Exact value, Currency currency, String more) {
    String number = value.toShortString();
    boolean isOne = value.equals(Exact.ONE);
    return switch (measure) {
      case ORDERS -> language.choose(number + " 单", number + more + (isOne ? " order" : " orders"));
      case QUANTITY -> language.choose(number + " 件", number + more + (isOne ? " unit" : " units"));
      case AMOUNT -> {
        String money = money(Money.round(value, currency, java.math.RoundingMode.UNNECESSARY));
        yield language.choose(money, money + more);
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
      parts.add(language.choose(each(rebate) + " " + price, price + " each"));
    }
    if (step.flat().signum() > 0) {
      parts.add(symbol(currency) + step.flat());
    }
    return String.join(" + ", parts);
  }

  /** For what a price is, in Chinese. */
  private static String each(Rebate rebate) {
    return switch (rebate.measure()) {
      case Rebate.Counted.ORDERS -> "每单";
      case Rebate.Counted.QUANTITY, Rebate.Counted.AMOUNT -> "每件";
      case Rebate.Outside outside -> "每" + (outside.unit().isEmpty() ? "点" : outside.unit());
    };
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
