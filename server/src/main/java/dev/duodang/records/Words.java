package dev.duodang.records;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a closed choice, with what Chinese sheets write for each. */
public final class Words<E extends Enum<E>> {

  private final Map<String, E> values = new HashMap<>();
  private final String allowed;

  /**
   * The words of a choice.
   *
   * @param chinese of each constant those that mean it too, divided by blanks
   */
  public Words(Class<E> type, Map<E, String> chinese) {
    for (E value : type.getEnumConstants()) {
      values.put(value.name(), value);
      Arrays.stream(chinese.getOrDefault(value, "").split(" ", -1))
          .forEach(word -> values.put(word, value));
    }
    this.allowed =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name() + " (" + chinese.getOrDefault(value, "") + ")")
            .collect(Collectors.joining(", "));
  }

  /** What may be written. */
  public String allowed() {
    return allowed;
  }

  E of(String word) {
    E value = values.get(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (value == null) {
      throw new IllegalArgumentException("\"" + word + "\" is none of " + allowed);
    }
    return value;
  }
}
