package dev.duodang.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a closed choice, each with what Chinese sheets write for it. */
final class Vocabulary<T> {

  private final Map<String, T> values = new HashMap<>();
  private final String allowed;

  private Vocabulary(String allowed) {
    this.allowed = allowed;
  }

  /** One choice: its own word and others that mean it, divided by blanks. */
  record Choice<T>(T value, String word, String others) {}

  static <T> Vocabulary<T> of(List<Choice<T>> choices) {
    Vocabulary<T> words =
        new Vocabulary<>(choices.stream().map(Choice::word).collect(Collectors.joining(", ")));
    for (Choice<T> choice : choices) {
      words.values.put(key(choice.word()), choice.value());
      for (String other : choice.others().split(" ", -1)) {
        words.values.put(key(other), choice.value());
      }
    }
    return words;
  }

  static <E extends Enum<E>> Choice<E> choice(E value, String others) {
    return new Choice<>(value, value.name(), others);
  }

  /**
   * The choice that a word means.
   *
   * @throws IllegalArgumentException when it means none
   */
  T of(String word) {
    T value = values.get(key(word));
    if (value == null) {
      throw new IllegalArgumentException("is not one of the words allowed");
    }
    return value;
  }

  String allowed() {
    return allowed;
  }

  private static String key(String word) {
    return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
