package dev.duodang.settlement;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.master.MasterData;
import dev.duodang.master.MasterView;
import dev.duodang.pricing.settlement.OrderChanges;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides commands as the writer would at this moment, and writes nothing. */
@Component
public final class Preview {

  private final ScopedTransactions transactions;
  private final Books books;
  private final Regions regions;
  private final MasterData masters;
  private final Clock clock;

  Preview(
      ScopedTransactions transactions,
      Books books,
      Regions regions,
      MasterData masters,
      Clock clock) {
    this.transactions = transactions;
    this.books = books;
    this.regions = regions;
    this.masters = masters;
    this.clock = clock;
  }

  /** What would become of each command, after those before it. */
  public List<Outcome> of(TenantId tenant, List<Command> commands) {
    return decided(
        tenant,
        commands,
        fresh -> {
          BatchDecision decision = fresh.get();
          return commands.stream().map(decision::decide).toList();
        });
  }

  /** What would become of each command alone. */
  public List<Outcome> ofEach(TenantId tenant, List<Command> commands) {
    return decided(
        tenant,
        commands,
        fresh -> commands.stream().map(command -> fresh.get().decide(command)).toList());
  }

  private List<Outcome> decided(
      TenantId tenant,
      List<Command> commands,
      Function<Supplier<BatchDecision>, List<Outcome>> decide) {
    OrderChanges changes = regions.changes(books.shelf(tenant));
    MasterView records = masters.view(tenant);
    Instant at = clock.instant();
    return transactions.readWith(
        tenant,
        connection -> {
          BatchDecision.Known known = LedgerReading.read(connection, commands, changes.settler());
          return decide.apply(
              () ->
                  new BatchDecision(
                      changes,
                      records,
                      at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1),
                      at,
                      known));
        });
  }
}
