package dev.duodang.testing;

import dev.duodang.DuodangServerStarter;
import dev.duodang.database.SharedCluster;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Person;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server on a real database, in this JVM. */
public final class TestServer implements AutoCloseable {

  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final SharedCluster.Fresh database;
  private final ConfigurableApplicationContext context;

  private TestServer(SharedCluster.Fresh database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /** The server that most tests share; each test class makes a tenant of its own there. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  /** A server with a database of its own. */
  public static TestServer start(String... settings) {
    SharedCluster.Fresh database = SharedCluster.fresh();
    return new TestServer(database, DuodangServerStarter.start(settings(database, settings)));
  }

  /** The same with a clock that the test sets. */
  public static TestServer start(Clock clock, String... settings) {
    SharedCluster.Fresh database = SharedCluster.fresh();
    return new TestServer(
        database, DuodangServerStarter.start(clock, settings(database, settings)));
  }

  private static String[] settings(SharedCluster.Fresh database, String... more) {
    List<String> settings = new ArrayList<>(List.of(database.settings()));
    settings.add("--duodang.port=0");
    if (List.of(more).stream().noneMatch(setting -> setting.startsWith("--duodang.demo="))) {
      settings.add("--duodang.demo=false");
    }
    settings.add("--duodang.data=" + Path.of("target", "data-" + database.roles()));
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  public SharedCluster.Fresh database() {
    return database;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** A client that has not signed in. */
  public HttpTester stranger() {
    return new HttpTester(url());
  }

  public Tenant makeTenant(String name) {
    return bean(Identities.class)
        .makeTenant(name, ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), false);
  }

  /** A signed-in person of a role. */
  public HttpTester signedIn(Tenant tenant, Role role, Scope scope, Long limitMinor) {
    String username = role.name().toLowerCase(java.util.Locale.ROOT) + NUMBER.incrementAndGet();
    bean(Identities.class)
        .makePerson(
            tenant.id(), new Person(username, role + "", role, scope, limitMinor, ""), PASSWORD);
    HttpTester tester = stranger();
    tester.signIn(username, PASSWORD);
    tester.get("/api/v1/session");
    return tester;
  }

  /** The owner of a tenant, signed in. */
  public HttpTester owner(Tenant tenant) {
    return signedIn(tenant, Role.OWNER, new Scope.WholeTenant(), null);
  }

  /** A machine with a key. */
  public HttpTester machine(Tenant tenant) {
    Identities.Key key = bean(Identities.class).makeKey(tenant.id(), "scrm", Role.INTEGRATOR);
    return stranger().withKey(key.secret());
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {
    static final TestServer SERVER = start();
  }
}
