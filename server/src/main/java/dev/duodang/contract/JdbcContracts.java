package dev.duodang.contract;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.ContractNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.records.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of contracts, their versions, and the rules about them. */
final class JdbcContracts {

  private static final String CONTRACTS =
      """
      SELECT c.contract_no, c.counterparty_id, c.relation, v.version, v.valid_from, v.valid_until,
             v.regions, v.services, v.taxpayer, v.reason, v.by_whom, v.recorded_at
      FROM contract c JOIN contract_version v USING (tenant_id, contract_no)
      WHERE c.tenant_id = current_tenant()
      ORDER BY c.contract_no, v.version
      """;

  private static final String RULES =
      """
      SELECT relation, version, valid_from, required, reason, by_whom, recorded_at
      FROM contract_rule WHERE tenant_id = current_tenant() ORDER BY relation, version
      """;

  private static final String INSERT =
      """
      INSERT INTO contract (tenant_id, contract_no, counterparty_id, relation)
      VALUES (:tenant, :number, :party, :relation)
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO contract_version (tenant_id, contract_no, version, valid_from, valid_until, regions,
                                    services, taxpayer, reason, by_whom, recorded_at)
      VALUES (:tenant, :number, :version, :from, :to, :regions, :services, :taxpayer, :reason, :by,
              :at)
      """;

  private static final String INSERT_RULE =
      """
      INSERT INTO contract_rule (tenant_id, relation, version, valid_from, required, reason, by_whom,
                                 recorded_at)
      VALUES (:tenant, :relation, :version, :from, :required, :reason, :by, :at)
      """;

  ContractBook all(JdbcClient jdbc) {
    return ContractBook.of(
        jdbc.sql(CONTRACTS).query((row, number) -> contract(row)).list(),
        jdbc.sql(RULES).query((row, number) -> rule(row)).list());
  }

  static void add(JdbcClient jdbc, TenantId tenant, Version<Contract> version) {
    Contract contract = version.content();
    if (version.number() == 1) {
      jdbc.sql(INSERT)
          .param("tenant", tenant.value())
          .param("number", contract.number().text())
          .param("party", contract.party().text())
          .param("relation", contract.relation().toString())
          .update();
    }
    jdbc.sql(INSERT_VERSION)
        .param("tenant", tenant.value())
        .param("number", contract.number().text())
        .param("version", version.number())
        .param("from", contract.from())
        .param("to", contract.to(), Types.DATE)
        .param("regions", texts(contract.regions()))
        .param("services", texts(contract.services()))
        .param("taxpayer", contract.taxpayer() == null ? null : contract.taxpayer().name())
        .param("reason", version.reason())
        .param("by", version.by())
        .param("at", version.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  static void addRule(JdbcClient jdbc, TenantId tenant, Version<ContractRule> version) {
    jdbc.sql(INSERT_RULE)
        .param("tenant", tenant.value())
        .param("relation", version.content().relation().toString())
        .param("version", version.number())
        .param("from", version.from(), Types.DATE)
        .param("required", version.content().required())
        .param("reason", version.reason())
        .param("by", version.by())
        .param("at", version.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String[] texts(List<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  private static Version<Contract> contract(ResultSet row) throws SQLException {
    String taxpayer = row.getString("taxpayer");
    return new Version<>(
        row.getInt("version"),
        null,
        new Contract(
            ContractNo.of(row.getString("contract_no")),
            PartyId.of(row.getString("counterparty_id")),
            Relation.parse(row.getString("relation")),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class),
            texts(row, "regions").map(RegionCode::of).toList(),
            texts(row, "services").map(ServicePath::of).toList(),
            taxpayer == null ? null : Taxpayer.valueOf(taxpayer)),
        row.getString("reason"),
        row.getString("by_whom"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static java.util.stream.Stream<String> texts(ResultSet row, String column)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray());
  }

  private static Version<ContractRule> rule(ResultSet row) throws SQLException {
    return new Version<>(
        row.getInt("version"),
        row.getObject("valid_from", LocalDate.class),
        new ContractRule(Relation.parse(row.getString("relation")), row.getBoolean("required")),
        row.getString("reason"),
        row.getString("by_whom"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
