package dev.duodang.records;

import dev.duodang.pricing.order.Taxpayer;
import java.util.Map;

/** The kinds of taxpayers in the words of records. */
public final class TaxWords {

  public static final Words<Taxpayer> TAXPAYER =
      new Words<>(
          Taxpayer.class,
          Map.of(
              Taxpayer.GENERAL, "一般纳税人",
              Taxpayer.SMALL_SCALE, "小规模纳税人 小规模",
              Taxpayer.INDIVIDUAL, "个人 自然人"));

  private TaxWords() {}
}
