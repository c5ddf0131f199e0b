package dev.duodang.board;

import dev.duodang.database.TenantId;

/** Is told which tenant's orders have changed. */
interface ChangeListener {
  void changed(TenantId tenant);
}
