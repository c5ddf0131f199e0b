package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one order may come to in one relation: at most 999,999,999,999,999 minor units,
 * ¥9,999,999,999,999.99. Spreadsheets and browsers keep that many digits, and the sums of some
 * thousand such orders still fit.
 */
final class Account {

  private static final long MINOR_MAX = 999_999_999_999_999L;

  private Account() {}

  /**
   * The hold of what no account holds.
   *
   * @param tier whose amount; null for the sum of all lines
   */
  static Hold hold(PriceBook book, @Nullable Tier tier, int item) {
    Money most = new Money(MINOR_MAX, book.currency());
    return new Hold(
        Hold.Reason.OUT_OF_RANGE,
        tier == null ? null : tier.category(),
        item,
        new Hold.Detail.BeyondAccount(tier == null ? null : tier.id(), most));
  }

  /**
   * Rounds an amount by a book.
   *
   * @return minor units
   * @throws BeyondAccountException when no account holds it
   */
  static long round(PriceBook book, Exact amount) {
    int scale = book.currency().scale();
    Exact most = Exact.of(MINOR_MAX, scale);
    if (amount.compareTo(most) > 0 || amount.compareTo(most.negate()) < 0) {
      throw new BeyondAccountException();
    }
    return amount.toUnits(scale, book.rounding());
  }

  /**
   * Adds amounts that an account holds.
   *
   * @throws BeyondAccountException when none holds their sum
   */
  static long plus(long sumMinor, long minor) {
    long sum = Math.addExact(sumMinor, minor);
    if (Math.absExact(sum) > MINOR_MAX) {
      throw new BeyondAccountException();
    }
    return sum;
  }

  /** Requires that an account holds lines in whatever order they are added. */
  static void require(List<Line> lines) {
    long sum = 0;
    for (Line line : lines) {
      sum = plus(sum, Math.absExact(line.amount().minor()));
    }
  }
}
