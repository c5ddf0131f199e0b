package dev.duodang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Only one server writes to a database. */
final class LeaseTest {

  private static final String TABLE =
      """
      CREATE SCHEMA duodang;
      CREATE TABLE duodang.writer_lease (only_row boolean PRIMARY KEY DEFAULT true,
                                         epoch bigint NOT NULL, taken_at timestamptz NOT NULL);
      INSERT INTO duodang.writer_lease VALUES (true, 0, now())
      """;

  @Test
  void aSecondServerIsRefusedUntilTheFirstIsGoneAndShutsItOut() throws SQLException {
    SharedCluster.Fresh database = SharedCluster.fresh();
    Login owner = new Login(database.url(), database.username(), database.password());
    try (Connection connection = owner.open("test");
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    Lease first = Lease.lock(owner, Duration.ZERO);
    first.take();
    assertThatThrownBy(() -> Lease.lock(owner, Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DATABASE))
        .hasMessageContaining("Another Duodang server (127.0.0.1, since ");
    first.close();
    try (Lease second = Lease.lock(owner, Duration.ofSeconds(10))) {
      second.take();
      assertThat(second.epoch()).isGreaterThan(first.epoch());
      assertThat(epoch(owner)).isEqualTo(second.epoch());
    }
  }

  private static long epoch(Login owner) throws SQLException {
    try (Connection connection = owner.open("test");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT epoch FROM writer_lease")) {
      row.next();
      return row.getLong(1);
    }
  }
}
