package dev.duodang.database;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** The PostgreSQL that keeps everything: an embedded one or one that is named. */
sealed interface PostgresServer extends AutoCloseable {

  /** Who makes the application's roles. */
  Login administrator();

  /** Who owns the tables. */
  Login owner();

  /** The server is up: from now on its own stop closes this. */
  void serve();

  @Override
  void close();

  /** Starts the embedded one, or takes the one the settings name. */
  static PostgresServer of(DuodangSettings settings, DataFolder data) {
    String url = settings.database().url();
    return url == null ? embedded(settings, data) : External.of(url, settings.database());
  }

  /** Starts the embedded one of a data folder. */
  static Embedded embedded(DuodangSettings settings, DataFolder data) {
    return new Embedded(EmbeddedPostgres.start(data, programs(settings, data)), data);
  }

  /** Where the embedded one's programs are unpacked. */
  static Path programs(DuodangSettings settings, DataFolder data) {
    Path named = settings.postgres().binaries();
    return named == null ? data.folder("postgres").resolve("programs") : named;
  }

  /** Our own, under the data folder. */
  record Embedded(EmbeddedPostgres postgres, DataFolder data) implements PostgresServer {

    private static final String DATABASE = "duodang";

    Login superuser() {
      return new Login(
          postgres.url("postgres"), EmbeddedPostgres.SUPERUSER, data.password("superuser"));
    }

    @Override
    public Login administrator() {
      return new Login(
          postgres.url(DATABASE), EmbeddedPostgres.SUPERUSER, data.password("superuser"));
    }

    @Override
    public Login owner() {
      return new Login(postgres.url(DATABASE), "duodang_owner", data.password("owner"));
    }

    @Override
    public void serve() {
      postgres.serve();
    }

    @Override
    public void close() {
      postgres.close();
    }
  }

  /** One that somebody else keeps. */
  record External(Login owner) implements PostgresServer {

    static External of(String url, DuodangSettings.Database settings) {
      URI address = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
        throw new StartRefused(
            ExitCode.SETTINGS,
            "duodang.database.url is \""
                + url
                + "\"; allowed is postgresql://USER:PASSWORD@HOST:PORT/NAME");
      }
      String[] user = String.valueOf(address.getRawUserInfo()).split(":", 2);
      boolean named = address.getRawUserInfo() != null;
      String role = settings.username() != null ? settings.username() : named ? user[0] : "";
      String password =
          settings.password() != null
              ? settings.password()
              : named && user.length > 1 ? user[1] : "";
      return new External(new Login(jdbc(address), role, password));
    }

    private static String jdbc(URI address) {
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
      return "jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + query;
    }

    @Override
    public Login administrator() {
      return owner;
    }

    @Override
    public void serve() {
      // Somebody else stops it.
    }

    @Override
    public void close() {
      // Somebody else keeps it.
    }
  }
}
