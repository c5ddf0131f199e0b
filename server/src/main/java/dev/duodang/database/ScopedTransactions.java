package dev.duodang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to the tables: a transaction that sees one tenant.
 *
 * <p>The tenant is a setting of the transaction; row-level security compares it with each row, so a
 * query that forgets its tenant finds nothing.
 */
public final class ScopedTransactions {

  private static final String SCOPE = "SELECT set_config('duodang.' || ?, ?, true)";

  private final JdbcClient jdbc;
  private final DataSource source;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  ScopedTransactions(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.source = source;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writing = new TransactionTemplate(transactions);
  }

  /** Reads as of one moment. */
  public <T> T read(TenantId tenant, Function<JdbcClient, T> work) {
    return within(reading, "tenant", tenant.toString(), work);
  }

  /** The same on the connection itself, for reads that the writer shares. */
  public <T extends @Nullable Object> T readWith(TenantId tenant, ConnectionWork<T> work) {
    return within(
        reading,
        "tenant",
        tenant.toString(),
        _ -> {
          Connection connection = DataSourceUtils.getConnection(source);
          try {
            return work.run(connection);
          } catch (SQLException e) {
            throw new DataRetrievalFailureException("a read failed", e);
          } finally {
            DataSourceUtils.releaseConnection(connection, source);
          }
        });
  }

  /** Work on a connection that sees one tenant. */
  @FunctionalInterface
  public interface ConnectionWork<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
  }

  /** Reads and writes, all or nothing. */
  public <T> T write(TenantId tenant, Function<JdbcClient, T> work) {
    return within(writing, "tenant", tenant.toString(), work);
  }

  /**
   * Finds the tenant of somebody who shows a proof, and goes on as a transaction of that tenant.
   *
   * @param kind which proof
   * @param proof the exact value; row-level security admits only the row that holds it
   * @param lookup reads the tenant from that row
   * @param work goes on in the tenant
   */
  public <T> Optional<T> identify(
      ProofKind kind,
      String proof,
      Function<JdbcClient, Optional<TenantId>> lookup,
      Function<JdbcClient, T> work) {
    return within(
        writing,
        kind.setting(),
        proof,
        client ->
            lookup
                .apply(client)
                .map(
                    tenant -> {
                      set(client, "tenant", tenant.toString());
                      return work.apply(client);
                    }));
  }

  /** Reads the list of tenants and nothing else. */
  public <T> T tenants(Function<JdbcClient, T> work) {
    return within(writing, "directory", "on", work);
  }

  private <T> T within(
      TransactionTemplate template, String setting, String value, Function<JdbcClient, T> work) {
    return template.execute(
        status -> {
          set(jdbc, setting, value);
          return work.apply(jdbc);
        });
  }

  private static void set(JdbcClient client, String setting, String value) {
    client.sql(SCOPE).param(setting).param(value).query(String.class).single();
  }
}
