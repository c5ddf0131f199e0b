package dev.duodang.master;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Regions;
import dev.duodang.contract.Contracts;
import dev.duodang.customer.Customers;
import dev.duodang.database.TenantId;
import dev.duodang.identity.TenantClock;
import org.springframework.stereotype.Component;

/** The master records of each tenant as one view, from memory. */
@Component
public final class MasterData {

  private final Counterparties counterparties;
  private final Customers customers;
  private final Contracts contracts;
  private final Regions regions;
  private final Books books;
  private final TenantClock clocks;

  MasterData(
      Counterparties counterparties,
      Customers customers,
      Contracts contracts,
      Regions regions,
      Books books,
      TenantClock clocks) {
    this.counterparties = counterparties;
    this.customers = customers;
    this.contracts = contracts;
    this.regions = regions;
    this.books = books;
    this.clocks = clocks;
  }

  /** The master records as they are now; later changes do not show in it. */
  public MasterView view(TenantId tenant) {
    return new MasterView(
        counterparties.book(tenant),
        customers.all(tenant),
        contracts.of(tenant),
        regions.changes(books.shelf(tenant)),
        clocks.zone(tenant));
  }
}
