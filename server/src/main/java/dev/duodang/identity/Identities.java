package dev.duodang.identity;

import dev.duodang.database.ProofKind;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes tenants, people and keys, and finds them again. */
@Component
public final class Identities {

  static final Duration SESSION = Duration.ofHours(12);

  private final ScopedTransactions transactions;
  private final JdbcIdentities rows = new JdbcIdentities();
  private final PasswordEncoder passwords;
  private final Clock clock;

  Identities(ScopedTransactions transactions, PasswordEncoder passwords, Clock clock) {
    this.transactions = transactions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Every tenant of the server. */
  public List<Tenant> tenants() {
    return transactions.tenants(rows::tenants);
  }

  public Tenant tenant(TenantId id) {
    return transactions.read(id, jdbc -> rows.tenants(jdbc).getFirst());
  }

  /** Makes a company. */
  public Tenant makeTenant(String name, ZoneId zone, Currency currency, boolean demo) {
    TenantId id = transactions.tenants(jdbc -> rows.insertTenant(jdbc, name, zone, currency, demo));
    return new Tenant(id, name, zone, currency, demo);
  }

  /** Makes a person who signs in with this password. */
  public void makePerson(TenantId tenant, Person person, String password) {
    String hash = hash(password);
    transactions.write(
        tenant,
        jdbc -> {
          rows.insertPerson(jdbc, tenant, person, hash);
          return tenant;
        });
  }

  /**
   * A key for a machine.
   *
   * @param secret what the machine sends; only its hash is kept
   */
  public record Key(long id, String secret) {}

  /** Makes a key for a machine; this is the only time that it can be read. */
  public Key makeKey(TenantId tenant, String name, Role role) {
    String secret = "dd_" + Tokens.fresh();
    String hash = Tokens.hash(secret);
    long id = transactions.write(tenant, jdbc -> rows.insertKey(jdbc, tenant, name, hash, role));
    return new Key(id, secret);
  }

  List<KeyController.KeyView> keys(TenantId tenant) {
    return transactions.read(tenant, rows::keys);
  }

  /** Whether there was such a key to revoke. */
  boolean revokeKey(TenantId tenant, long id) {
    Instant now = clock.instant();
    return transactions.write(tenant, jdbc -> rows.revokeKey(jdbc, id, now));
  }

  List<Actor> people(TenantId tenant) {
    return transactions.read(tenant, rows::people);
  }

  /** The people as they were made, with what they do. */
  public List<Person> described(TenantId tenant) {
    return transactions.read(tenant, rows::described);
  }

  Optional<Actor> withPassword(String username, String password) {
    Optional<JdbcIdentities.Credential> credential =
        transactions.identify(
            ProofKind.USERNAME,
            username,
            jdbc -> rows.tenantOfUsername(jdbc, username),
            jdbc -> rows.credential(jdbc, username));
    // The same work for a name that does not exist, so that time does not tell.
    String hash = credential.map(JdbcIdentities.Credential::hash).orElse(NOBODY);
    boolean right = passwords.matches(password, hash);
    return credential.filter(found -> right).map(JdbcIdentities.Credential::actor);
  }

  /** Opens a session and gives its token. */
  String openSession(Actor actor) {
    String token = Tokens.fresh();
    Instant now = clock.instant();
    transactions.write(
        actor.tenant(),
        jdbc -> {
          rows.deleteExpiredSessions(jdbc, now);
          rows.insertSession(jdbc, actor, Tokens.hash(token), now, now.plus(SESSION));
          return actor;
        });
    return token;
  }

  Optional<Actor> withSession(String token) {
    String hash = Tokens.hash(token);
    return transactions
        .identify(
            ProofKind.SESSION,
            hash,
            jdbc -> rows.tenantOfSession(jdbc, hash),
            jdbc -> rows.ofSession(jdbc, hash, clock.instant()))
        .flatMap(found -> found);
  }

  void closeSession(Actor actor, String token) {
    transactions.write(
        actor.tenant(),
        jdbc -> {
          rows.deleteSession(jdbc, Tokens.hash(token));
          return actor;
        });
  }

  Optional<Actor> withKey(String key) {
    String hash = Tokens.hash(key);
    return transactions
        .identify(
            ProofKind.API_KEY,
            hash,
            jdbc -> rows.tenantOfKey(jdbc, hash),
            jdbc -> rows.ofKey(jdbc, hash))
        .flatMap(found -> found);
  }

  private String hash(String password) {
    String hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalArgumentException("a password is required");
    }
    return hash;
  }

  /** A hash that no password has. */
  private static final String NOBODY =
      "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5BWX4Z1Z4Wn4Z6c1l8v0T1C9Q2b7K";
}
