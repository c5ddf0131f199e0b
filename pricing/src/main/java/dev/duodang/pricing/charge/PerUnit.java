package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;

/**
 * A price for each unit: {@code price × quantity}. With {@code block}, a price for each block of
 * that many units: 0.50 for each started 0.2 miles.
 *
 * @param block units a price is for; greater than 0
 * @param started whether a started block counts as a whole one; else the exact part of it
 */
public record PerUnit(Exact price, Exact block, boolean started) implements Rate {

  public PerUnit {
    if (block.signum() <= 0) {
      throw new IllegalArgumentException("block " + block + " must be greater than 0");
    }
  }

  public static PerUnit of(Exact price) {
    return new PerUnit(price, Exact.ONE, false);
  }

  @Override
  public Exact amount(Exact quantity) {
    return price.times(blocks(quantity));
  }

  @Override
  public String formula(Exact quantity) {
    return blocks(quantity).toShortString() + " × " + price;
  }

  private Exact blocks(Exact quantity) {
    Exact blocks = block.equals(Exact.ONE) ? quantity : quantity.dividedBy(block);
    return started ? blocks.round(0, RoundingMode.CEILING) : blocks;
  }
}
