package dev.duodang.contract;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.records.Keeper;
import org.springframework.stereotype.Component;

/** The contracts of each tenant, kept in memory. */
@Component
public final class Contracts {

  private final Keeper<ContractBook> keeper;

  Contracts(ScopedTransactions transactions) {
    this.keeper = new Keeper<>(transactions, "contracts", new JdbcContracts()::all);
  }

  /** All of a tenant. */
  public ContractBook of(TenantId tenant) {
    return keeper.of(tenant);
  }

  <R> R change(TenantId tenant, Keeper.Change<ContractBook, R> work) {
    return keeper.change(tenant, work);
  }
}
