package dev.duodang.order;

import dev.duodang.identity.Scope;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders is narrowed by.
 *
 * @param q the beginning of an order number, or a part of an address
 * @param from day in the tenant's zone, or instant, of the last change
 * @param until the day or instant after the last
 * @param cursor where the page before ended
 * @param now what is overdue is overdue at this moment
 */
record OrderFilter(
    @Nullable String q,
    @Nullable String state,
    @Nullable String status,
    @Nullable String hold,
    @Nullable String service,
    @Nullable String region,
    @Nullable String counterparty,
    @Nullable String handler,
    @Nullable Promised promise,
    @Nullable String from,
    @Nullable String until,
    @Nullable String cursor,
    ZoneId zone,
    Instant now) {

  private static final String FINISH_KEPT =
      "coalesce(w.finish_kept, w.completed_at <= w.finish_due)";

  /** How an order stands to the time by which it was promised to be finished. */
  enum Promised {
    /** Not done, and the time is past: what a board counts as late. */
    OVERDUE,
    /** Overdue, or done after the time. */
    BROKEN,
    /** Done in time. */
    KEPT
  }

  void conditions(StringBuilder sql, Map<String, Object> parameters) {
    if (q != null && !q.isBlank()) {
      sql.append(" AND (w.order_no LIKE :qStart OR w.address LIKE :qPart)");
      String text = escaped(q);
      parameters.put("qStart", text + "%");
      parameters.put("qPart", "%" + text + "%");
    }
    equal(sql, parameters, "state", "w.state", state);
    equal(sql, parameters, "status", "w.status", status);
    equal(sql, parameters, "counterparty", "w.counterparty_id", counterparty);
    if (hold != null && !hold.isBlank()) {
      sql.append(" AND w.hold_reasons @> :hold::text[]");
      parameters.put("hold", new String[] {hold});
    }
    if (handler != null && !handler.isBlank()) {
      sql.append(" AND w.handlers @> :handler::text[]");
      parameters.put("handler", new String[] {handler});
    }
    if (service != null && !service.isBlank()) {
      sql.append(" AND (w.service = :service OR w.service LIKE :serviceBelow)");
      parameters.put("service", service);
      parameters.put("serviceBelow", escaped(service) + "/%");
    }
    if (region != null && !region.isBlank()) {
      sql.append(" AND w.region LIKE ANY (:region::text[])");
      parameters.put("region", regions(region));
    }
    promise(sql, parameters);
    times(sql, parameters);
  }

  private static String[] regions(String region) {
    try {
      return Scope.Regions.patterns(RegionCode.of(region)).toArray(String[]::new);
    } catch (IllegalArgumentException e) {
      throw invalid("region", region, "a region's code such as 440305");
    }
  }

  private void promise(StringBuilder sql, Map<String, Object> parameters) {
    if (promise == null) {
      return;
    }
    switch (promise) {
      case OVERDUE -> sql.append(" AND w.status = 'OPEN' AND w.finish_due < :now");
      case BROKEN ->
          sql.append(
              " AND ((w.status = 'OPEN' AND w.finish_due < :now) OR NOT " + FINISH_KEPT + ")");
      case KEPT -> sql.append(" AND ").append(FINISH_KEPT);
    }
    if (promise != Promised.KEPT) {
      parameters.put("now", JdbcOrders.utc(now));
    }
  }

  private void times(StringBuilder sql, Map<String, Object> parameters) {
    if (from != null && !from.isBlank()) {
      sql.append(" AND w.changed_at >= :from");
      parameters.put("from", JdbcOrders.utc(instant("from", from)));
    }
    if (until != null && !until.isBlank()) {
      sql.append(" AND w.changed_at < :until");
      parameters.put("until", JdbcOrders.utc(instant("until", until)));
    }
    if (cursor != null && !cursor.isBlank()) {
      int space = cursor.indexOf('_');
      if (space < 0) {
        throw invalid("cursor", cursor, "the value of next of the page before");
      }
      sql.append(" AND (w.changed_at, w.order_no) < (:cursorAt, :cursorNo)");
      parameters.put("cursorAt", JdbcOrders.utc(instant("cursor", cursor.substring(0, space))));
      parameters.put("cursorNo", cursor.substring(space + 1));
    }
  }

  private static void equal(
      StringBuilder sql,
      Map<String, Object> parameters,
      String name,
      String column,
      @Nullable String value) {
    if (value != null && !value.isBlank()) {
      sql.append(" AND ").append(column).append(" = :").append(name);
      parameters.put(name, value);
    }
  }

  private Instant instant(String field, String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid(field, text, "a day such as 2026-11-20 or an instant");
    }
  }

  private static RuntimeException invalid(String field, String value, String allowed) {
    return Problem.of(ProblemCode.INVALID_FIELD, field, "\"" + value + "\".")
        .field(field)
        .value(value)
        .allowed(allowed)
        .toException();
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }
}
