package dev.duodang.database;

/**
 * A tenant: the company that runs Duodang. Data never crosses tenants.
 *
 * @param value a positive number given by the database
 */
public record TenantId(long value) {

  public TenantId {
    if (value <= 0) {
      throw new IllegalArgumentException("a tenant's number is positive, this is " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
