package dev.duodang.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Options of the form {@code --name value} with whole numbers. */
record Options(Map<String, Integer> values) {

  Options {
    values = Map.copyOf(values);
  }

  static Options parse(List<String> words, Set<String> known) {
    Map<String, Integer> values = new HashMap<>();
    for (int at = 0; at < words.size(); at += 2) {
      String name = words.get(at);
      if (!name.startsWith("--") || !known.contains(name.substring(2))) {
        throw new UsageException(
            "there is no option \"" + name + "\"; allowed are " + new TreeSet<>(known));
      }
      if (at + 1 == words.size()) {
        throw new UsageException(name + " wants a number after it");
      }
      values.put(name.substring(2), number(name, words.get(at + 1)));
    }
    return new Options(values);
  }

  int or(String name, int usual) {
    return values.getOrDefault(name, usual);
  }

  private static int number(String name, String word) {
    try {
      int number = Integer.parseInt(word);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new UsageException(name + " wants a number above 0, not \"" + word + "\"");
    }
    throw new UsageException(name + " wants a number above 0, not \"" + word + "\"");
  }
}
