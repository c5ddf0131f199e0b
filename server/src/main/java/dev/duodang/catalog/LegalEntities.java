package dev.duodang.catalog;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.region.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The legal entities of a company. Until it names some, it is one entity itself. An order is in the
 * books of the entity that names the deepest region around it, else in those of the first.
 */
@Component
public final class LegalEntities {

  /** The id of the one entity of a company that names none. */
  public static final String ONLY = "HQ";

  private static final String ALL =
      "SELECT entity_id, name, regions FROM legal_entity ORDER BY added_at, entity_id";

  private static final String INSERT =
      """
      INSERT INTO legal_entity (tenant_id, entity_id, name, regions)
      VALUES (:tenant, :id, :name, :regions) ON CONFLICT DO NOTHING
      """;

  private final ScopedTransactions transactions;
  private final TenantClock clocks;
  private final Map<TenantId, List<Entity>> known = new ConcurrentHashMap<>();

  LegalEntities(ScopedTransactions transactions, TenantClock clocks) {
    this.transactions = transactions;
    this.clocks = clocks;
  }

  /**
   * A legal entity.
   *
   * @param regions codes of the regions whose orders are in its books; none on the first
   */
  public record Entity(String id, String name, List<String> regions) {
    public Entity {
      regions = List.copyOf(regions);
    }
  }

  /** All of a company, the first first; never empty. */
  public List<Entity> all(TenantId tenant) {
    return known.computeIfAbsent(tenant, this::load);
  }

  private List<Entity> load(TenantId tenant) {
    List<Entity> named = named(tenant);
    return named.isEmpty()
        ? List.of(new Entity(ONLY, clocks.tenant(tenant).name(), List.of()))
        : named;
  }

  /** Those that the company has named, the first first. */
  List<Entity> named(TenantId tenant) {
    return transactions.read(tenant, jdbc -> jdbc.sql(ALL).query((row, n) -> entity(row)).list());
  }

  /**
   * Adds an entity.
   *
   * @return whether it is new; one that is there already stays as it is
   */
  public boolean add(TenantId tenant, Entity entity) {
    int added =
        transactions.write(
            tenant,
            jdbc ->
                jdbc.sql(INSERT)
                    .param("tenant", tenant.value())
                    .param("id", entity.id())
                    .param("name", entity.name())
                    .param("regions", entity.regions().toArray(String[]::new))
                    .update());
    known.remove(tenant);
    return added == 1;
  }

  /** In whose books an order of a region is. */
  public String of(TenantId tenant, @Nullable String region) {
    List<Entity> all = all(tenant);
    if (all.size() == 1 || region == null) {
      return all.getFirst().id();
    }
    RegionCode code = RegionCode.of(region);
    return all.stream()
        .flatMap(entity -> depths(entity, code))
        .max(Comparator.comparingInt(Depth::length))
        .map(Depth::entity)
        .orElse(all.getFirst().id());
  }

  private record Depth(String entity, int length) {}

  private static Stream<Depth> depths(Entity entity, RegionCode region) {
    return entity.regions().stream()
        .map(RegionCode::of)
        .filter(region::isWithin)
        .map(around -> new Depth(entity.id(), around.below().length()));
  }

  private static Entity entity(ResultSet row) throws SQLException {
    return new Entity(
        row.getString("entity_id"),
        row.getString("name"),
        List.of((String[]) row.getArray("regions").getArray()));
  }
}
