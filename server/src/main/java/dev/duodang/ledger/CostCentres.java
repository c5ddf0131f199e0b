package dev.duodang.ledger;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.CounterpartyBook;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.records.History;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where departments book what they charge each other: in the cost centre that their record names on
 * a day; a department without one is its own.
 */
record CostCentres(CounterpartyBook departments) {

  /** The accounts of departments' cost centres on a day. */
  BiFunction<Account, @Nullable PartyId, Side> on(LocalDate day) {
    return (account, department) ->
        department == null ? Side.of(account) : new Side(account, of(department.text(), day));
  }

  private String of(String department, LocalDate day) {
    History<Counterparties.Entry> history = departments.find(department);
    return Optional.ofNullable(history)
        .flatMap(known -> known.at(day))
        .flatMap(version -> Optional.ofNullable(version.content().costCentre()))
        .orElse(department);
  }
}
