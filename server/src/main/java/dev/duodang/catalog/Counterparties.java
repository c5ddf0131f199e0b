package dev.duodang.catalog;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.records.History;
import dev.duodang.records.Keeper;
import dev.duodang.records.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is paid: partners, engineers, departments. Kept in memory, a few thousand a tenant. */
@Component
public final class Counterparties {

  private final Keeper<CounterpartyBook> keeper;
  private final TenantClock clocks;
  private final Clock clock;
  private final JdbcCounterparties rows = new JdbcCounterparties();

  Counterparties(ScopedTransactions transactions, TenantClock clocks, Clock clock) {
    this.keeper = new Keeper<>(transactions, "counterparties", rows::all);
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * What a master record says of a counterparty.
   *
   * @param type partner type, such as BOUTIQUE or VOLUME
   * @param mode cooperation mode, such as DIRECT or FRANCHISE
   * @param regions codes of the regions that it works in; none for all
   * @param partnerId of an engineer: the partner he works for
   * @param taxpayer how it is taxed on what it is paid
   * @param costCentre of a department: where its costs are booked
   */
  public record Entry(
      String id,
      Counterparty.Kind kind,
      String name,
      @Nullable String type,
      @Nullable String mode,
      @Nullable String grade,
      List<String> regions,
      @Nullable String partnerId,
      @Nullable Taxpayer taxpayer,
      @Nullable String costCentre) {

    public Entry {
      regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
    }
  }

  /** All of a tenant as they are today, by number; one that begins later as it will be then. */
  public Map<String, Entry> all(TenantId tenant) {
    return book(tenant).on(clocks.today(tenant));
  }

  /** All of a tenant with their versions. */
  public CounterpartyBook book(TenantId tenant) {
    return keeper.of(tenant);
  }

  /** The name of a counterparty, or its number if there is no record. */
  public String name(TenantId tenant, String id) {
    Entry entry = all(tenant).get(id);
    return entry == null ? id : entry.name();
  }

  /** Adds master records that say so from always; those that are there already stay. */
  public void add(TenantId tenant, List<Entry> entries) {
    change(
        tenant,
        (jdbc, current) -> {
          CounterpartyBook next = current;
          for (Entry entry : entries) {
            if (next.find(entry.id()) == null) {
              Version<Entry> first = new Version<>(1, null, entry, "", "template", clock.instant());
              rows.add(jdbc, tenant, List.of(first));
              next = next.with(first);
            }
          }
          return new Keeper.Changed<>(entries, next);
        });
  }

  <R> R change(TenantId tenant, Keeper.Change<CounterpartyBook, R> work) {
    return keeper.change(tenant, work);
  }

  void insert(
      org.springframework.jdbc.core.simple.JdbcClient jdbc,
      TenantId tenant,
      List<Version<Entry>> versions) {
    rows.add(jdbc, tenant, versions);
  }

  /** The history of a counterparty; null when there is none. */
  @Nullable History<Entry> history(TenantId tenant, String id) {
    return book(tenant).find(id);
  }
}
