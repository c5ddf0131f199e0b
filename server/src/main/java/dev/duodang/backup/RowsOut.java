package dev.duodang.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies rows of all tenants out of tables; of one tenant after the other where a role must. */
final class RowsOut {

  private final Connection connection;
  private final List<String> tenants;

  private RowsOut(Connection connection, List<String> tenants) {
    this.connection = connection;
    this.tenants = tenants;
  }

  /** For a connection in a transaction. */
  static RowsOut of(Connection connection) throws SQLException {
    return new RowsOut(connection, tenants(connection));
  }

  /**
   * The tenants, if this role sees only one at a time.
   *
   * @return empty if it sees all rows at once
   */
  private static List<String> tenants(Connection connection) throws SQLException {
    boolean seesAll =
        Catalogue.strings(
                connection,
                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            .contains("t");
    if (seesAll) {
      return List.of();
    }
    set(connection, "directory", "on");
    List<String> tenants =
        Catalogue.strings(connection, "SELECT tenant_id FROM duodang.tenant ORDER BY tenant_id");
    set(connection, "directory", "");
    return tenants;
  }

  private static void set(Connection connection, String setting, String value) throws SQLException {
    Catalogue.strings(
        connection, "SELECT set_config('duodang." + setting + "', '" + value + "', true)");
  }

  /**
   * Copies the rows of a table into its entry.
   *
   * @param condition which rows
   * @return how many
   */
  long copy(SealedZip zip, Head.Table table, String condition) throws IOException, SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    String select =
        "SELECT %s FROM duodang.\"%s\" WHERE %s"
            .formatted(table.columnList(), table.name(), condition);
    return zip.entry(
        Archive.tableEntry(table.name()),
        out -> {
          if (!table.byTenant() || tenants.isEmpty()) {
            return copy.copyOut("COPY (" + select + ") TO STDOUT", out);
          }
          long rows = 0;
          for (String tenant : tenants) {
            set(connection, "tenant", tenant);
            // The condition beside the policy, for policies that admit more.
            rows +=
                copy.copyOut("COPY (" + select + " AND tenant_id = " + tenant + ") TO STDOUT", out);
          }
          return rows;
        });
  }

  /** The first column of what a query finds, of all tenants; its rows carry no tenant. */
  List<String> strings(String sql) throws SQLException {
    if (tenants.isEmpty()) {
      return Catalogue.strings(connection, sql);
    }
    List<String> found = new java.util.ArrayList<>();
    for (String tenant : tenants) {
      set(connection, "tenant", tenant);
      found.addAll(Catalogue.strings(connection, sql));
    }
    return found;
  }
}
