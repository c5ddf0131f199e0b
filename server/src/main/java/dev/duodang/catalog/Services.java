package dev.duodang.catalog;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tree of what can be done for customers. */
@Component
public final class Services {

  private static final String INSERT =
      "INSERT INTO service_item (tenant_id, path) VALUES (:tenant, :path) ON CONFLICT DO NOTHING";

  private final ScopedTransactions transactions;

  Services(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /** Adds paths such as {@code 维修/空调}. */
  public void add(TenantId tenant, List<String> paths) {
    transactions.write(
        tenant,
        jdbc -> {
          paths.forEach(
              path ->
                  jdbc.sql(INSERT).param("tenant", tenant.value()).param("path", path).update());
          return paths;
        });
  }
}
