package dev.duodang.records;

import dev.duodang.database.TenantId;

/** Master records have changed; told after the transaction is on the disk. */
public record RecordsChanged(TenantId tenant, String kind, String by) {}
