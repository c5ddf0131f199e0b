package dev.duodang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL through its life. */
final class EmbeddedPostgresTest {

  @TempDir Path folder;

  @Test
  void itIsDurablePrivateAndSurvivesAKilledServer() throws SQLException, IOException {
    DataFolder data = DataFolder.take(folder);
    EmbeddedPostgres first = EmbeddedPostgres.start(data, SharedCluster.binaries());
    long firstProcess = first.postmaster().orElseThrow();
    Login superuser =
        new Login(first.url("postgres"), EmbeddedPostgres.SUPERUSER, data.password("superuser"));
    try (Connection connection = superuser.open("test");
        Statement statement = connection.createStatement()) {
      Durability.require(connection);
      statement.execute("CREATE TABLE public.kept (value int)");
      statement.execute("INSERT INTO public.kept VALUES (1)");
    }
    passwordsAreNeededAndKeptFromOthers(superuser);

    // A killed server stops nothing: the next start finds this one and puts its own in its place.
    EmbeddedPostgres second = EmbeddedPostgres.start(data, SharedCluster.binaries());
    try {
      assertThat(second.postmaster().orElseThrow()).isNotEqualTo(firstProcess);
      Login again =
          new Login(second.url("postgres"), EmbeddedPostgres.SUPERUSER, superuser.password());
      try (Connection connection = again.open("test");
          Statement statement = connection.createStatement();
          var result = statement.executeQuery("SELECT value FROM public.kept")) {
        assertThat(result.next()).isTrue();
      }
    } finally {
      first.close();
      second.close();
    }
    assertThat(second.postmaster()).isEmpty();
    data.close();
  }

  @Test
  void oneThatDiesComesBackWhenWhatKeptItDownIsGone()
      throws SQLException, IOException, InterruptedException {
    DataFolder data = DataFolder.take(folder);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, SharedCluster.binaries())) {
      Login superuser =
          new Login(
              postgres.url("postgres"), EmbeddedPostgres.SUPERUSER, data.password("superuser"));
      // Its settings cannot be written, as on a full disk.
      Path settings = folder.resolve("postgres/cluster/postgresql.auto.conf");
      Files.delete(settings);
      Files.createDirectories(settings.resolve("in the way"));
      ProcessHandle.of(postgres.postmaster().orElseThrow()).orElseThrow().destroyForcibly();
      Thread.sleep(2_000);
      assertThatThrownBy(() -> superuser.open("test")).isInstanceOf(SQLException.class);
      Files.delete(settings.resolve("in the way"));
      Files.delete(settings);
      assertThat(isBack(superuser)).isTrue();
    }
    data.close();
  }

  private static boolean isBack(Login login) throws InterruptedException {
    long deadline = System.nanoTime() + 120_000_000_000L;
    while (System.nanoTime() < deadline) {
      try (Connection connection = login.open("test")) {
        return connection.isValid(10);
      } catch (SQLException e) {
        Thread.sleep(100);
      }
    }
    return false;
  }

  private void passwordsAreNeededAndKeptFromOthers(Login superuser) throws IOException {
    assertThatThrownBy(() -> superuser.as(superuser.role(), "guess").open("test"))
        .hasMessageContaining("password authentication failed");
    assertThat(
            Files.getPosixFilePermissions(folder.resolve("secrets").resolve("superuser.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(folder.resolve("postgres/cluster/pg_hba.conf")))
        .doesNotContain("trust");
  }

  @Test
  void aDatabaseThatCouldLoseACommitIsRefused() throws SQLException {
    SharedCluster.Fresh database = SharedCluster.fresh();
    try (Connection connection = SharedCluster.superuser(database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      assertThatThrownBy(() -> Durability.require(connection))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("synchronous_commit = \"off\"")
          .hasMessageContaining("Allowed is");
    }
  }

  @Test
  void aDataFolderInUseIsRefusedByName() {
    try (DataFolder held = DataFolder.take(folder)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> DataFolder.take(folder))
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_IN_USE))
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    DataFolder.take(folder).close();
  }

  @Test
  void memorySettingsFollowTheMachine() {
    assertThat(MemorySettings.of(24_000)).isEqualTo(new MemorySettings(1500, 12_000, 512));
    assertThat(MemorySettings.of(512)).isEqualTo(new MemorySettings(128, 256, 64));
    assertThat(MemorySettings.of(500_000)).isEqualTo(new MemorySettings(4096, 250_000, 512));
  }
}
