package dev.duodang.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks the catalogue of a database that the server has made. */
final class CatalogueTest {

  private static final SharedCluster.Fresh DATABASE = TestServer.shared().database();
  private static final String APPLICATION = DATABASE.roles() + "_application";
  private static final String WRITER = DATABASE.roles() + "_writer";

  private static final String TENANT_TABLES =
      """
      SELECT c.relname FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE n.nspname = 'duodang' AND c.relkind IN ('r', 'p')
      """;

  @Test
  void everyTenantTableForcesRowLevelSecurity() throws SQLException {
    assertThat(names(TENANT_TABLES)).contains("tenant", "person", "session", "api_key");
    assertThat(
            names(
                TENANT_TABLES
                    + " AND NOT c.relispartition"
                    + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
        .isEmpty();
  }

  @Test
  void everyTenantTableComparesItsRowsWithTheTenantOfTheTransaction() throws SQLException {
    assertThat(
            names(
                TENANT_TABLES
                    + """
                     AND NOT c.relispartition AND NOT EXISTS (
                      SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_tenant'
                      AND pg_get_expr(p.polqual, p.polrelid) LIKE '%tenant_id = %current_tenant()%')
                    """))
        .isEmpty();
  }

  @Test
  void tenantLeadsEveryPrimaryKey() throws SQLException {
    assertThat(
            names(
                TENANT_TABLES
                    + """
                     AND NOT EXISTS (
                      SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary
                      AND i.indkey[0] = a.attnum)
                    """))
        .isEmpty();
  }

  @Test
  void theRolesThatServeOwnNothing() throws SQLException {
    assertThat(
            names(
                """
                SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                WHERE r.rolname IN (?, ?) AND c.relpersistence <> 't'
                """,
                APPLICATION,
                WRITER))
        .isEmpty();
  }

  @Test
  void theRolesThatServePassNoPolicyBy() throws SQLException {
    assertThat(
            names(
                """
                SELECT rolname FROM pg_roles WHERE rolname IN (?, ?)
                AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                """,
                APPLICATION,
                WRITER))
        .containsExactlyInAnyOrder(APPLICATION, WRITER);
  }

  @Test
  void nobodyHasAGrantOnAWholePartition() throws SQLException {
    assertThat(
            names(
                """
                SELECT c.relname FROM pg_class c, aclexplode(c.relacl) g
                WHERE c.relispartition AND g.grantee <> c.relowner
                """))
        .isEmpty();
  }

  /** Each column but the tenant's; so a column that a migration adds is not forgotten. */
  @Test
  void onlyTheWriterMayAddToAPartitionAndNeverNamesTheTenant() throws SQLException {
    String grants =
        """
        SELECT c.relname || '.' || a.attname FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relispartition AND c.relkind = 'r' AND
        """;
    assertThat(
            names(
                grants
                    + """
                     (a.attname <> 'tenant_id') <>
                       has_column_privilege(?, c.oid, a.attnum, 'INSERT')
                    """,
                WRITER))
        .isEmpty();
    assertThat(
            names(
                grants
                    + """
                     EXISTS (SELECT FROM aclexplode(a.attacl) g
                       WHERE g.grantee <> (SELECT oid FROM pg_roles WHERE rolname = ?)
                         OR g.privilege_type <> 'INSERT')
                    """,
                WRITER))
        .isEmpty();
    assertThat(
            names(
                grants
                    + """
                     a.attname = 'tenant_id' AND NOT EXISTS (SELECT FROM pg_attrdef d
                       WHERE d.adrelid = c.oid AND d.adnum = a.attnum
                         AND pg_get_expr(d.adbin, d.adrelid) LIKE '%current_tenant()')
                    """))
        .isEmpty();
  }

  @Test
  void aQueryWithoutATenantFindsNothing() throws SQLException {
    TestServer.shared().makeTenant("somebody");
    ScopedTransactions transactions = TestServer.shared().bean(ScopedTransactions.class);
    long unknown = 1_000_000;
    assertThat(
            transactions.<Long>read(
                new TenantId(unknown),
                jdbc -> jdbc.sql("SELECT count(*) FROM tenant").query(Long.class).single()))
        .isZero();
  }

  private static List<String> names(String sql, String... parameters) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = SharedCluster.superuser(DATABASE);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          names.add(result.getString(1));
        }
      }
    }
    return names;
  }
}
