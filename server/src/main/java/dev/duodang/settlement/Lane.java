package dev.duodang.settlement;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.Columns;
import dev.duodang.database.Lease;
import dev.duodang.database.Rows;
import dev.duodang.database.TenantId;
import dev.duodang.database.WriterConnections;
import dev.duodang.master.MasterData;
import dev.duodang.master.MasterView;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the batches of one tenant on a connection of its own.
 *
 * <p>A batch that the database refuses is split in halves until the offender stands alone; it is
 * rejected, the others commit. When the connection breaks, whether the commit happened is not
 * known: everything is read again and decided again, which finds what is there already.
 */
final class Lane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MILLIS = 500;

  private static final Set<String> BROKEN = Set.of("08", "40", "53", "57", "58");

  private static final String BEGIN =
      """
      SELECT set_config('duodang.tenant', ?, true),
             (SELECT epoch FROM writer_lease WHERE only_row FOR SHARE)
      """;
  private static final String WAKE =
      "SELECT pg_notify('duodang_changes', r.tenant) FROM %s AS r (tenant)";

  /** What a lane works with; the same for all. */
  record Tools(
      WriterConnections connections,
      Lease lease,
      Books books,
      Regions regions,
      MasterData masters,
      List<BatchPart> parts,
      Executor threads,
      CrashPoint crash,
      Clock clock) {}

  private final TenantId tenant;
  private final Tools tools;
  private @Nullable Connection connection;
  private @Nullable OrderChanges changes;

  Lane(TenantId tenant, Tools tools) {
    this.tenant = tenant;
    this.tools = tools;
  }

  /**
   * Decides and commits; the outcome of each command stands at its place.
   *
   * @param past when the lines are posted; null for now
   */
  List<Outcome> run(List<Command> commands, @Nullable Instant past) {
    for (int attempt = 1; ; attempt++) {
      try {
        return commit(commands, past);
      } catch (LeaseLostException e) {
        LOG.error("Another server has taken over the database; this one writes no more");
        return all(commands, Problem.of(ProblemCode.UNAVAILABLE, "another server has taken over."));
      } catch (SQLException e) {
        boolean broken = isBroken(e);
        abandon(broken);
        if (broken && attempt < ATTEMPTS) {
          LOG.warn("The database does not answer the writer ({}); trying again", e.getMessage());
          pause();
        } else if (broken) {
          return all(
              commands, Problem.of(ProblemCode.UNAVAILABLE, "the database does not answer."));
        } else {
          return split(commands, past, e);
        }
      }
    }
  }

  private List<Outcome> split(
      List<Command> commands, @Nullable Instant past, SQLException refusal) {
    if (commands.size() == 1) {
      Command command = commands.getFirst();
      LOG.warn("The database refuses {}", command, refusal);
      return all(
          commands,
          switch (command) {
            case Command.OfOrder order -> Problem.of(ProblemCode.ORDER_REFUSED, order.orderNo());
            case Command.Post _, Command.Report _ -> notDone(command, "the database refuses it.");
          });
    }
    int half = commands.size() / 2;
    List<Outcome> outcomes = new ArrayList<>(run(commands.subList(0, half), past));
    outcomes.addAll(run(commands.subList(half, commands.size()), past));
    return outcomes;
  }

  private static List<Outcome> all(List<Command> commands, Problem problem) {
    return commands.stream().<Outcome>map(_ -> new Outcome.Rejected(problem)).toList();
  }

  private List<Outcome> commit(List<Command> commands, @Nullable Instant past) throws SQLException {
    MasterView records = tools.masters().view(tenant);
    Connection writer = open();
    begin(writer);
    Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = past == null ? now : past;
    OrderChanges orders = changes();
    BatchDecision.Known known = LedgerReading.read(writer, commands, orders.settler());
    LocalDate month = month(now, known);
    BatchDecision decision = new BatchDecision(orders, records, month, at, known);
    List<Outcome> outcomes = new ArrayList<>(commands.size());
    List<Change> changes = new ArrayList<>();
    List<Command.Post> vouchers = new ArrayList<>();
    for (Command command : commands) {
      Outcome outcome = decided(decision, command);
      outcomes.add(outcome);
      if (outcome instanceof Outcome.Accepted accepted) {
        changes.add(accepted.change());
      } else if (outcome instanceof Outcome.Posted posted
          && posted.isNew()
          && command instanceof Command.Post post) {
        vouchers.add(post);
      }
    }
    if (changes.isEmpty() && vouchers.isEmpty() && decision.reports().isEmpty()) {
      writer.rollback();
      return outcomes;
    }
    tools.crash().reach(CrashPoint.BEFORE_ROWS);
    Map<WindowKey, Window> rebates = rebates(writer, decision);
    write(writer, new Batch(tenant, shard(), month, at, changes, vouchers, rebates), decision);
    return outcomes;
  }

  /** Those that orders count in otherwise now, or of whose parties something is reported. */
  private static Map<WindowKey, Window> rebates(Connection writer, BatchDecision decision)
      throws SQLException {
    Map<WindowKey, Window> changed = JdbcWindows.change(writer, decision.changedWindows());
    List<OutsideKey> reported =
        decision.reports().stream().map(report -> report.value().key()).distinct().toList();
    changed.putAll(JdbcWindows.reported(writer, reported));
    return changed;
  }

  /**
   * The month whose partitions take the rows. An order's rows are looked for from its first month
   * on, so that a clock that was set back does not put them before it.
   */
  private static LocalDate month(Instant now, BatchDecision.Known known) {
    LocalDate month = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    return known.orders().values().stream()
        .map(KeptOrder::firstMonth)
        .filter(first -> first.isAfter(month))
        .max(LocalDate::compareTo)
        .orElse(month);
  }

  /** A mistake of ours in one order must not hold up all others. */
  private static Outcome decided(BatchDecision decision, Command command) {
    try {
      return decision.decide(command);
    } catch (ArithmeticException | IllegalArgumentException e) {
      LOG.warn("This cannot be done: {}", command, e);
      return new Outcome.Rejected(notDone(command, String.valueOf(e.getMessage())));
    }
  }

  private static Problem notDone(Command command, String reason) {
    return switch (command) {
      case Command.OfOrder order ->
          Problem.of(ProblemCode.ORDER_NOT_SETTLED, order.orderNo(), reason);
      case Command.Post post ->
          Problem.of(ProblemCode.VOUCHER_REFUSED, post.voucher().number(), reason);
      case Command.Report _ -> Problem.of(ProblemCode.RECORD_INVALID, reason);
    };
  }

  private void write(Connection writer, Batch batch, BatchDecision decision) throws SQLException {
    List<BatchPart> parts = new ArrayList<>();
    parts.add(new LedgerPart());
    parts.add((same, ready) -> rest(same, decision, ready));
    parts.addAll(tools.parts());
    parts.add((same, ready) -> ready.accept(wake(same)));
    RowsAhead.write(writer, batch, parts, tools.threads());
    tools.crash().reach(CrashPoint.BEFORE_COMMIT);
    writer.commit();
    tools.crash().reach(CrashPoint.AFTER_COMMIT);
  }

  private void rest(Batch batch, BatchDecision decision, Consumer<Rows> ready) {
    ready.accept(LedgerPart.tallies(decision.changedTallies()));
    ready.accept(JdbcVouchers.ready(batch));
    ready.accept(JdbcOutsideValues.ready(decision.reports()));
    if (tools.crash().isArmed()) {
      ready.accept(_ -> tools.crash().reach(CrashPoint.BETWEEN_PARTS));
    }
  }

  private static Rows wake(Batch batch) {
    Columns changes = new Columns("changes", "text");
    changes.add(batch.tenant().toString());
    return changes.ready(WAKE);
  }

  private int shard() {
    return Math.toIntExact(tenant.value());
  }

  private OrderChanges changes() {
    Shelf current = tools.books().shelf(tenant);
    OrderChanges known = changes;
    if (known == null || !known.settler().shelf().equals(current)) {
      known = tools.regions().changes(current);
      changes = known;
    }
    return known;
  }

  private void begin(Connection writer) throws SQLException {
    try (PreparedStatement statement = writer.prepareStatement(BEGIN)) {
      statement.setString(1, tenant.toString());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        if (result.getLong(2) != tools.lease().epoch()) {
          writer.rollback();
          throw new LeaseLostException();
        }
      }
    }
  }

  private Connection open() throws SQLException {
    Connection known = connection;
    if (known == null) {
      known = tools.connections().open("duodang writer " + tenant);
      connection = known;
    }
    return known;
  }

  private void abandon(boolean broken) {
    Connection known = connection;
    if (known == null) {
      return;
    }
    try {
      if (broken) {
        connection = null;
        known.close();
      } else {
        known.rollback();
      }
    } catch (SQLException e) {
      connection = null;
      LOG.debug("The writer's connection was already gone", e);
    }
  }

  /** Classes of SQLSTATE that speak of the server or the way to it, not of our rows. */
  private static boolean isBroken(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.equals("null") || BROKEN.contains(state.substring(0, Math.min(2, state.length())));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    abandon(true);
  }

  /** Another server has raised the epoch. */
  private static final class LeaseLostException extends SQLException {
    private static final long serialVersionUID = 1L;
  }
}
