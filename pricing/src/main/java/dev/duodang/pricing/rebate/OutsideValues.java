package dev.duodang.pricing.rebate;

import org.jspecify.annotations.Nullable;

/** What counts of outside measures. */
@FunctionalInterface
public interface OutsideValues {

  /** Nothing is reported. */
  OutsideValues NONE = _ -> null;

  /** The value that counts; null while none is reported. */
  @Nullable OutsideValue of(OutsideKey key);
}
