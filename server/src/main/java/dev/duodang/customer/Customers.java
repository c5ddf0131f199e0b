package dev.duodang.customer;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.records.History;
import dev.duodang.records.Keeper;
import dev.duodang.records.Version;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers with a master record, in versions, kept in memory. */
@Component
public final class Customers {

  private final Keeper<Map<String, History<Entry>>> keeper;
  private final JdbcCustomers rows = new JdbcCustomers();

  Customers(ScopedTransactions transactions) {
    this.keeper = new Keeper<>(transactions, "customers", rows::all);
  }

  /**
   * What a master record says of a customer.
   *
   * @param customerClass such as MEMBER, VIP or KEY_ACCOUNT
   */
  public record Entry(String id, String name, @Nullable String customerClass) {}

  /** All of a tenant, by number. */
  public Map<String, History<Entry>> all(TenantId tenant) {
    return keeper.of(tenant);
  }

  <R> R change(TenantId tenant, Keeper.Change<Map<String, History<Entry>>, R> work) {
    return keeper.change(tenant, work);
  }

  void insert(JdbcClient jdbc, TenantId tenant, List<Version<Entry>> versions) {
    rows.add(jdbc, tenant, versions);
  }

  static Map<String, History<Entry>> with(
      Map<String, History<Entry>> known, List<Version<Entry>> versions) {
    Map<String, History<Entry>> more = new TreeMap<>(known);
    versions.forEach(
        version ->
            more.merge(
                version.content().id(),
                History.of(List.of(version)),
                (old, _) -> old.with(version)));
    return Collections.unmodifiableMap(more);
  }
}
