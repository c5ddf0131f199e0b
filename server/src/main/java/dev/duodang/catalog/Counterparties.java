package dev.duodang.catalog;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.WorkOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is paid: partners, engineers, departments. Kept in memory, a few thousand a tenant. */
@Component
public final class Counterparties {

  private static final String ALL =
      """
      SELECT counterparty_id, kind, name, type, mode, grade, regions, partner_id
      FROM counterparty ORDER BY kind, counterparty_id
      """;

  private static final String INSERT =
      """
      INSERT INTO counterparty (tenant_id, counterparty_id, kind, name, type, mode, grade, regions,
                                partner_id)
      VALUES (:tenant, :id, :kind, :name, :type, :mode, :grade, :regions, :partner)
      ON CONFLICT DO NOTHING
      """;

  private final ScopedTransactions transactions;
  private final Map<TenantId, Map<String, Entry>> known = new ConcurrentHashMap<>();

  Counterparties(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A master record.
   *
   * @param partnerId of an engineer: the partner he works for
   */
  public record Entry(
      String id,
      Counterparty.Kind kind,
      String name,
      @Nullable String type,
      @Nullable String mode,
      @Nullable String grade,
      List<String> regions,
      @Nullable String partnerId) {

    public Entry {
      regions = List.copyOf(regions);
    }
  }

  /** All of a tenant, by number. */
  public Map<String, Entry> all(TenantId tenant) {
    return known.computeIfAbsent(tenant, this::load);
  }

  private Map<String, Entry> load(TenantId tenant) {
    return transactions
        .read(tenant, jdbc -> jdbc.sql(ALL).query((row, number) -> entry(row)).list())
        .stream()
        .collect(
            Collectors.toMap(
                Entry::id,
                Function.identity(),
                (first, second) -> first,
                java.util.LinkedHashMap::new));
  }

  /** The name of a counterparty, or its number if there is no record. */
  public String name(TenantId tenant, String id) {
    Entry entry = all(tenant).get(id);
    return entry == null ? id : entry.name();
  }

  /** Adds master records; those that are there already stay as they are. */
  public void add(TenantId tenant, List<Entry> entries) {
    transactions.write(
        tenant,
        jdbc -> {
          entries.forEach(entry -> insert(jdbc, tenant, entry));
          return entries;
        });
    known.remove(tenant);
  }

  private static void insert(JdbcClient jdbc, TenantId tenant, Entry entry) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", entry.id())
        .param("kind", entry.kind().name())
        .param("name", entry.name())
        .param("type", entry.type())
        .param("mode", entry.mode())
        .param("grade", entry.grade())
        .param("regions", entry.regions().toArray(String[]::new))
        .param("partner", entry.partnerId())
        .update();
  }

  /** The order with what its counterparty's master record says where the order says nothing. */
  public WorkOrder completed(TenantId tenant, WorkOrder order) {
    Counterparty stated = order.counterparty();
    if (stated == null) {
      return order;
    }
    Entry entry = all(tenant).get(stated.id().text());
    if (entry == null) {
      return order;
    }
    Counterparty full =
        new Counterparty(
            stated.id(),
            entry.kind(),
            stated.type() == null ? code(entry.type()) : stated.type(),
            stated.mode() == null ? code(entry.mode()) : stated.mode(),
            stated.grade() == null ? code(entry.grade()) : stated.grade(),
            stated.taxpayer());
    return full.equals(stated)
        ? order
        : order.toBuilder().counterparty(full).build(order.orderNo());
  }

  private static @Nullable Code code(@Nullable String text) {
    return text == null ? null : Code.of(text);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("counterparty_id"),
        Counterparty.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("type"),
        row.getString("mode"),
        row.getString("grade"),
        List.of((String[]) row.getArray("regions").getArray()),
        row.getString("partner_id"));
  }
}
