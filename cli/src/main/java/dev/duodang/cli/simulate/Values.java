package dev.duodang.cli.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for values of which orders share few, so that each is kept once. */
final class Values<T> {

  /** The number of a value that there is no more room for. */
  static final int FULL = -1;

  private final int most;
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  Values(int most) {
    this.most = most;
  }

  /** A value's number from 1, 0 for an absent one, {@link #FULL} when there are too many. */
  int number(@Nullable T value) {
    if (value == null) {
      return 0;
    }
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    if (values.size() == most) {
      return FULL;
    }
    values.add(value);
    numbers.put(value, values.size());
    return values.size();
  }

  @Nullable T value(int number) {
    return number == 0 ? null : values.get(number - 1);
  }
}
