package dev.duodang.ledger;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.settlement.VoucherNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files that vouchers are proven by; added to, never changed. */
@Component
class VoucherFiles {

  private static final String ADD =
      """
      INSERT INTO voucher_file (tenant_id, voucher_no, sha256, name, media_type, content, by_whom,
                                added_at)
      VALUES (:tenant, :voucher, :id, :name, :type, :content, :by, :at)
      ON CONFLICT (tenant_id, voucher_no, sha256) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT sha256, name, media_type, length(content) AS bytes, by_whom, added_at
      FROM voucher_file WHERE tenant_id = :tenant AND voucher_no = :voucher
      ORDER BY added_at, sha256
      """;

  private static final String CONTENT =
      """
      SELECT content FROM voucher_file
      WHERE tenant_id = :tenant AND voucher_no = :voucher AND sha256 = :id
      """;

  private final ScopedTransactions transactions;

  VoucherFiles(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A file, without its content.
   *
   * @param id the SHA-256 of its content in hexadecimal
   * @param bytes its length
   */
  record File(String id, String name, String mediaType, int bytes, String by, Instant at) {}

  /** Adds a file; the same content again changes nothing. */
  void add(TenantId tenant, VoucherNo voucher, File file, byte[] content) {
    transactions.write(
        tenant,
        jdbc ->
            jdbc.sql(ADD)
                .param("tenant", tenant.value())
                .param("voucher", voucher.text())
                .param("id", file.id())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("content", content)
                .param("by", file.by())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .update());
  }

  /** The files of a voucher, the first added first. */
  List<File> of(TenantId tenant, VoucherNo voucher) {
    return transactions.read(
        tenant,
        jdbc ->
            jdbc.sql(LIST)
                .param("tenant", tenant.value())
                .param("voucher", voucher.text())
                .query((row, number) -> file(row))
                .list());
  }

  Optional<byte[]> content(TenantId tenant, VoucherNo voucher, String id) {
    return transactions.read(
        tenant,
        jdbc ->
            jdbc.sql(CONTENT)
                .param("tenant", tenant.value())
                .param("voucher", voucher.text())
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional());
  }

  private static File file(ResultSet row) throws SQLException {
    return new File(
        row.getString("sha256"),
        row.getString("name"),
        row.getString("media_type"),
        row.getInt("bytes"),
        row.getString("by_whom"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
