package dev.duodang.identity;

import dev.duodang.database.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of tenants, people, sessions and keys. */
final class JdbcIdentities {

  record Credential(Actor actor, String hash) {}

  private static final String TENANTS =
      "SELECT tenant_id, name, zone, currency, demo FROM tenant ORDER BY tenant_id";

  private static final String INSERT_TENANT =
      """
      INSERT INTO tenant (name, zone, currency, demo) VALUES (:name, :zone, :currency, :demo)
      RETURNING tenant_id
      """;

  private static final String INSERT_PERSON =
      """
      INSERT INTO person (tenant_id, username, name, password_hash, role, scope_kind, regions,
                          counterparties, quote_limit_minor, description)
      VALUES (:tenant, :username, :name, :hash, :role, :scopeKind, :regions, :counterparties,
              :quoteLimit, :description)
      """;

  private static final String INSERT_KEY =
      """
      INSERT INTO api_key (tenant_id, name, key_hash, role) VALUES (:tenant, :name, :hash, :role)
      RETURNING key_id
      """;

  private static final String KEYS =
      """
      SELECT key_id, name, role, created_at FROM api_key WHERE revoked_at IS NULL ORDER BY key_id
      """;

  private static final String REVOKE_KEY =
      "UPDATE api_key SET revoked_at = :now WHERE key_id = :key AND revoked_at IS NULL";

  private static final String PERSON =
      """
      SELECT p.tenant_id, p.person_id, p.username, p.name, p.role, p.scope_kind, p.regions,
             p.counterparties, p.quote_limit_minor, p.description, p.password_hash
      FROM person p
      """;

  private static final String OF_SESSION =
      PERSON
          + """
          JOIN session s ON s.tenant_id = p.tenant_id AND s.person_id = p.person_id
          WHERE s.token_hash = :hash AND s.expires_at > :now AND p.active
          """;

  private static final String OF_KEY =
      """
      SELECT tenant_id, key_id, name, role FROM api_key
      WHERE key_hash = :hash AND revoked_at IS NULL
      """;

  private static final String INSERT_SESSION =
      """
      INSERT INTO session (tenant_id, token_hash, person_id, created_at, expires_at)
      VALUES (:tenant, :hash, :person, :now, :expires)
      """;

  List<Tenant> tenants(JdbcClient jdbc) {
    return jdbc.sql(TENANTS).query((row, number) -> tenant(row)).list();
  }

  TenantId insertTenant(
      JdbcClient jdbc, String name, ZoneId zone, Currency currency, boolean demo) {
    return new TenantId(
        jdbc.sql(INSERT_TENANT)
            .param("name", name)
            .param("zone", zone.getId())
            .param("currency", currency.getCurrencyCode())
            .param("demo", demo)
            .query(Long.class)
            .single());
  }

  void insertPerson(JdbcClient jdbc, TenantId tenant, Person person, String hash) {
    ScopeColumns scope = ScopeColumns.of(person.scope());
    jdbc.sql(INSERT_PERSON)
        .param("tenant", tenant.value())
        .param("username", person.username())
        .param("name", person.name())
        .param("hash", hash)
        .param("role", person.role().name())
        .param("scopeKind", scope.kind())
        .param("regions", scope.regions().toArray(String[]::new))
        .param("counterparties", scope.counterparties().toArray(String[]::new))
        .param("quoteLimit", person.quoteLimitMinor())
        .param("description", person.description())
        .update();
  }

  long insertKey(JdbcClient jdbc, TenantId tenant, String name, String hash, Role role) {
    return jdbc.sql(INSERT_KEY)
        .param("tenant", tenant.value())
        .param("name", name)
        .param("hash", hash)
        .param("role", role.name())
        .query(Long.class)
        .single();
  }

  List<KeyController.KeyView> keys(JdbcClient jdbc) {
    return jdbc.sql(KEYS)
        .query(
            (row, number) ->
                new KeyController.KeyView(
                    Long.toString(row.getLong("key_id")),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant().toString()))
        .list();
  }

  boolean revokeKey(JdbcClient jdbc, long key, Instant now) {
    return jdbc.sql(REVOKE_KEY)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("key", key)
            .update()
        == 1;
  }

  List<Actor> people(JdbcClient jdbc) {
    return jdbc.sql(PERSON + "WHERE p.active ORDER BY p.person_id")
        .query((row, number) -> actor(row))
        .list();
  }

  List<Person> described(JdbcClient jdbc) {
    return jdbc.sql(PERSON + "WHERE p.active ORDER BY p.person_id")
        .query(
            (row, number) -> {
              Actor actor = actor(row);
              return new Person(
                  actor.username(),
                  actor.name(),
                  actor.role(),
                  actor.scope(),
                  actor.quoteLimitMinor(),
                  row.getString("description"));
            })
        .list();
  }

  Optional<TenantId> tenantOfUsername(JdbcClient jdbc, String username) {
    return tenantOf(
        jdbc, "SELECT tenant_id FROM person WHERE username = :proof AND active", username);
  }

  Optional<TenantId> tenantOfSession(JdbcClient jdbc, String hash) {
    return tenantOf(jdbc, "SELECT tenant_id FROM session WHERE token_hash = :proof", hash);
  }

  Optional<TenantId> tenantOfKey(JdbcClient jdbc, String hash) {
    return tenantOf(jdbc, "SELECT tenant_id FROM api_key WHERE key_hash = :proof", hash);
  }

  private static Optional<TenantId> tenantOf(JdbcClient jdbc, String sql, String proof) {
    return jdbc.sql(sql).param("proof", proof).query(Long.class).optional().map(TenantId::new);
  }

  Credential credential(JdbcClient jdbc, String username) {
    return jdbc.sql(PERSON + "WHERE p.username = :username")
        .param("username", username)
        .query((row, number) -> new Credential(actor(row), row.getString("password_hash")))
        .single();
  }

  Optional<Actor> ofSession(JdbcClient jdbc, String hash, Instant now) {
    return jdbc.sql(OF_SESSION)
        .param("hash", hash)
        .param("now", time(now))
        .query((row, number) -> actor(row))
        .optional();
  }

  Optional<Actor> ofKey(JdbcClient jdbc, String hash) {
    return jdbc.sql(OF_KEY)
        .param("hash", hash)
        .query(
            (row, number) ->
                new Actor(
                    new TenantId(row.getLong("tenant_id")),
                    -row.getLong("key_id"),
                    "key:" + row.getString("name"),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    new Scope.WholeTenant(),
                    0L))
        .optional();
  }

  void insertSession(JdbcClient jdbc, Actor actor, String hash, Instant now, Instant expires) {
    jdbc.sql(INSERT_SESSION)
        .param("tenant", actor.tenant().value())
        .param("hash", hash)
        .param("person", actor.id())
        .param("now", time(now))
        .param("expires", time(expires))
        .update();
  }

  void deleteSession(JdbcClient jdbc, String hash) {
    jdbc.sql("DELETE FROM session WHERE token_hash = :hash").param("hash", hash).update();
  }

  void deleteExpiredSessions(JdbcClient jdbc, Instant now) {
    jdbc.sql("DELETE FROM session WHERE expires_at <= :now").param("now", time(now)).update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Tenant tenant(ResultSet row) throws SQLException {
    return new Tenant(
        new TenantId(row.getLong("tenant_id")),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        Currency.getInstance(row.getString("currency")),
        row.getBoolean("demo"));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    long limit = row.getLong("quote_limit_minor");
    boolean unlimited = row.wasNull();
    return new Actor(
        new TenantId(row.getLong("tenant_id")),
        row.getLong("person_id"),
        row.getString("username"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        new ScopeColumns(
                row.getString("scope_kind"),
                texts(row.getArray("regions")),
                texts(row.getArray("counterparties")))
            .toScope(),
        unlimited ? null : limit);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
