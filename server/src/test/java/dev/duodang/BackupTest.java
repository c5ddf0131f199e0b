package dev.duodang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.backup.Damage;
import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is kept comes back whole, or is refused whole. */
final class BackupTest {

  private static final int SEED = 20_261_128;

  @TempDir static Path folder;

  private static TestServer server;
  private static Tenant tenant;
  private static HttpTester owner;
  private static Path backup;
  private static List<String> acknowledgedBefore;
  private static Said made;

  private static Said restore(Path file, Path data, String... more) {
    return Said.of(
        more,
        "restore",
        file.toString(),
        "--data",
        data.toString(),
        "--duodang.postgres.binaries=" + SharedCluster.binaries());
  }

  /** Two companies; the backup is made while orders of one of them arrive on three connections. */
  @BeforeAll
  static void makeABackupWhileOrdersArrive() throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("files/imports"));
    Files.writeString(files.resolve("9-7.data"), "rows of an import");
    server = TestServer.start();
    Tenant other = server.makeTenant("other company");
    HomeAppliance.publish(server, other.id());
    assertThat(server.owner(other).post("/api/v1/orders", order("X1", 1, 10)).status())
        .isEqualTo(200);
    tenant = server.makeTenant("kept company");
    HomeAppliance.publish(server, tenant.id());
    owner = server.owner(tenant);
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicBoolean going = new AtomicBoolean(true);
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < 3; sender++) {
      int number = sender;
      HttpTester machine = server.machine(tenant);
      senders.add(
          Thread.ofVirtual().start(() -> send(machine, "S" + number + "-", acknowledged, going)));
    }
    while (acknowledged.size() < 60) {
      Thread.sleep(20);
    }
    acknowledgedBefore = List.copyOf(acknowledged);
    backup = folder.resolve("company.zip");
    made =
        Said.of(
            server.database().settings(),
            "backup",
            backup.toString(),
            "--data=" + files.getParent());
    int during = acknowledged.size();
    going.set(false);
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(during).as("orders acknowledged by the end of the backup").isGreaterThan(60);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** New orders, and every third one again with a longer way. */
  private static void send(
      HttpTester machine, String prefix, Queue<String> acknowledged, AtomicBoolean going) {
    for (int number = 1; going.get(); number++) {
      String orderNo = prefix + number;
      int status = machine.post("/api/v1/orders", order(orderNo, 1, number)).status();
      if (number % 3 == 0) {
        status = machine.post("/api/v1/orders", order(orderNo, 2, number + 40)).status();
      }
      if (status != 200) {
        throw new IllegalStateException(orderNo + " was answered " + status);
      }
      acknowledged.add(orderNo);
    }
  }

  private static String order(String orderNo, int revision, int kilometres) {
    return """
    {"orderNo":"%s","revision":%d,"status":"COMPLETED","service":"安装","address":"上海市静安区",
     "counterparty":{"id":"P1"},"handlers":[{"id":"E1"},{"id":"E2"}],"distanceMetres":%d,
     "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00"}"""
        .formatted(orderNo, revision, kilometres * 1000);
  }

  @Test
  void theResultIsOneLineAndTheFileIsItsMakersOnly() throws IOException {
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out())
        .matches(
            "Backed up [\\d,]+ rows of \\d+ tables as of 20\\S+Z \\([\\d,]+ bytes\\) in \\S+ s into \\S+\\R");
    assertThat(made.err()).contains(" rows of line\n").contains(" rows of order_key\n");
    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Said whole = Said.of("restore", backup.toString(), "--check");
    assertThat(whole.exitCode()).isZero();
    assertThat(whole.out()).startsWith("The backup is whole: ").contains("tables of version ");
  }

  @Test
  void anotherMachineGoesOnWithItAsOfOneMoment() throws IOException, SQLException {
    Path data = folder.resolve("another-machine");
    Said restored = restore(backup, data);
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    assertThat(restored.out()).startsWith("Restored ");
    assertThat(restored.err()).doesNotContain("What was there before");
    assertThat(data.resolve("imports/9-7.data")).hasContent("rows of an import");
    assertThat(Files.readString(data.resolve("secrets/owner.password")))
        .isNotEqualTo(server.database().password());

    Path again = folder.resolve("again.zip");
    assertThat(
            Said.of("backup", again.toString(), "--data", data.toString(), binaries()).exitCode())
        .isZero();
    assertThat(Damage.rows(again)).isEqualTo(Damage.rows(backup));

    try (ConfigurableApplicationContext context = serve(data)) {
      String url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
      assertThat(wrong(data)).isEmpty();
      assertThat(missing(data, acknowledgedBefore)).isEmpty();
      aPersonGoesOn(url);
      Path online = folder.resolve("online.zip");
      Said second = Said.of("backup", online.toString(), "--data", data.toString(), binaries());
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(Damage.rows(online)).contains("after the restore");
    }
  }

  private static String binaries() {
    return "--duodang.postgres.binaries=" + SharedCluster.binaries();
  }

  private static ConfigurableApplicationContext serve(Path data) {
    return DuodangServerStarter.start(
        "--duodang.port=0", "--duodang.demo=false", "--duodang.data=" + data, binaries());
  }

  /** Who signed in there signs in here, sees his orders, sends new ones; numbers do not collide. */
  private static void aPersonGoesOn(String url) {
    HttpTester person = HttpTester.at(url);
    String username = owner.get("/api/v1/session").json().at("/user/username").asString();
    assertThat(person.signIn(username, TestServer.PASSWORD).status()).isEqualTo(200);
    person.get("/api/v1/session");
    String known = acknowledgedBefore.getFirst();
    assertThat(person.get("/api/v1/orders/" + known).body())
        .isEqualTo(owner.get("/api/v1/orders/" + known).body());
    assertThat(person.get("/api/v1/orders/X1").status()).isEqualTo(404);
    assertThat(person.post("/api/v1/orders", order("N1", 1, 3)).status()).isEqualTo(200);
    assertThat(person.post("/api/v1/keys", "{\"name\":\"after the restore\"}").status())
        .isEqualTo(201);
  }

  private static List<String> wrong(Path data) throws IOException, SQLException {
    return rows(
        data,
        """
        SELECT 'lines of ' || k.order_no FROM duodang.order_key k
        WHERE k.lines <> (SELECT count(*) FROM duodang.line l
                          WHERE (l.tenant_id, l.order_no) = (k.tenant_id, k.order_no))
        UNION ALL
        SELECT 'cost of ' || w.order_no FROM duodang.work_order w
        WHERE w.cost_minor <> (SELECT sum(l.amount_minor) FROM duodang.line l
                               WHERE (l.tenant_id, l.order_no) = (w.tenant_id, w.order_no)
                                 AND l.relation LIKE 'headquarters→%')
        UNION ALL
        SELECT 'revisions of ' || k.order_no FROM duodang.order_key k
        WHERE k.revision <> (SELECT count(*) FROM duodang.order_revision r
                             WHERE (r.tenant_id, r.order_no) = (k.tenant_id, k.order_no))
        UNION ALL
        SELECT 'rollup of ' || t.tenant_id FROM duodang.tenant t
        WHERE (SELECT sum(r.amount_minor) FROM duodang.rollup r
               WHERE r.tenant_id = t.tenant_id AND r.dimension = 'ALL')
           <> (SELECT sum(l.amount_minor) FROM duodang.line l
               WHERE l.tenant_id = t.tenant_id AND l.relation LIKE 'headquarters→%')
        """);
  }

  private static List<String> missing(Path data, List<String> orders)
      throws IOException, SQLException {
    List<String> missing = new ArrayList<>(orders);
    missing.removeAll(rows(data, "SELECT order_no FROM duodang.order_key"));
    return missing;
  }

  private static List<String> rows(Path data, String sql) throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(3);
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/duodang",
                "duodang_super",
                Files.readString(data.resolve("secrets/superuser.password")));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void aNamedDatabaseIsFilledIfItIsEmptyAndNotOtherwise() throws IOException {
    SharedCluster.Fresh empty = SharedCluster.fresh();
    String[] words = {"restore", backup.toString(), "--data", folder + "/named"};
    Said restored = Said.of(empty.settings(), words);
    assertThat(restored.exitCode()).as(restored.err()).isZero();
    Path again = folder.resolve("named.zip");
    assertThat(Said.of(empty.settings(), "backup", again.toString()).exitCode()).isZero();
    assertThat(Damage.rows(again)).isEqualTo(Damage.rows(backup));
    Said second = Said.of(empty.settings(), words);
    assertThat(second.exitCode()).isEqualTo(7);
    assertThat(second.err()).contains("holds data already (3 companies). Nothing was changed.");
  }

  @Test
  void aDatabaseThatAServerWritesToIsLeftAlone() {
    Said said =
        Said.of(
            server.database().settings(),
            "restore",
            backup.toString(),
            "--data",
            folder + "/served");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("Another Duodang server (127.0.0.1, since ");
  }

  @Test
  void aDamagedOrCutFileIsRefusedBeforeAnythingIsMade() throws IOException {
    byte[] whole = Files.readAllBytes(backup);
    Random random = new Random(SEED);
    Path data = folder.resolve("untouched");
    Path damaged = folder.resolve("damaged.zip");
    for (int round = 0; round < 60; round++) {
      byte[] bytes = whole.clone();
      int at = round < 4 ? round : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(damaged, bytes);
      refusedWhole(damaged, data, "seed " + SEED + ", byte " + at, "damaged");
      int length = round == 0 ? whole.length - 1 : 4 + random.nextInt(whole.length - 4);
      Files.write(damaged, java.util.Arrays.copyOf(whole, length));
      refusedWhole(damaged, data, "seed " + SEED + ", cut at " + length, "damaged or cut");
    }
    Files.write(damaged, new byte[0]);
    refusedWhole(damaged, data, "empty", "is no backup of Duodang");
    Files.writeString(damaged, "orderNo,revision\n1,1\n");
    refusedWhole(damaged, data, "another file", "is no backup of Duodang");
    refusedWhole(folder.resolve("nowhere.zip"), data, "no file", "is not there");
  }

  private static void refusedWhole(Path file, Path data, String as, String why) {
    Said said = restore(file, data);
    assertThat(said.exitCode()).as(as).isEqualTo(6);
    assertThat(said.err())
        .as(as)
        .contains("\"" + file + "\"")
        .contains(why)
        .contains("Nothing was changed");
    assertThat(data).as(as).doesNotExist();
  }

  @Test
  void aBackupOfTablesThatThisProgramDoesNotKnowIsRefusedAndLeavesTheFolderEmpty()
      throws IOException {
    Path newer = folder.resolve("newer.zip");
    Damage.withHead(
        backup,
        newer,
        head ->
            head.replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"999\"")
                .replace(
                    "\"migrations\":[", "\"migrations\":[{\"version\":\"999\",\"checksum\":1},"));
    Path data = folder.resolve("older-machine");
    Said said = restore(newer, data);
    assertThat(said.exitCode()).isEqualTo(6);
    assertThat(said.err()).contains("tables of version 999").contains("unknown here is 999");
    try (var left = Files.list(data)) {
      assertThat(left.map(file -> file.getFileName() + "")).containsExactly("LOCK");
    }
    Damage.withHead(backup, newer, head -> head.replace("\"format\":1", "\"format\":2"));
    assertThat(restore(newer, data).err()).contains("is of format 2, this program reads format 1");
  }

  @Test
  void dataThatIsThereIsLeftAloneOrPutAsideWhole() throws IOException {
    Path data = folder.resolve("full");
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("secrets/owner.password"), "old");
    Said refused = restore(backup, data);
    assertThat(refused.exitCode()).isEqualTo(7);
    assertThat(refused.err())
        .contains("\"" + data + "\" holds data already (secrets). Nothing was changed.")
        .contains("--keep-old");
    assertThat(data.resolve("secrets/owner.password")).hasContent("old");
    assertThat(data.resolve("postgres")).doesNotExist();

    Said taken = restore(backup, data, "--keep-old");
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    assertThat(taken.err())
        .contains("What was there before lies in " + data.resolve("before-restore-1"));
    assertThat(data.resolve("before-restore-1/secrets/owner.password")).hasContent("old");
    assertThat(data.resolve("postgres/cluster/PG_VERSION")).exists();
    try (var left = Files.list(data)) {
      assertThat(left.map(file -> file.getFileName() + ""))
          .containsExactlyInAnyOrder("LOCK", "before-restore-1", "imports", "postgres", "secrets");
    }
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() {
    Said exists = Said.of(server.database().settings(), "backup", backup.toString());
    assertThat(exists.exitCode()).isEqualTo(6);
    assertThat(exists.err()).contains("\"" + backup + "\" is there already");
    Said nowhere =
        Said.of("backup", folder + "/x.zip", "--data", folder.resolve("no-such-folder").toString());
    assertThat(nowhere.exitCode()).isEqualTo(5);
    assertThat(nowhere.err()).contains("holds no database of Duodang").contains("--data");
    assertThat(folder.resolve("no-such-folder")).doesNotExist();
    Said unwritable =
        Said.of(server.database().settings(), "backup", folder + "/no/such/folder/x.zip");
    assertThat(unwritable.exitCode()).isEqualTo(6);
    assertThat(unwritable.err()).contains("cannot be written");
    assertThat(Said.of("backup").err()).contains("backup wants a file");
    assertThat(Said.of("backup", "x.zip", "--keep-old").err())
        .contains("\"--keep-old\" is no option");
    assertThat(Said.of("restore", "x.zip", "--duodang.dta=1").exitCode()).isEqualTo(2);
    assertThat(Said.of("restore", "x.zip", "--duodang.port=90000").err())
        .contains("duodang.port is \"90000\"");
  }
}
