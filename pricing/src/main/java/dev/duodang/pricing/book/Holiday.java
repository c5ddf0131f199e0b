package dev.duodang.pricing.book;

import java.util.List;

/**
 * Days on which nobody works.
 *
 * @param name as people read it, such as 国庆节
 * @param runs at least one; of several years where they are known
 */
public record Holiday(String name, List<DayRun> runs) {

  public Holiday {
    runs = List.copyOf(runs);
    if (name.isBlank() || runs.isEmpty()) {
      throw new IllegalArgumentException("a holiday needs a name and its days");
    }
  }
}
