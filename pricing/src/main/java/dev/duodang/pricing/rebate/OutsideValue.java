package dev.duodang.pricing.rebate;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of an outside measure. Nothing reported is edited: a higher revision counts in
 * place of a lower one.
 *
 * @param revision counts what was reported under the key, from 1
 * @param value from 0 to 1,000,000,000,000, with at most six decimals
 */
public record OutsideValue(OutsideKey key, long revision, Exact value) {

  /** What a value may be. */
  public static final String ALLOWED = "a number from 0 to 1000000000000 with at most six decimals";

  /** What a revision may be. */
  public static final String REVISIONS = "a whole number from 1";

  private static final Exact MAX = Exact.of(1_000_000_000_000L);
  private static final int DECIMALS_MAX = 6;

  public OutsideValue {
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " is not " + REVISIONS);
    }
    if (value.signum() < 0
        || value.compareTo(MAX) > 0
        || !value.equals(value.round(DECIMALS_MAX, java.math.RoundingMode.DOWN))) {
      throw new IllegalArgumentException("\"" + value.toShortString() + "\" is not " + ALLOWED);
    }
  }

  /** What becomes of a value that is reported. */
  public enum Verdict {
    /** It counts from now on. */
    NEW,
    /** It is there already. */
    REPEAT,
    /** Its revision is there with another value. */
    CONFLICT,
    /** A higher revision counts already. */
    STALE
  }

  /**
   * A value as it was reported.
   *
   * @param stated its revision; null where the source counts none, so that another value than the
   *     one that counts is the next revision
   * @param known what counts so far; null for nothing
   */
  public static OutsideValue of(
      OutsideKey key, @Nullable Long stated, Exact value, @Nullable OutsideValue known) {
    if (stated != null) {
      return new OutsideValue(key, stated, value);
    }
    long counted = known == null ? 0 : known.revision();
    boolean isSame = known != null && known.value().equals(value);
    return new OutsideValue(key, isSame ? counted : Math.addExact(counted, 1), value);
  }

  /** What becomes of this value beside the one that counts so far. */
  public Verdict against(@Nullable OutsideValue known) {
    if (known == null || revision > known.revision()) {
      return Verdict.NEW;
    }
    if (revision < known.revision()) {
      return Verdict.STALE;
    }
    return value.equals(known.value()) ? Verdict.REPEAT : Verdict.CONFLICT;
  }
}
