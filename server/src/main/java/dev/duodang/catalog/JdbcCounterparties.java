package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.records.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of counterparties and their versions. */
final class JdbcCounterparties {

  private static final String ALL =
      """
      SELECT c.counterparty_id, c.kind, v.version, v.valid_from, v.name, v.type, v.mode, v.grade,
             v.taxpayer, v.regions, v.partner_id, v.cost_centre, v.reason, v.by_whom, v.recorded_at
      FROM counterparty c JOIN counterparty_version v USING (tenant_id, counterparty_id)
      WHERE c.tenant_id = current_tenant()
      ORDER BY c.counterparty_id, v.version
      """;

  private static final String INSERT =
      """
      INSERT INTO counterparty (tenant_id, counterparty_id, kind) VALUES (:tenant, :id, :kind)
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO counterparty_version (tenant_id, counterparty_id, version, valid_from, name, type,
                                        mode, grade, taxpayer, regions, partner_id, cost_centre,
                                        reason, by_whom, recorded_at)
      VALUES (:tenant, :id, :version, :from, :name, :type, :mode, :grade, :taxpayer, :regions,
              :partner, :costCentre, :reason, :by, :at)
      """;

  CounterpartyBook all(JdbcClient jdbc) {
    return CounterpartyBook.of(jdbc.sql(ALL).query((row, number) -> version(row)).list());
  }

  void add(JdbcClient jdbc, TenantId tenant, List<Version<Entry>> versions) {
    versions.forEach(version -> add(jdbc, tenant, version));
  }

  private static void add(JdbcClient jdbc, TenantId tenant, Version<Entry> version) {
    Entry entry = version.content();
    if (version.number() == 1) {
      jdbc.sql(INSERT)
          .param("tenant", tenant.value())
          .param("id", entry.id())
          .param("kind", entry.kind().name())
          .update();
    }
    jdbc.sql(INSERT_VERSION)
        .param("tenant", tenant.value())
        .param("id", entry.id())
        .param("version", version.number())
        .param("from", version.from(), Types.DATE)
        .param("name", entry.name())
        .param("type", entry.type())
        .param("mode", entry.mode())
        .param("grade", entry.grade())
        .param("taxpayer", entry.taxpayer() == null ? null : entry.taxpayer().name())
        .param("regions", entry.regions().toArray(String[]::new))
        .param("partner", entry.partnerId())
        .param("costCentre", entry.costCentre())
        .param("reason", version.reason())
        .param("by", version.by())
        .param("at", version.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Version<Entry> version(ResultSet row) throws SQLException {
    String taxpayer = row.getString("taxpayer");
    return new Version<>(
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        new Entry(
            row.getString("counterparty_id"),
            Counterparty.Kind.valueOf(row.getString("kind")),
            row.getString("name"),
            row.getString("type"),
            row.getString("mode"),
            row.getString("grade"),
            List.of((String[]) row.getArray("regions").getArray()),
            row.getString("partner_id"),
            taxpayer == null ? null : Taxpayer.valueOf(taxpayer),
            row.getString("cost_centre")),
        row.getString("reason"),
        row.getString("by_whom"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
