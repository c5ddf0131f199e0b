package dev.duodang.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps a partition ready for the last month, this one and the next two in each table that grows by
 * month.
 */
final class MonthlyPartitions {

  private static final Logger LOG = LoggerFactory.getLogger(MonthlyPartitions.class);
  private static final int MONTHS_AHEAD = 2;

  private final Login owner;
  private final Clock clock;

  MonthlyPartitions(Login owner, Clock clock) {
    this.owner = owner;
    this.clock = clock;
  }

  @Scheduled(cron = "0 17 3 * * *", zone = "UTC")
  void daily() {
    try {
      makeReady("10s");
    } catch (SQLException e) {
      LOG.error("The partitions of the next months cannot be made", e);
    }
  }

  void makeReady() throws SQLException {
    makeReady("0");
  }

  /**
   * A new partition waits for whoever reads the table, such as a backup, and all else waits behind
   * it; the daily run gives way, having two months to come back.
   */
  private void makeReady(String patience) throws SQLException {
    LocalDate month = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
    try (Connection connection = owner.open("duodang partitions");
        Statement setting = connection.createStatement();
        CallableStatement call = connection.prepareCall("CALL duodang.make_partitions(?, ?)")) {
      setting.execute("SET lock_timeout = '" + patience + "'");
      // A clock may be set back over the end of a month.
      call.setObject(1, month.minusMonths(1));
      call.setObject(2, month.plusMonths(MONTHS_AHEAD));
      call.execute();
    }
  }
}
