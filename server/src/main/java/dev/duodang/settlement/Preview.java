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
    OrderChanges changes = regions.changes(books.shelf(tenant));
    MasterView records = masters.view(tenant);
    Instant at = clock.instant();
    return transactions.readWith(
        tenant,
        connection -> {
          BatchDecision decision =
              new BatchDecision(
                  changes,
                  records,
                  at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1),
                  at,
                  LedgerReading.read(connection, commands, changes.settler()));
          return commands.stream().map(decision::decide).toList();
        });
  }
}
