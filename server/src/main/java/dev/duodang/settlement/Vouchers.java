package dev.duodang.settlement;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.PartyId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads vouchers, for those who show them. */
@Component
public final class Vouchers {

  private final ScopedTransactions transactions;

  Vouchers(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /** The voucher of a number. */
  public Optional<PostedVoucher> find(TenantId tenant, VoucherNo number) {
    return transactions.readWith(
        tenant, connection -> Optional.ofNullable(JdbcVouchers.posted(connection, number)));
  }

  /**
   * Vouchers in the order of their numbers.
   *
   * @param party with whom; null for all
   * @param after the number that the page before ended with; empty for the first page
   */
  public List<PostedVoucher> page(
      TenantId tenant, @Nullable PartyId party, String after, int most) {
    return transactions.readWith(
        tenant, connection -> JdbcVouchers.page(connection, party, after, most));
  }
}
