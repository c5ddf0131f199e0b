package dev.duodang.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All versions of one master record. Each says something from its day on until the next one's; of
 * those from the same day the one recorded last counts, so that a correction is a further version
 * and no version is ever edited.
 */
public final class History<C> {

  private final List<Version<C>> all;

  /** Those that count, the latest day first. */
  private final List<Version<C>> counting;

  private History(List<Version<C>> all) {
    this.all = all;
    Map<LocalDate, Version<C>> byDay = new TreeMap<>(Comparator.reverseOrder());
    all.stream()
        .sorted(Comparator.comparingInt(Version::number))
        .forEach(version -> byDay.put(day(version), version));
    this.counting = List.copyOf(byDay.values());
  }

  private static LocalDate day(Version<?> version) {
    return version.from() == null ? LocalDate.MIN : version.from();
  }

  /** A history of at least one version. */
  public static <C> History<C> of(List<Version<C>> versions) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a record has at least one version");
    }
    return new History<>(List.copyOf(versions));
  }

  /** The history with a further version. */
  public History<C> with(Version<C> version) {
    List<Version<C>> more = new ArrayList<>(all);
    more.add(version);
    return of(more);
  }

  /** The version that counts on a day; none before the first. */
  public Optional<Version<C>> at(LocalDate day) {
    for (Version<C> version : counting) {
      if (!day(version).isAfter(day)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** The version that counts on a day, else the first one that will. */
  public Version<C> nearest(LocalDate day) {
    return at(day).orElseGet(counting::getLast);
  }

  /** Every version as it was recorded, the first first. */
  public List<Version<C>> all() {
    return all;
  }

  /** The versions that count, the earliest day first. */
  public List<Version<C>> counting() {
    return counting.reversed();
  }

  /** The first day on which another version counts; none while none does. */
  public Optional<LocalDate> until(Version<C> version) {
    return counting().stream()
        .filter(one -> day(one).isAfter(day(version)))
        .map(History::day)
        .findFirst();
  }

  /** The number of the next version. */
  public int next() {
    return all.size() + 1;
  }
}
