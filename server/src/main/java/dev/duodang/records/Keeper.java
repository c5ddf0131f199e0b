package dev.duodang.records;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the records of one kind of each tenant in memory. What is kept is replaced as a whole: at
 * once where it is changed, within a second on every other server of the database, which is asked
 * for no more than the number of changes. Whoever changes records has the number's row for himself.
 *
 * @param <T> all records of a tenant, immutable
 */
public final class Keeper<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private static final String NUMBER =
      """
      SELECT coalesce(max(number), 0) FROM record_change
      WHERE tenant_id = current_tenant() AND kind = :kind
      """;

  private static final String LOCK =
      """
      INSERT INTO record_change (tenant_id, kind, number) VALUES (:tenant, :kind, 0)
      ON CONFLICT (tenant_id, kind) DO UPDATE SET number = record_change.number
      RETURNING number
      """;

  private static final String COUNT =
      """
      UPDATE record_change SET number = number + 1
      WHERE tenant_id = current_tenant() AND kind = :kind
      """;

  private final ScopedTransactions transactions;
  private final String kind;
  private final Function<JdbcClient, T> load;
  private final Map<TenantId, Kept<T>> kept = new ConcurrentHashMap<>();

  /**
   * A keeper.
   *
   * @param kind what the records are, such as {@code counterparties}
   * @param load reads all of a tenant
   */
  public Keeper(ScopedTransactions transactions, String kind, Function<JdbcClient, T> load) {
    this.transactions = transactions;
    this.kind = kind;
    this.load = load;
  }

  private record Kept<T>(long number, T value, long askedAtNanos) {

    boolean isFresh() {
      return System.nanoTime() - askedAtNanos < FRESH_NANOS;
    }

    Kept<T> confirmed() {
      return new Kept<>(number, value, System.nanoTime());
    }
  }

  /** All records of a tenant. */
  public T of(TenantId tenant) {
    Kept<T> known = kept.get(tenant);
    return known != null && known.isFresh()
        ? known.value()
        : kept.compute(tenant, this::looked).value();
  }

  private Kept<T> looked(TenantId tenant, @Nullable Kept<T> known) {
    if (known != null && known.isFresh()) {
      return known;
    }
    try {
      return transactions.read(
          tenant,
          jdbc -> {
            long number = jdbc.sql(NUMBER).param("kind", kind).query(Long.class).single();
            return known != null && known.number() == number
                ? known.confirmed()
                : new Kept<>(number, load.apply(jdbc), System.nanoTime());
          });
    } catch (DataAccessException | TransactionException e) {
      if (known == null) {
        throw e;
      }
      LOG.warn("Whether there are new {} cannot be asked now: {}", kind, e.getMessage());
      return known.confirmed();
    }
  }

  /** Work that may change records. */
  @FunctionalInterface
  public interface Change<T, R> {
    Changed<T, R> run(JdbcClient jdbc, T current);
  }

  /**
   * What became of it.
   *
   * @param next the records afterwards; null when nothing changed
   */
  public record Changed<T, R>(R result, @Nullable T next) {}

  /** Changes the records of a tenant, one after another, all or nothing. */
  public <R> R change(TenantId tenant, Change<T, R> work) {
    Done<T, R> done =
        transactions.write(
            tenant,
            jdbc -> {
              long number =
                  jdbc.sql(LOCK)
                      .param("tenant", tenant.value())
                      .param("kind", kind)
                      .query(Long.class)
                      .single();
              Changed<T, R> changed = work.run(jdbc, current(tenant, jdbc, number));
              T next = changed.next();
              if (next == null) {
                return new Done<>(changed.result(), null);
              }
              jdbc.sql(COUNT).param("kind", kind).update();
              return new Done<>(changed.result(), new Kept<>(number + 1, next, System.nanoTime()));
            });
    Kept<T> after = done.after();
    if (after != null) {
      kept.merge(tenant, after, (old, own) -> old.number() > own.number() ? old : own);
    }
    return done.result();
  }

  private record Done<T, R>(R result, @Nullable Kept<T> after) {}

  private T current(TenantId tenant, JdbcClient jdbc, long number) {
    Kept<T> known = kept.get(tenant);
    return known != null && known.number() == number ? known.value() : load.apply(jdbc);
  }
}
