package dev.duodang.ledger;

import dev.duodang.catalog.LegalEntities;
import dev.duodang.database.TenantId;
import dev.duodang.database.WriterConnections;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Tenant;
import dev.duodang.ledger.Entry.Origin;
import dev.duodang.ledger.Entry.Source;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.settlement.Batch;
import dev.duodang.settlement.Ledger;
import dev.duodang.settlement.OrderLedger;
import dev.duodang.settlement.SettlementWriter;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;

/**
 * Posts what was settled before there was a ledger, once, before the writer takes its first
 * command: each line of each order, page by page, so that a start that is cut off goes on.
 */
@Component
class Opening implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final int PAGE = 500;
  private static final String NOBODY = "duodang";

  private static final String SCOPE = "SELECT set_config('duodang.tenant', ?, true)";
  private static final String POSITION =
      "SELECT position FROM ledger_opening WHERE tenant_id = current_tenant()";
  private static final String ORDERS =
      """
      SELECT order_no FROM order_key
      WHERE tenant_id = current_tenant() AND order_no > ? AND lines > 0 ORDER BY order_no LIMIT ?
      """;
  private static final String MOVE =
      "UPDATE ledger_opening SET position = ? WHERE tenant_id = current_tenant()";
  private static final String DONE =
      "DELETE FROM ledger_opening WHERE tenant_id = current_tenant()";

  private final WriterConnections connections;
  private final Identities identities;
  private final LegalEntities entities;
  private final Ledger lines;
  private final Clock clock;
  private volatile boolean running;

  Opening(
      WriterConnections connections,
      Identities identities,
      LegalEntities entities,
      Ledger lines,
      Clock clock) {
    this.connections = connections;
    this.identities = identities;
    this.entities = entities;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public void start() {
    try (Connection connection = connections.open("duodang ledger opening")) {
      for (Tenant tenant : identities.tenants()) {
        open(connection, tenant);
      }
    } catch (SQLException e) {
      throw new DataRetrievalFailureException("the ledger cannot be opened", e);
    }
    running = true;
  }

  private void open(Connection connection, Tenant tenant) throws SQLException {
    scope(connection, tenant.id());
    String position = position(connection);
    long orders = 0;
    while (position != null) {
      List<OrderNo> page = page(connection, position);
      if (page.isEmpty()) {
        run(connection, DONE, null);
        LOG.info("The ledger of {} begins with {} orders settled before", tenant.name(), orders);
        position = null;
      } else {
        post(connection, tenant, page);
        position = page.getLast().text();
        run(connection, MOVE, position);
        orders += page.size();
      }
      connection.commit();
      scope(connection, tenant.id());
    }
    connection.rollback();
  }

  private static void scope(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SCOPE)) {
      statement.setString(1, tenant.toString());
      statement.execute();
    }
  }

  private static @Nullable String position(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(POSITION);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static List<OrderNo> page(Connection connection, String after) throws SQLException {
    List<OrderNo> page = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ORDERS)) {
      statement.setString(1, after);
      statement.setInt(2, PAGE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.add(OrderNo.of(row.getString(1)));
        }
      }
    }
    return page;
  }

  private static void run(Connection connection, String sql, @Nullable String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter != null) {
        statement.setString(1, parameter);
      }
      statement.executeUpdate();
    }
  }

  private void post(Connection connection, Tenant tenant, List<OrderNo> page) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Entry> entries = new ArrayList<>();
    for (OrderNo order : page) {
      lines.order(tenant.id(), order).ifPresent(one -> entries.addAll(entries(tenant, one)));
    }
    Batch batch =
        new Batch(
            tenant.id(),
            Math.toIntExact(tenant.id().value()),
            now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1),
            now,
            List.of(),
            List.of(),
            Map.of());
    JdbcEntries.add(connection, batch, entries);
    JdbcAccounts.add(connection, batch, now.atZone(tenant.zone()).toLocalDate(), entries);
  }

  /** The entries of all lines of an order, those taken back too, by its facts as they are. */
  private List<Entry> entries(Tenant tenant, OrderLedger ledger) {
    List<Entry> entries = new ArrayList<>();
    String entity = entities.of(tenant.id(), null);
    for (OrderLedger.PostedLine posted : ledger.lines()) {
      Posting line = posted.line();
      int leg = 0;
      for (Rules.Move move :
          Rules.line(line.relation(), ledger.order(), line.amount(), line.tax(), Side::of)) {
        if (move.amount().minor() != 0) {
          leg++;
          entries.add(
              new Entry(
                  new Origin(Source.ORDER, ledger.order().orderNo().text(), 0, line.number(), leg),
                  entity,
                  move.debit(),
                  move.credit(),
                  move.amount(),
                  day(ledger.order(), posted, tenant),
                  line.category() + " " + line.label(),
                  NOBODY));
        }
      }
    }
    return entries;
  }

  private static LocalDate day(WorkOrder order, OrderLedger.PostedLine posted, Tenant tenant) {
    Instant completed = order.times().at(Times.Event.COMPLETED);
    Instant time = completed == null ? posted.postedAt() : completed;
    return time.atZone(tenant.zone()).toLocalDate();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the writer, and with it before the web server. */
  @Override
  public int getPhase() {
    return SettlementWriter.PHASE - 1;
  }
}
