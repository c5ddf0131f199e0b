package dev.duodang.settlement;

import dev.duodang.database.Columns;
import dev.duodang.database.Rows;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and adds vouchers. */
final class JdbcVouchers {

  private static final String COLUMNS =
      "voucher_no, kind, party_id, amount_minor, currency, entity, happened_on, order_no, reason,"
          + " reverses, by_whom, posted_at";

  /** A voucher that is asked for, and those that take one of these back. */
  private static final String OF_NUMBERS =
      "SELECT %s FROM voucher WHERE tenant_id = current_tenant()".formatted(COLUMNS)
          + " AND (voucher_no = ANY(?) OR reverses = ANY(?))";

  private static final String POSTED =
      """
      SELECT %s,
        (SELECT b.voucher_no FROM voucher b
         WHERE b.tenant_id = v.tenant_id AND b.reverses = v.voucher_no) AS reversed_by
      FROM voucher v WHERE tenant_id = current_tenant()
      """
          .formatted(COLUMNS);

  private static final String ONE = POSTED + " AND voucher_no = ?";

  private static final String LIST =
      POSTED
          + " AND (?::text IS NULL OR party_id = ?) AND voucher_no > ?"
          + " ORDER BY voucher_no LIMIT ?";

  private static final String INSERT =
      """
      INSERT INTO voucher (tenant_id, voucher_no, kind, party_id, amount_minor, currency, entity,
                           happened_on, order_no, reason, reverses, by_whom, posted_at)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      """;

  private JdbcVouchers() {}

  static Map<VoucherNo, Voucher> of(Connection connection, Collection<VoucherNo> numbers)
      throws SQLException {
    Map<VoucherNo, Voucher> vouchers = new HashMap<>();
    if (numbers.isEmpty()) {
      return vouchers;
    }
    String[] texts = numbers.stream().map(VoucherNo::text).toArray(String[]::new);
    try (PreparedStatement statement = connection.prepareStatement(OF_NUMBERS)) {
      statement.setArray(1, connection.createArrayOf("text", texts));
      statement.setArray(2, connection.createArrayOf("text", texts));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Voucher voucher = voucher(row);
          vouchers.put(voucher.number(), voucher);
        }
      }
    }
    return vouchers;
  }

  static @Nullable PostedVoucher posted(Connection connection, VoucherNo number)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setString(1, number.text());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? posted(row) : null;
      }
    }
  }

  static List<PostedVoucher> page(
      Connection connection, @Nullable PartyId party, String after, int most) throws SQLException {
    List<PostedVoucher> page = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LIST)) {
      String id = party == null ? null : party.text();
      statement.setString(1, id);
      statement.setString(2, id);
      statement.setString(3, after);
      statement.setInt(4, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.add(posted(row));
        }
      }
    }
    return page;
  }

  static Rows ready(Batch batch) {
    Columns columns =
        new Columns(
            "voucher",
            "text",
            "text",
            "text",
            "int8",
            "text",
            "text",
            "date",
            "text",
            "text",
            "text",
            "text",
            "timestamptz");
    for (Command.Post post : batch.vouchers()) {
      Voucher voucher = post.voucher();
      columns.add(
          voucher.number().text(),
          voucher.kind().name(),
          voucher.party().text(),
          voucher.amount().minor(),
          voucher.amount().currency().code(),
          voucher.entity(),
          voucher.happenedOn(),
          voucher.orderNo() == null ? null : voucher.orderNo().text(),
          voucher.reason(),
          voucher.reverses() == null ? null : voucher.reverses().text(),
          post.by(),
          batch.at());
    }
    return columns.ready(INSERT);
  }

  private static PostedVoucher posted(ResultSet row) throws SQLException {
    return new PostedVoucher(
        voucher(row),
        row.getString("by_whom"),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        optional(row.getString("reversed_by"), VoucherNo::new));
  }

  private static Voucher voucher(ResultSet row) throws SQLException {
    return new Voucher(
        new VoucherNo(row.getString("voucher_no")),
        Voucher.Kind.valueOf(row.getString("kind")),
        PartyId.of(row.getString("party_id")),
        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
        row.getString("entity"),
        row.getObject("happened_on", LocalDate.class),
        optional(row.getString("order_no"), OrderNo::of),
        row.getString("reason"),
        optional(row.getString("reverses"), VoucherNo::new));
  }

  private static <T> @Nullable T optional(@Nullable String text, Function<String, T> read) {
    return Optional.ofNullable(text).map(read).orElse(null);
  }
}
