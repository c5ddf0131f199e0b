package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counterparties of a tenant with all their versions, as of one moment. */
public final class CounterpartyBook {

  private final Map<String, History<Entry>> byId;
  private volatile @Nullable Day day;

  private CounterpartyBook(Map<String, History<Entry>> byId) {
    this.byId = byId;
  }

  /** All as they are on a day. */
  private record Day(LocalDate date, Map<String, Entry> entries) {}

  static CounterpartyBook of(List<Version<Entry>> versions) {
    Map<String, List<Version<Entry>>> byId = new TreeMap<>();
    versions.forEach(
        version ->
            byId.computeIfAbsent(version.content().id(), _ -> new ArrayList<>()).add(version));
    Map<String, History<Entry>> histories = new TreeMap<>();
    byId.forEach((id, all) -> histories.put(id, History.of(all)));
    return new CounterpartyBook(histories);
  }

  /** With a further version. */
  CounterpartyBook with(Version<Entry> version) {
    return with(List.of(version));
  }

  CounterpartyBook with(List<Version<Entry>> versions) {
    Map<String, History<Entry>> more = new TreeMap<>(byId);
    versions.forEach(
        version ->
            more.merge(
                version.content().id(),
                History.of(List.of(version)),
                (old, _) -> old.with(version)));
    return new CounterpartyBook(more);
  }

  /** The history of a counterparty; null when there is none. */
  public @Nullable History<Entry> find(String id) {
    return byId.get(id);
  }

  /** All histories, by number. */
  public Map<String, History<Entry>> all() {
    return Collections.unmodifiableMap(byId);
  }

  /** All as they are on a day, by kind and number. */
  Map<String, Entry> on(LocalDate date) {
    Day known = day;
    if (known == null || !known.date().equals(date)) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      byId.values().stream()
          .map(history -> history.nearest(date).content())
          .sorted(Comparator.comparing((Entry entry) -> entry.kind().name()))
          .forEach(entry -> entries.put(entry.id(), entry));
      known = new Day(date, Collections.unmodifiableMap(entries));
      day = known;
    }
    return known.entries();
  }
}
