package dev.duodang.identity;

import dev.duodang.database.TenantId;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A company.
 *
 * @param id its number
 * @param name its name
 * @param zone where its days begin and end
 * @param currency what its amounts are in
 * @param demo whether it only shows what Duodang does
 */
public record Tenant(TenantId id, String name, ZoneId zone, Currency currency, boolean demo) {}
