package dev.duodang.customer;

import dev.duodang.customer.Customers.Entry;
import dev.duodang.database.TenantId;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of customers and their versions. */
final class JdbcCustomers {

  private static final String ALL =
      """
      SELECT customer_id, version, valid_from, name, class, reason, by_whom, recorded_at
      FROM customer_version WHERE tenant_id = current_tenant() ORDER BY customer_id, version
      """;

  private static final String INSERT =
      """
      INSERT INTO customer (tenant_id, customer_id) VALUES (:tenant, :id) ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO customer_version (tenant_id, customer_id, version, valid_from, name, class,
                                    reason, by_whom, recorded_at)
      VALUES (:tenant, :id, :version, :from, :name, :class, :reason, :by, :at)
      """;

  Map<String, History<Entry>> all(JdbcClient jdbc) {
    Map<String, List<Version<Entry>>> byId = new TreeMap<>();
    jdbc.sql(ALL)
        .query((row, number) -> version(row))
        .list()
        .forEach(
            version ->
                byId.computeIfAbsent(version.content().id(), _ -> new ArrayList<>()).add(version));
    Map<String, History<Entry>> all = new TreeMap<>();
    byId.forEach((id, versions) -> all.put(id, History.of(versions)));
    return Collections.unmodifiableMap(all);
  }

  void add(JdbcClient jdbc, TenantId tenant, List<Version<Entry>> versions) {
    versions.forEach(version -> add(jdbc, tenant, version));
  }

  private static void add(JdbcClient jdbc, TenantId tenant, Version<Entry> version) {
    if (version.number() == 1) {
      jdbc.sql(INSERT).param("tenant", tenant.value()).param("id", version.content().id()).update();
    }
    jdbc.sql(INSERT_VERSION)
        .param("tenant", tenant.value())
        .param("id", version.content().id())
        .param("version", version.number())
        .param("from", version.from(), Types.DATE)
        .param("name", version.content().name())
        .param("class", version.content().customerClass())
        .param("reason", version.reason())
        .param("by", version.by())
        .param("at", version.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Version<Entry> version(ResultSet row) throws SQLException {
    return new Version<>(
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        new Entry(row.getString("customer_id"), row.getString("name"), row.getString("class")),
        row.getString("reason"),
        row.getString("by_whom"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
