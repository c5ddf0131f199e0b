package dev.duodang.ledger;

import dev.duodang.database.ArchivedMonths;
import dev.duodang.database.Columns;
import dev.duodang.database.Rows;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.settlement.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the sums of accounts by day, and reads balances from them. */
final class JdbcAccounts {

  private static final String ADD =
      """
      INSERT INTO account_day AS d (tenant_id, entity, account, party, currency, posted_on,
                                    happened_on, shard, debit_minor, credit_minor)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      ON CONFLICT (tenant_id, entity, account, party, currency, posted_on, happened_on, shard)
      DO UPDATE SET debit_minor = d.debit_minor + excluded.debit_minor,
        credit_minor = d.credit_minor + excluded.credit_minor
      """;

  /** Whole days from the sums; of the day that is only partly known, its entries until then. */
  private static final String SUMS =
      """
      WITH part AS (
        SELECT entity, account, party, currency, happened_on, debit_minor, credit_minor
        FROM account_day
        WHERE tenant_id = current_tenant() AND posted_on < ?::date
        UNION ALL
        SELECT entity, side.account, side.party, currency, happened_on, side.debit, side.credit
        FROM ledger_entry,
          LATERAL (VALUES (debit, debit_party, amount_minor, 0::bigint),
                          (credit, credit_party, 0::bigint, amount_minor))
            AS side (account, party, debit, credit)
        WHERE tenant_id = current_tenant() AND month BETWEEN ?::date AND ?::date
          AND posted_at >= ?::timestamptz AND posted_at <= ?::timestamptz)
      SELECT entity, account, CASE WHEN ? THEN party ELSE '' END AS party, currency, sum(debit_minor) AS debit,
             sum(credit_minor) AS credit
      FROM part
      WHERE happened_on <= ?::date AND (?::text IS NULL OR entity = ?)
        AND (?::text IS NULL OR account = ?) AND (?::text IS NULL OR party = ?)
      GROUP BY 1, 2, 3, 4
      HAVING sum(debit_minor) <> 0 OR sum(credit_minor) <> 0
      ORDER BY 1, 2, 3, 4
      """;

  private static final String DAYS =
      """
      SELECT posted_on, happened_on, currency, sum(debit_minor) AS debit,
             sum(credit_minor) AS credit
      FROM account_day
      WHERE tenant_id = current_tenant() AND entity = ? AND account = ? AND party = ?
        AND (posted_on, happened_on) < (?::date, ?::date)
      GROUP BY 1, 2, 3
      HAVING sum(debit_minor) <> 0 OR sum(credit_minor) <> 0
      ORDER BY 1 DESC, 2 DESC, 3 LIMIT ?
      """;

  private JdbcAccounts() {}

  /** Which account: in whose books, what for, of whom. */
  private record Key(String entity, Side side, String currency, LocalDate happenedOn)
      implements Comparable<Key> {

    /** All writers touch rows in one order, so that two never wait for each other. */
    @Override
    public int compareTo(Key other) {
      int byEntity = entity.compareTo(other.entity);
      int byAccount = byEntity != 0 ? byEntity : side.account().compareTo(other.side.account());
      int byParty = byAccount != 0 ? byAccount : side.party().compareTo(other.side.party());
      int byCurrency = byParty != 0 ? byParty : currency.compareTo(other.currency);
      return byCurrency != 0 ? byCurrency : happenedOn.compareTo(other.happenedOn);
    }
  }

  private static final class Sum {
    private long debit;
    private long credit;
  }

  /** Adds entries to the sums. */
  static void add(Connection connection, Batch batch, LocalDate today, List<Entry> entries)
      throws SQLException {
    ready(batch, today, entries).write(connection);
  }

  /** Entries that are to be added to the sums. */
  static Rows ready(Batch batch, LocalDate today, List<Entry> entries) {
    Map<Key, Sum> sums = new HashMap<>();
    for (Entry entry : entries) {
      long minor = entry.amount().minor();
      Sum debit = at(sums, entry, entry.debit());
      debit.debit = Math.addExact(debit.debit, minor);
      Sum credit = at(sums, entry, entry.credit());
      credit.credit = Math.addExact(credit.credit, minor);
    }
    Columns columns =
        new Columns(
            "account_day", "text", "text", "text", "text", "date", "date", "int4", "int8", "int8");
    new TreeMap<>(sums)
        .forEach(
            (key, sum) ->
                columns.add(
                    key.entity(),
                    key.side().account().name(),
                    key.side().party(),
                    key.currency(),
                    today,
                    key.happenedOn(),
                    batch.shard(),
                    sum.debit,
                    sum.credit));
    return columns.ready(ADD);
  }

  private static Sum at(Map<Key, Sum> sums, Entry entry, Side side) {
    Key key = new Key(entry.entity(), side, entry.amount().currency().code(), entry.happenedOn());
    return sums.computeIfAbsent(key, _ -> new Sum());
  }

  /**
   * The balances that a moment asks for.
   *
   * @param byParty a balance for each party, or one for all of them
   */
  static List<Balance> balances(
      Connection connection, Moment moment, Filter filter, boolean byParty) throws SQLException {
    LocalDate day = moment.knownDay();
    Instant from = moment.startOfKnownDay();
    if (moment.isWithinDay()) {
      ArchivedMonths.requireHere(
          connection, from, "before that, balances are known as of the end of each day");
    }
    List<Balance> balances = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
      int place = 1;
      statement.setObject(place++, day);
      statement.setObject(place++, month(from));
      statement.setObject(place++, month(moment.known()));
      statement.setObject(place++, from.atOffset(ZoneOffset.UTC));
      statement.setObject(place++, moment.known().atOffset(ZoneOffset.UTC));
      statement.setBoolean(place++, byParty);
      statement.setObject(place++, moment.on());
      for (String one : filter.inOrder()) {
        statement.setString(place++, one);
        statement.setString(place++, one);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          balances.add(balance(row));
        }
      }
    }
    return balances;
  }

  private static LocalDate month(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }

  private static Balance balance(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Balance(
        row.getString("entity"),
        Account.valueOf(row.getString("account")),
        row.getString("party"),
        new Money(row.getBigDecimal("debit").longValueExact(), currency),
        new Money(row.getBigDecimal("credit").longValueExact(), currency));
  }

  /** Which accounts; null for all. */
  record Filter(@Nullable String entity, @Nullable String account, @Nullable String party) {

    static final Filter NONE = new Filter(null, null, null);

    private @Nullable String[] inOrder() {
      return new @Nullable String[] {entity, account, party};
    }
  }

  /** What moved on one account on one day, the latest first. */
  record Day(LocalDate postedOn, LocalDate happenedOn, Money debit, Money credit) {}

  /**
   * The days of an account.
   *
   * @param before the posted and happened day that the page before ended with
   */
  static List<Day> days(Connection connection, String entity, Side side, Day before, int most)
      throws SQLException {
    List<Day> days = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(DAYS)) {
      statement.setString(1, entity);
      statement.setString(2, side.account().name());
      statement.setString(3, side.party());
      statement.setObject(4, before.postedOn());
      statement.setObject(5, before.happenedOn());
      statement.setInt(6, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Currency currency = Currency.of(row.getString("currency"));
          days.add(
              new Day(
                  row.getObject("posted_on", LocalDate.class),
                  row.getObject("happened_on", LocalDate.class),
                  new Money(row.getBigDecimal("debit").longValueExact(), currency),
                  new Money(row.getBigDecimal("credit").longValueExact(), currency)));
        }
      }
    }
    return days;
  }
}
