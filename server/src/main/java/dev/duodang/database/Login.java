package dev.duodang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A role at a database.
 *
 * @param url a JDBC address
 * @param role the role's name
 * @param password its password; never printed
 */
record Login(String url, String role, String password) {

  private static final Driver DRIVER = new Driver();

  /** A connection outside any pool. */
  Connection open(String applicationName) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", applicationName);
    properties.setProperty("currentSchema", "duodang");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection = DRIVER.connect(url, properties);
    if (connection == null) {
      throw new SQLException("\"" + url + "\" is not an address of PostgreSQL");
    }
    return connection;
  }

  Login as(String otherRole, String otherPassword) {
    return new Login(url, otherRole, otherPassword);
  }

  @Override
  public String toString() {
    return role + " at " + url;
  }
}
