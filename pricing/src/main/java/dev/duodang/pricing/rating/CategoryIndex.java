package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.FeeCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of one category, ranked, with a bitmap of rows for each value of each fact that they
 * ask for. A match intersects the bitmaps of the subject's values and takes the lowest bit; what
 * bitmaps cannot hold is tested on the rows that are left.
 */
final class CategoryIndex {

  /** No row admits the subject. */
  static final int NONE = -1;

  /**
   * The first row hangs on the part of the region that is not known: {@code FIRST_OPEN - row}, so
   * that both the fact and the row's rank are there.
   */
  private static final int FIRST_OPEN = -2;

  /**
   * The expression of the first row is neither true nor false: {@code FIRST_UNDECIDED - row}, far
   * beyond all open ones.
   */
  private static final int FIRST_UNDECIDED = Integer.MIN_VALUE / 2;

  static boolean isOpen(int found) {
    return found <= FIRST_OPEN && found > FIRST_UNDECIDED;
  }

  static boolean isUndecided(int found) {
    return found <= FIRST_UNDECIDED;
  }

  /** The place among the rows of what was found, certain or not. */
  static int rank(int found) {
    if (found <= FIRST_UNDECIDED) {
      return FIRST_UNDECIDED - found;
    }
    return found <= FIRST_OPEN ? FIRST_OPEN - found : found;
  }

  private final FeeCategory category;
  private final List<Row> rows;
  private final Row[] rowArray;
  private final Axis[] axes;
  private final int regionAxis;
  private final Test[] @Nullable [] residual;
  private final int summaryWords;

  CategoryIndex(FeeCategory category, List<Row> rows, List<Axis> axes) {
    this.category = category;
    this.rows = List.copyOf(rows);
    this.rowArray = rows.toArray(Row[]::new);
    this.axes = axes.toArray(Axis[]::new);
    this.regionAxis = placeOfRegion(this.axes);
    this.residual = residual(this.rowArray);
    this.summaryWords = Bits.summaryWords(rows.size());
  }

  private static int placeOfRegion(Axis[] axes) {
    for (int i = 0; i < axes.length; i++) {
      if (axes[i].certain() != null) {
        return i;
      }
    }
    return -1;
  }

  private static Test[] @Nullable [] residual(Row[] rows) {
    Test[] @Nullable [] residual = new Test[rows.length] @Nullable [];
    for (int row = 0; row < rows.length; row++) {
      Test[] tests =
          rows[row].asked().stream()
              .filter(CategoryIndex::isResidual)
              .map(Asked::test)
              .toArray(Test[]::new);
      residual[row] = tests.length == 0 ? null : tests;
    }
    return residual;
  }

  private static boolean isResidual(Asked asked) {
    return switch (asked.test()) {
      case Test.Other _ ->
          !(asked.condition() instanceof dev.duodang.pricing.book.Condition.InStatus);
      case Test.InCalendar _, Test.OfPromise _, Test.Valid _, Test.OfExpression _ -> true;
      case Test.InSet _, Test.InRegions _, Test.InRange _, Test.NotCancelled _ -> false;
    };
  }

  FeeCategory category() {
    return category;
  }

  List<Row> rows() {
    return rows;
  }

  Row row(int index) {
    return rowArray[index];
  }

  /**
   * The winner's place among the rows, {@link #NONE}, or a row that {@link #isOpen} or {@link
   * #isUndecided}.
   *
   * @param ids the subject's number under each of the book's keys
   * @param sets room for one bitmap an axis, overwritten
   */
  int find(int[] ids, Subject subject, long[][] sets) {
    collect(ids, sets);
    int row = first(subject, sets);
    return row < 0 || isCertain(row, ids) ? row : FIRST_OPEN - row;
  }

  /**
   * The winner's place among the rows, {@link #NONE}, or a row that {@link #isUndecided}, if the
   * subject's region were another.
   *
   * @param region the place in the tree of a region that is fully known
   */
  int findIn(int region, int[] ids, Subject subject, long[][] sets) {
    collect(ids, sets);
    sets[regionAxis] = certainIn(region);
    return first(subject, sets);
  }

  /** The rows that a region certainly meets; the same object for regions that meet the same. */
  long[] certainIn(int region) {
    long[][] certain = axes[regionAxis].certain();
    if (certain == null) {
      throw new IllegalStateException("category " + category.id() + " asks for no region");
    }
    return certain[region + 1];
  }

  private void collect(int[] ids, long[][] sets) {
    for (int i = 0; i < axes.length; i++) {
      Axis axis = axes[i];
      sets[i] = axis.possible()[ids[axis.key()]];
    }
  }

  /** The first row in all sets whose other tests hold, or may. */
  private int first(Subject subject, long[][] sets) {
    int count = axes.length;
    for (int group = 0; group < summaryWords; group++) {
      long words = group == summaryWords - 1 ? lastSummary() : -1L;
      for (int i = 0; i < count; i++) {
        words &= sets[i][group];
      }
      while (words != 0) {
        int word = (group << 6) + Long.numberOfTrailingZeros(words);
        words &= words - 1;
        int found = firstInWord(word, subject, sets);
        if (found != NONE) {
          return found;
        }
      }
    }
    return NONE;
  }

  private int firstInWord(int word, Subject subject, long[][] sets) {
    long bits = word == Bits.words(rowArray.length) - 1 ? lastWord() : -1L;
    int place = summaryWords + word;
    for (int i = 0; i < axes.length; i++) {
      bits &= sets[i][place];
    }
    while (bits != 0) {
      int row = (word << 6) + Long.numberOfTrailingZeros(bits);
      bits &= bits - 1;
      Test @Nullable [] tests = residual[row];
      Truth truth = tests == null ? Truth.HOLDS : all(tests, subject);
      if (truth != Truth.FAILS) {
        return truth == Truth.UNDECIDED ? FIRST_UNDECIDED - row : row;
      }
    }
    return NONE;
  }

  private long lastSummary() {
    int words = Bits.words(rowArray.length) & 63;
    return words == 0 ? -1L : (1L << words) - 1;
  }

  private long lastWord() {
    int bits = rowArray.length & 63;
    return bits == 0 ? -1L : (1L << bits) - 1;
  }

  private boolean isCertain(int row, int[] ids) {
    if (regionAxis < 0) {
      return true;
    }
    Axis axis = axes[regionAxis];
    int id = ids[axis.key()];
    return !axis.isOpen(id) || Bits.get(certainIn(id - 1), rowArray.length, row);
  }

  /** Whether all hold; only the last, an expression, may be neither true nor false. */
  private static Truth all(Test[] tests, Subject subject) {
    Truth truth = Truth.HOLDS;
    for (int i = 0; i < tests.length && truth == Truth.HOLDS; i++) {
      truth = tests[i].of(subject);
    }
    return truth;
  }
}
