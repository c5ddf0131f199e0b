package dev.duodang.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a sheet that stand for several cells. The library keeps them all, writes a shared
 * one out for each cell and asks every array at each cell: a small sheet may thus fill memory or
 * take hours, though no formula is needed to read values.
 */
final class Formulas {

  private static final int KEPT_CHARACTERS_MAX = 16 << 20;
  private static final int CHARACTERS_EACH = 100;
  private static final long ASKED_MAX = 1_000_000_000;

  private final Map<String, Integer> lengths = new HashMap<>();
  private long kept;
  private int arrays;
  private long asked;

  /** A cell asks every array whether it belongs to it. */
  void cell() throws UnreadableSourceException {
    asked += arrays;
    if (asked > ASKED_MAX) {
      throw tooMany("takes too long to read with its " + arrays + " array formulas");
    }
  }

  /**
   * A formula as it ends.
   *
   * @param type "shared", "array" or another
   * @param number of the shared formula
   * @param first whether the other cells repeat this one
   * @return the characters that the library holds for its cell
   */
  int take(@Nullable String type, @Nullable String number, boolean first, int length)
      throws UnreadableSourceException {
    boolean isShared = "shared".equals(type);
    if (first && (isShared || "array".equals(type))) {
      kept += length + CHARACTERS_EACH;
      arrays += isShared ? 0 : 1;
      if (isShared) {
        lengths.merge(String.valueOf(number), length, Math::max);
      }
    }
    if (kept > KEPT_CHARACTERS_MAX) {
      throw tooMany("has more than 16 Mi characters of formulas for several cells");
    }
    return isShared && !first ? lengths.getOrDefault(String.valueOf(number), 0) : length;
  }

  private static UnreadableSourceException tooMany(String what) {
    return new UnreadableSourceException("the sheet " + what + "; save it with values only");
  }
}
