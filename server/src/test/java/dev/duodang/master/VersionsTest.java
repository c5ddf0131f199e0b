package dev.duodang.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.database.SharedCluster;
import dev.duodang.testing.HttpTester;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a master record says of a counterparty or customer is read as of the pricing time. */
final class VersionsTest {

  private static final String PARTY = "\"counterparty\":{\"id\":\"P1\"}";

  private static MasterHouse house(String name) {
    MasterHouse house = new MasterHouse(name);
    house.record(
        "counterparties", "{\"id\":\"P1\",\"kind\":\"PARTNER\",\"name\":\"静安\",\"grade\":\"B\"}");
    house.record(
        "counterparties",
        "{\"id\":\"P1\",\"grade\":\"A\",\"validFrom\":\"2026-11-01\",\"reason\":\"audit\"}");
    return house;
  }

  @Test
  void anOrderTakesTheGradeOfItsOwnTimeAndARevisionOfTodayToo() {
    MasterHouse house = house("graded");
    house.deliver("OCT", 1, "2026-10-31", PARTY);
    house.deliver("NOV", 1, "2026-11-01", PARTY);
    assertThat(house.total("OCT")).isEqualTo("80.00");
    assertThat(house.total("NOV")).isEqualTo("100.00");
    house.deliver("OCT", 2, "2026-10-31", PARTY + ",\"distanceMetres\":900");
    assertThat(house.total("OCT")).isEqualTo("80.00");
  }

  @Test
  void whatTheRecordAddedIsNoDifferenceOfTheSource() {
    MasterHouse house = house("repeats");
    assertThat(house.deliver("R", 1, "2026-11-10", PARTY).json().path("outcome").asString())
        .isEqualTo("ACCEPTED");
    assertThat(house.deliver("R", 1, "2026-11-10", PARTY).json().path("outcome").asString())
        .isEqualTo("REPEAT");
    HttpTester.Answer conflict =
        house.deliver("R", 1, "2026-11-10", PARTY + ",\"distanceMetres\":900");
    assertThat(conflict.code()).isEqualTo("order-conflict");
    assertThat(conflict.json().path("errors").size()).isEqualTo(1);
    assertThat(conflict.json().at("/errors/0/field").asString()).isEqualTo("distanceMetres");
  }

  @Test
  void aRecordChangedLateLeavesWhatWasSettled() {
    MasterHouse house = house("late");
    house.deliver("L", 1, "2026-11-10", PARTY);
    String before = house.owner.get("/api/v1/orders/L").body();
    String explained = house.owner.get("/api/v1/orders/L/explanation").body();
    JsonNode changed =
        house.record(
            "counterparties",
            "{\"id\":\"P1\",\"grade\":\"B\",\"validFrom\":\"2026-11-05\",\"reason\":\"late\"}");
    assertThat(changed.path("changed").asInt()).isEqualTo(1);
    assertThat(changed.at("/results/0/differences/0").toString())
        .isEqualTo("{\"field\":\"grade\",\"before\":\"A\",\"after\":\"B\"}");
    assertThat(house.owner.get("/api/v1/orders/L").body()).isEqualTo(before);
    assertThat(house.owner.get("/api/v1/orders/L/explanation").body()).isEqualTo(explained);
    house.deliver("L2", 1, "2026-11-10", PARTY);
    assertThat(house.total("L2")).isEqualTo("80.00");
  }

  @Test
  void aReRatingShowsWhatARecordChangedLateMeansAndSettlesByIt() throws InterruptedException {
    MasterHouse house = house("impact");
    house.deliver("I", 1, "2026-11-10", PARTY);
    house.record(
        "counterparties",
        "{\"id\":\"P1\",\"grade\":\"B\",\"validFrom\":\"2026-11-05\",\"reason\":\"late\"}");
    String begun = "{\"book\":\"graded\",\"reason\":\"the grade was wrong\"}";
    long id = house.owner.post("/api/v1/reratings", begun).json().path("id").asLong();
    JsonNode counted = rerated(house, id, "COUNTED");
    assertThat(counted.path("differing").asInt()).isEqualTo(1);
    assertThat(house.total("I")).isEqualTo("100.00");
    house.owner.post("/api/v1/reratings/" + id + "/apply", "{}");
    rerated(house, id, "DONE");
    assertThat(house.total("I")).isEqualTo("80.00");
    assertThat(house.owner.get("/api/v1/orders/I/explanation").body()).contains("80.00");
    // Its next revision starts from these facts.
    house.deliver("I", 2, "2026-11-10", PARTY + ",\"distanceMetres\":900");
    assertThat(house.total("I")).isEqualTo("80.00");
  }

  private static JsonNode rerated(MasterHouse house, long id, String state)
      throws InterruptedException {
    JsonNode now = house.owner.get("/api/v1/reratings/" + id).json();
    for (int i = 0; i < 300 && !now.path("state").asString().equals(state); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      now = house.owner.get("/api/v1/reratings/" + id).json();
    }
    assertThat(now.path("state").asString()).as(now.toString()).isEqualTo(state);
    return now;
  }

  /** As another server of the same database would do it. */
  @Test
  void aChangeThatAnotherServerCommittedCountsWithinASecond()
      throws SQLException, InterruptedException {
    MasterHouse house = house("another server");
    house.deliver("S", 1, "2026-11-10", PARTY);
    assertThat(house.total("S")).isEqualTo("100.00");
    try (Connection connection = SharedCluster.superuser(MasterHouse.SERVER.database());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          INSERT INTO duodang.counterparty_version (tenant_id, counterparty_id, version, valid_from,
            name, grade, reason, by_whom, recorded_at)
          VALUES (%1$s, 'P1', 3, '2026-11-01', '静安', 'B', '', 'elsewhere', now());
          UPDATE duodang.record_change SET number = number + 1
          WHERE tenant_id = %1$s AND kind = 'counterparties'
          """
              .formatted(house.tenant.id()));
      connection.commit();
    }
    TimeUnit.MILLISECONDS.sleep(1_500);
    house.deliver("S2", 1, "2026-11-10", PARTY);
    assertThat(house.total("S2")).isEqualTo("80.00");
  }

  @Test
  void anOrderThatSaysOtherwiseThanTheRecordWaitsUntilTheyAgree() throws InterruptedException {
    MasterHouse house = house("contradicted");
    house.deliver("C", 1, "2026-11-10", "\"counterparty\":{\"id\":\"P1\",\"grade\":\"B\"}");
    JsonNode held = house.settlement("C");
    assertThat(held.path("state").asString()).isEqualTo("ON_HOLD");
    assertThat(held.at("/holds/0/reason").asString()).isEqualTo("CONTRADICTION");
    assertThat(held.at("/holds/0/sentence").asString())
        .isEqualTo("工单与主数据不一致，counterparty.grade 工单为「B」，主数据为「A」（自 2026-11-01 起）");
    String english = house.owner.get("/api/v1/orders/C?lang=en").body();
    assertThat(english)
        .contains(
            "the order contradicts a master record, counterparty.grade is \\\"B\\\" in the order,"
                + " \\\"A\\\" in the record (from 2026-11-01 on)");
    assertThat(house.owner.get("/api/v1/orders/C/explanation").json().path("sentence").asString())
        .contains("工单与主数据不一致");
    house.record(
        "counterparties",
        "{\"id\":\"P1\",\"grade\":\"B\",\"validFrom\":\"2026-11-01\",\"reason\":\"mistaken\"}");
    house.awaited("C", "SETTLED");
    assertThat(house.total("C")).isEqualTo("80.00");
  }

  @Test
  void theClassOfACustomerComesFromHisRecordWhereTheOrderSaysNothing() {
    MasterHouse house = house("classes");
    house.record("customers", "{\"id\":\"C7\",\"name\":\"某客户\",\"class\":\"MEMBER\"}");
    house.record("customers", "{\"id\":\"C7\",\"class\":\"VIP\",\"validFrom\":\"2026-11-01\"}");
    house.deliver("M", 1, "2026-10-31", PARTY + ",\"customer\":{\"id\":\"C7\"}");
    house.deliver("V", 1, "2026-11-01", PARTY + ",\"customer\":{\"id\":\"C7\"}");
    assertThat(house.total("M")).isEqualTo("80.00");
    assertThat(house.total("V")).isEqualTo("200.00");
    house.deliver(
        "X", 1, "2026-11-01", PARTY + ",\"customer\":{\"id\":\"C7\",\"class\":\"MEMBER\"}");
    assertThat(house.settlement("X").at("/holds/0/reason").asString()).isEqualTo("CONTRADICTION");
  }

  @Test
  void theHistoryShowsEveryVersionAndWhichOfThemCount() {
    MasterHouse house = house("history");
    house.record("counterparties", "{\"id\":\"P1\",\"grade\":\"C\",\"validFrom\":\"2026-11-01\"}");
    JsonNode versions = house.owner.get("/api/v1/counterparties/P1").json().path("versions");
    assertThat(versions.size()).isEqualTo(3);
    assertThat(versions.at("/0/from").isNull()).isTrue();
    assertThat(versions.at("/0/until").asString()).isEqualTo("2026-11-01");
    assertThat(versions.at("/1/counts").asBoolean()).isFalse();
    assertThat(versions.at("/1/reason").asString()).isEqualTo("audit");
    assertThat(versions.at("/2/counts").asBoolean()).isTrue();
    assertThat(versions.at("/2/content/grade").asString()).isEqualTo("C");
    assertThat(house.owner.get("/api/v1/counterparties/P9").code()).isEqualTo("record-unknown");
  }
}
