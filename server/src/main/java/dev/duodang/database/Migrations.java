package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to what this version needs, forward only. Each module keeps its migrations
 * beside its code; their numbers are one sequence.
 */
final class Migrations {

  private static final String LOCATION = "classpath:dev/duodang/";
  private static final String LATEST = "latest";
  private static final String[] MODULES = {
    LOCATION + "database/migration",
    LOCATION + "identity/migration",
    LOCATION + "book/migration",
    LOCATION + "records/migration",
    LOCATION + "catalog/migration",
    LOCATION + "customer/migration",
    LOCATION + "contract/migration",
    LOCATION + "settlement/migration",
    LOCATION + "ledger/migration",
    LOCATION + "rerating/migration",
    LOCATION + "order/migration",
    LOCATION + "board/migration",
    LOCATION + "imports/migration",
  };

  private Migrations() {}

  static void run(Login owner, Roles roles) {
    run(owner, roles, LATEST);
  }

  /**
   * Up to a version and no further, as a backup of that version needs; as far as there are any if
   * that version is not known.
   *
   * @param version {@code 012}, or {@code latest}
   */
  static void run(Login owner, Roles roles, String version) {
    try {
      Flyway.configure()
          .dataSource(owner.url(), owner.role(), owner.password())
          .schemas("duodang")
          .defaultSchema("duodang")
          .locations(MODULES)
          .placeholders(Map.of("application", roles.application(), "writer", roles.writer()))
          .initSql("SET lock_timeout = '10s'")
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .target(version.equals(LATEST) ? version : version + "?")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StartRefused(
          ExitCode.DATABASE, "The tables cannot be brought up to date: " + e.getMessage(), e);
    }
  }
}
