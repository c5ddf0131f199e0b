package dev.duodang.order;

import dev.duodang.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of orders; the reader's scope is part of every statement. */
final class JdbcOrders {

  private static final String SELECT =
      """
      SELECT w.order_no, w.revision, w.service, w.region, w.address, w.customer_class,
             w.counterparty_id, w.handlers, w.status, w.stage, w.state, w.hold_reasons,
             w.tier_name, w.cost_minor, w.currency, w.created_at, w.completed_at, w.changed_at,
             w.related_order, w.related_kind
      FROM work_order w
      WHERE w.tenant_id = current_tenant()
      """;

  /** One row of work_order. */
  record Listed(
      String orderNo,
      long revision,
      String service,
      @Nullable String region,
      @Nullable String address,
      @Nullable String customerClass,
      @Nullable String counterparty,
      List<String> handlers,
      String status,
      @Nullable String stage,
      String state,
      List<String> holds,
      @Nullable String tierName,
      long costMinor,
      String currency,
      @Nullable Instant createdAt,
      @Nullable Instant completedAt,
      Instant changedAt,
      @Nullable String relatedOrder,
      @Nullable String relatedKind) {}

  List<Listed> page(JdbcClient jdbc, Scope scope, OrderFilter filter, int limit) {
    ScopeSql scoped = ScopeSql.of(scope);
    Map<String, Object> parameters = new HashMap<>(scoped.parameters());
    StringBuilder sql = new StringBuilder(SELECT).append(scoped.condition());
    filter.conditions(sql, parameters);
    sql.append(" ORDER BY w.changed_at DESC, w.order_no DESC LIMIT :limit");
    parameters.put("limit", limit);
    return jdbc.sql(sql.toString()).params(parameters).query((row, n) -> listed(row)).list();
  }

  /** Orders that follow this one, the one it follows, and those of its case. */
  List<Listed> related(JdbcClient jdbc, Scope scope, String orderNo) {
    ScopeSql scoped = ScopeSql.of(scope);
    String sql =
        SELECT
            + scoped.condition()
            + """
             AND w.order_no <> :orderNo AND (w.related_order = :orderNo
               OR w.order_no = (SELECT s.related_order FROM work_order s
                                WHERE s.tenant_id = current_tenant() AND s.order_no = :orderNo)
               OR w.case_no = (SELECT s.case_no FROM work_order s
                               WHERE s.tenant_id = current_tenant() AND s.order_no = :orderNo))
            ORDER BY w.changed_at LIMIT 50
            """;
    return jdbc.sql(sql)
        .params(scoped.parameters())
        .param("orderNo", orderNo)
        .query((row, n) -> listed(row))
        .list();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getString("order_no"),
        row.getLong("revision"),
        row.getString("service"),
        row.getString("region"),
        row.getString("address"),
        row.getString("customer_class"),
        row.getString("counterparty_id"),
        List.of((String[]) row.getArray("handlers").getArray()),
        row.getString("status"),
        row.getString("stage"),
        row.getString("state"),
        List.of((String[]) row.getArray("hold_reasons").getArray()),
        row.getString("tier_name"),
        row.getLong("cost_minor"),
        row.getString("currency"),
        time(row, "created_at"),
        time(row, "completed_at"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("related_order"),
        row.getString("related_kind"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
