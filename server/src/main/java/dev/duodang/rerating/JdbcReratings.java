package dev.duodang.rerating;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.settlement.BookVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of re-ratings, and the orders that one is about. */
final class JdbcReratings {

  /** Orders whose facts are final, priced in the days of the version, or held. */
  private static final String ORDERS =
      """
      FROM order_key k
      JOIN settlement s ON s.tenant_id = k.tenant_id AND s.order_no = k.order_no
        AND s.sequence = k.sequence AND s.relation = :relation
      WHERE k.tenant_id = current_tenant() AND k.order_no > :after AND k.state <> 'ESTIMATED'
        AND (s.pricing_time IS NULL OR (s.pricing_time >= :from
          AND (:until::timestamptz IS NULL OR s.pricing_time < :until)))
      """;

  private static final String COUNT = "SELECT count(*) " + ORDERS;

  private static final String PAGE =
      "SELECT k.order_no " + ORDERS + " ORDER BY k.order_no LIMIT :most";

  private static final String INSERT =
      """
      INSERT INTO rerating (tenant_id, book_id, book_version, reason, state, orders, asked_by,
                            asked_at)
      VALUES (:tenant, :book, :version, :reason, 'COUNTING', :orders, :by, :at)
      RETURNING rerating_id
      """;

  private static final String EFFECT =
      """
      INSERT INTO rerating_effect AS e (tenant_id, rerating_id, relation, party_id, currency,
                                        orders, taken_back_minor, posted_minor)
      VALUES (:tenant, :id, :relation, :party, :currency, :orders, :takenBack, :posted)
      ON CONFLICT (tenant_id, rerating_id, relation, party_id, currency) DO UPDATE
      SET orders = e.orders + excluded.orders,
        taken_back_minor = e.taken_back_minor + excluded.taken_back_minor,
        posted_minor = e.posted_minor + excluded.posted_minor
      """;

  private static final String EFFECTS =
      """
      SELECT relation, party_id, currency, orders, taken_back_minor, posted_minor
      FROM rerating_effect WHERE rerating_id = :id
      ORDER BY abs(taken_back_minor + posted_minor) DESC, relation, party_id LIMIT :most
      """;

  private static final String COUNTED =
      """
      UPDATE rerating SET position = :position, counted = counted + :counted,
        differing = differing + :differing
      WHERE rerating_id = :id AND state = 'COUNTING'
      """;

  private static final String SETTLED =
      """
      UPDATE rerating SET position = :position, looked = looked + :looked,
        changed = changed + :changed, refused = refused + :refused
      WHERE rerating_id = :id
      """;

  /** Only from one of the states named, so that of two who act at once one is told. */
  private static final String MOVE =
      """
      UPDATE rerating SET state = :state, position = coalesce(:position, position),
        approved_by = coalesce(:by, approved_by), approved_at = coalesce(:at, approved_at),
        finished_at = :finished
      WHERE rerating_id = :id AND state = ANY (:from)
      """;

  private static final String DELETE = "DELETE FROM rerating WHERE rerating_id = :id";

  /** Which orders a version of a book is about. */
  record About(String relation, OffsetDateTime from, @Nullable OffsetDateTime until) {

    static About of(PriceBook book) {
      LocalDate last = book.validUntil();
      return new About(
          book.relation().toString(),
          book.validFrom().atStartOfDay(book.zone()).toOffsetDateTime(),
          last == null ? null : last.atStartOfDay(book.zone()).toOffsetDateTime());
    }
  }

  long count(JdbcClient jdbc, About about) {
    return jdbc.sql(COUNT)
        .param("relation", about.relation())
        .param("after", "")
        .param("from", about.from())
        .param("until", about.until())
        .query(Long.class)
        .single();
  }

  List<OrderNo> page(JdbcClient jdbc, About about, String after, int most) {
    return jdbc.sql(PAGE)
        .param("relation", about.relation())
        .param("after", after)
        .param("from", about.from())
        .param("until", about.until())
        .param("most", most)
        .query((row, n) -> OrderNo.of(row.getString("order_no")))
        .list();
  }

  long insert(
      JdbcClient jdbc,
      TenantId tenant,
      BookVersion book,
      String reason,
      long orders,
      String by,
      Instant at) {
    return jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("book", book.book().text())
        .param("version", book.version())
        .param("reason", reason)
        .param("orders", orders)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** A page of counting: how far, what it found. */
  void counted(
      JdbcClient jdbc,
      TenantId tenant,
      long id,
      OrderNo position,
      long counted,
      long differing,
      Collection<Effect> effects) {
    jdbc.sql(COUNTED)
        .param("id", id)
        .param("position", position.text())
        .param("counted", counted)
        .param("differing", differing)
        .update();
    for (Effect effect : effects) {
      jdbc.sql(EFFECT)
          .param("tenant", tenant.value())
          .param("id", id)
          .param("relation", effect.relation())
          .param("party", effect.party())
          .param("currency", effect.posted().currency().code())
          .param("orders", effect.orders())
          .param("takenBack", effect.takenBack().minor())
          .param("posted", effect.posted().minor())
          .update();
    }
  }

  /** A page of settling: how far, what became of the orders. */
  void settled(
      JdbcClient jdbc, long id, OrderNo position, long looked, long changed, long refused) {
    jdbc.sql(SETTLED)
        .param("id", id)
        .param("position", position.text())
        .param("looked", looked)
        .param("changed", changed)
        .param("refused", refused)
        .update();
  }

  /**
   * Goes on to a state.
   *
   * @param position from where; null to stay
   * @param by who says so; null where nobody has to
   * @return whether it was in one of the states named
   */
  boolean move(
      JdbcClient jdbc,
      long id,
      List<Rerating.State> from,
      Rerating.State to,
      @Nullable String position,
      @Nullable String by,
      Instant at) {
    boolean isDone = to == Rerating.State.DONE;
    return jdbc.sql(MOVE)
            .param("id", id)
            .param("state", to.name())
            .param("position", position)
            .param("by", by)
            .param("at", by == null ? null : at.atOffset(ZoneOffset.UTC))
            .param("finished", isDone ? at.atOffset(ZoneOffset.UTC) : null)
            .param("from", from.stream().map(Enum::name).toArray(String[]::new))
            .update()
        == 1;
  }

  void delete(JdbcClient jdbc, long id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  List<Rerating> all(JdbcClient jdbc) {
    return jdbc.sql(
            "SELECT " + Rerating.COLUMNS + " FROM rerating ORDER BY rerating_id DESC LIMIT 100")
        .query((row, n) -> Rerating.of(row))
        .list();
  }

  Optional<Rerating> find(JdbcClient jdbc, long id) {
    return jdbc.sql("SELECT " + Rerating.COLUMNS + " FROM rerating WHERE rerating_id = :id")
        .param("id", id)
        .query((row, n) -> Rerating.of(row))
        .optional();
  }

  List<Effect> effects(JdbcClient jdbc, long id, int most) {
    return jdbc.sql(EFFECTS)
        .param("id", id)
        .param("most", most)
        .query((row, n) -> Effect.of(row))
        .list();
  }
}
