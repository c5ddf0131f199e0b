package dev.duodang.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the database together in order; closed in the opposite order when the server stops. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final int POOL_SIZE = 20;

  @Bean
  DataFolder dataFolder(DuodangSettings settings) {
    return DataFolder.take(settings.data());
  }

  @Bean
  PostgresServer postgresServer(DuodangSettings settings, DataFolder data) {
    return PostgresServer.of(settings, data);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> databaseServes(PostgresServer server) {
    return ready -> server.serve();
  }

  @Bean
  Roles roles(DuodangSettings settings) {
    return Roles.named(settings.database().roles());
  }

  @Bean
  Lease lease(
      DuodangSettings settings, PostgresServer server, DataFolder data, Roles roles, Clock clock) {
    try {
      if (server instanceof PostgresServer.Embedded embedded) {
        try (Connection superuser = embedded.superuser().open("duodang start")) {
          Durability.require(superuser);
          Roles.makeOwner(superuser, embedded.owner());
        }
      }
      Lease lease = Lease.lock(server.owner(), settings.database().leaseWait());
      try (Connection administrator = server.administrator().open("duodang start")) {
        Durability.require(administrator);
        roles.make(administrator, data);
      }
      Migrations.run(server.owner(), roles);
      new MonthlyPartitions(server.owner(), clock).makeReady();
      lease.take();
      return lease;
    } catch (SQLException e) {
      throw new StartRefused(
          ExitCode.DATABASE,
          "The database (" + server.owner() + ") cannot be used: " + e.getMessage(),
          e);
    }
  }

  @Bean
  MonthlyPartitions monthlyPartitions(PostgresServer server, Clock clock, Lease lease) {
    return new MonthlyPartitions(server.owner(), clock);
  }

  /** The pool of the application role; it needs the lease because that is when the roles exist. */
  @Bean
  HikariDataSource dataSource(PostgresServer server, DataFolder data, Roles roles, Lease lease) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("application");
    pool.setJdbcUrl(server.owner().url());
    pool.setUsername(roles.application());
    pool.setPassword(data.password("application"));
    pool.setMaximumPoolSize(POOL_SIZE);
    pool.setMinimumIdle(2);
    pool.setAutoCommit(true);
    pool.setConnectionTimeout(10_000);
    pool.addDataSourceProperty("ApplicationName", "duodang");
    pool.addDataSourceProperty("currentSchema", "duodang");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return pool;
  }

  @Bean
  ScopedTransactions scopedTransactions(
      JdbcClient jdbc, HikariDataSource source, PlatformTransactionManager transactionManager) {
    return new ScopedTransactions(jdbc, source, transactionManager);
  }

  @Bean
  WriterConnections writerConnections(
      PostgresServer server, DataFolder data, Roles roles, Lease lease) {
    return new WriterConnections(server.owner().as(roles.writer(), data.password("writer")));
  }
}
