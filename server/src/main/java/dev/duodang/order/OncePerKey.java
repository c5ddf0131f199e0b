package dev.duodang.order;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what a person asks under an {@code Idempotency-Key} once, however often it is asked. The
 * order that it is about is fixed with the key, before anything is done.
 */
@Component
class OncePerKey {

  private static final int LONGEST_KEY = 200;

  private static final String TAKE =
      """
      INSERT INTO idempotency_key (tenant_id, key, person_id, request_hash, order_no, created_at)
      VALUES (:tenant, :key, :person, :hash, :orderNo, :now) ON CONFLICT DO NOTHING
      """;

  private static final String FIND =
      "SELECT person_id, request_hash, order_no, done FROM idempotency_key WHERE key = :key";

  private static final String DONE = "UPDATE idempotency_key SET done = true WHERE key = :key";

  private final ScopedTransactions transactions;
  private final Clock clock;

  OncePerKey(ScopedTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Taken(long person, String hash, String orderNo, boolean done, boolean again) {
    Taken first() {
      return new Taken(person, hash, orderNo, done, false);
    }
  }

  /**
   * Does the work unless it was done under the key.
   *
   * @param key none means that it is always done
   * @param request what is asked, in full; the same key with another request is refused
   * @param orderNo the number of the order that it is about
   * @return the number of the order
   */
  String run(
      Actor actor,
      @Nullable String key,
      Object request,
      Supplier<String> orderNo,
      Consumer<String> work) {
    return run(actor, key, request, orderNo, _ -> false, work);
  }

  /**
   * The same for work that is not the same twice. A kill between the work and the mark that it is
   * done leaves a key of which nobody knows; when it comes again, the order itself is asked.
   *
   * @param isInForce whether the order shows that the work was done
   */
  String run(
      Actor actor,
      @Nullable String key,
      Object request,
      Supplier<String> orderNo,
      Predicate<String> isInForce,
      Consumer<String> work) {
    if (key == null || key.isBlank()) {
      String number = orderNo.get();
      work.accept(number);
      return number;
    }
    if (key.length() > LONGEST_KEY) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Idempotency-Key", "it is too long.")
          .field("Idempotency-Key")
          .allowed("at most " + LONGEST_KEY + " characters")
          .toException();
    }
    Taken taken = take(actor, key, hash(request.toString()), orderNo);
    if (!taken.done()) {
      if (!taken.again() || !isInForce.test(taken.orderNo())) {
        work.accept(taken.orderNo());
      }
      transactions.write(actor.tenant(), jdbc -> jdbc.sql(DONE).param("key", key).update());
    }
    return taken.orderNo();
  }

  private Taken take(Actor actor, String key, String hash, Supplier<String> orderNo) {
    Optional<Taken> known = transactions.read(actor.tenant(), jdbc -> find(jdbc, key));
    Taken taken = known.orElseGet(() -> insert(actor, key, hash, orderNo.get()));
    if (taken.person() != actor.id() || !taken.hash().equals(hash)) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, key)
          .field("Idempotency-Key")
          .value(key)
          .toException();
    }
    return taken;
  }

  /** Of two requests at once the first takes the key; both then see the same row. */
  private Taken insert(Actor actor, String key, String hash, String orderNo) {
    return transactions.write(
        actor.tenant(),
        jdbc -> {
          int made =
              jdbc.sql(TAKE)
                  .param("tenant", actor.tenant().value())
                  .param("key", key)
                  .param("person", actor.id())
                  .param("hash", hash)
                  .param("orderNo", orderNo)
                  .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                  .update();
          Taken taken = find(jdbc, key).orElseThrow();
          return made == 1 ? taken.first() : taken;
        });
  }

  private static Optional<Taken> find(JdbcClient jdbc, String key) {
    return jdbc.sql(FIND)
        .param("key", key)
        .query(
            (row, n) ->
                new Taken(
                    row.getLong("person_id"),
                    row.getString("request_hash"),
                    row.getString("order_no"),
                    row.getBoolean("done"),
                    true))
        .optional();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
