package dev.duodang.master;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order waits whose counterparty has no contract that covers it, where one is required. */
final class ContractsTest {

  private static final String PARTY = "\"counterparty\":{\"id\":\"P1\"}";

  private static MasterHouse house(String name) {
    MasterHouse house = new MasterHouse(name);
    house.record(
        "counterparties",
        "[{\"id\":\"P1\",\"kind\":\"PARTNER\",\"name\":\"静安\"},"
            + "{\"id\":\"P2\",\"kind\":\"PARTNER\",\"name\":\"徐汇\"}]");
    return house;
  }

  private static void require(MasterHouse house, String from) {
    house.record(
        "contract-rules",
        "{\"relation\":\"headquarters→partner\",\"required\":true,\"validFrom\":\"%s\"}"
            .formatted(from));
  }

  private static String contract(String number, String more) {
    return """
    {"contractNo":"%s","party":"P1","relation":"headquarters→partner","from":"2026-01-01"%s}"""
        .formatted(number, more);
  }

  @Test
  void withoutARuleNobodyNeedsAContract() {
    MasterHouse house = house("no rule");
    house.deliver("N", 1, "2026-11-10", PARTY);
    assertThat(house.settlement("N").path("state").asString()).isEqualTo("SETTLED");
  }

  @Test
  void theRuleCountsFromItsDayOn() {
    MasterHouse house = house("rule from a day");
    require(house, "2026-11-01");
    house.deliver("BEFORE", 1, "2026-10-31", PARTY);
    house.deliver("AFTER", 1, "2026-11-01", PARTY);
    assertThat(house.settlement("BEFORE").path("state").asString()).isEqualTo("SETTLED");
    JsonNode held = house.settlement("AFTER");
    assertThat(held.path("state").asString()).isEqualTo("ON_HOLD");
    assertThat(held.at("/holds/0/reason").asString()).isEqualTo("NO_CONTRACT");
    assertThat(held.at("/holds/0/sentence").asString()).isEqualTo("没有有效合同，P1 在此结算关系下没有任何合同");
  }

  @Test
  void theNearestContractIsNamedWithEverythingInWhichItDiffers() {
    MasterHouse house = house("nearest");
    require(house, "2026-01-01");
    house.record(
        "contracts",
        "["
            + contract("OTHER", ",\"to\":\"2026-03-01\",\"regions\":[\"110000\"]")
            + ","
            + contract("ENDED", ",\"to\":\"2026-11-10\"")
            + "]");
    house.deliver("DAY", 1, "2026-11-10", PARTY);
    assertThat(house.settlement("DAY").at("/holds/0/sentence").asString())
        .isEqualTo("没有有效合同，P1 最接近的合同 ENDED：已于 2026-11-10 到期，计价日为 2026-11-10");
    house.deliver("LAST", 1, "2026-11-09", PARTY);
    assertThat(house.settlement("LAST").path("state").asString()).isEqualTo("SETTLED");
    house.record(
        "contracts", contract("NOW", ",\"regions\":[\"110000\"],\"services\":[\"安装\",\"咨询\"]"));
    house.deliver("PLACE", 1, "2026-11-20", PARTY);
    String english =
        house.owner.get("/api/v1/orders/PLACE?lang=en").json().at("/holds/0/sentence").asString();
    assertThat(english)
        .isEqualTo(
            "there is no contract, P1's nearest is ENDED: it ended on 2026-11-10, the order is of 2026-11-20");
    house.record(
        "contracts", "{\"contractNo\":\"ENDED\",\"regions\":[\"120000\"],\"services\":[\"咨询\"]}");
    house.deliver("BOTH", 1, "2026-11-20", PARTY);
    assertThat(house.settlement("BOTH").at("/holds/0/sentence").asString())
        .isEqualTo("没有有效合同，P1 最接近的合同 NOW：区域为 上海市/上海市/徐汇区，合同只含 北京市，服务为 维修/空调，合同只含 安装、咨询");
  }

  @Test
  void anOrderThatWaitsGoesOnWhenTheContractIsThere() throws InterruptedException {
    MasterHouse house = house("goes on");
    require(house, "2026-01-01");
    house.deliver("W", 1, "2026-11-10", PARTY);
    assertThat(house.settlement("W").path("state").asString()).isEqualTo("ON_HOLD");
    house.record("contracts", contract("C1", ",\"regions\":[\"310000\"],\"services\":[\"维修\"]"));
    JsonNode order = house.awaited("W", "SETTLED");
    assertThat(order.toString()).contains("contracts changed by");
    assertThat(house.total("W")).isEqualTo("50.00");
  }

  @Test
  void aContractKeepsItsPartyAndRelationAndShowsAllItsVersions() {
    MasterHouse house = house("kept");
    house.record("contracts", contract("C1", ""));
    assertThat(house.record("contracts", contract("C1", "")).path("existing").asInt()).isEqualTo(1);
    house.record("contracts", "{\"contractNo\":\"C1\",\"to\":\"2026-12-01\",\"reason\":\"ended\"}");
    JsonNode shown = house.owner.get("/api/v1/contracts/C1").json();
    assertThat(shown.at("/now/to").asString()).isEqualTo("2026-12-01");
    assertThat(shown.path("versions").size()).isEqualTo(2);
    assertThat(shown.at("/versions/0/content/to").isNull()).isTrue();
    var other =
        house.owner.post("/api/v1/records/contracts", "{\"contractNo\":\"C1\",\"party\":\"P2\"}");
    assertThat(other.code()).isEqualTo("record-invalid");
    assertThat(other.body()).contains("is with P1");
  }

  @Test
  void theTaxStatusOfTheContractThatCoversCompletesTheOrder() {
    MasterHouse house = house("tax status");
    house.record("contracts", contract("C1", ",\"taxpayer\":\"GENERAL\",\"regions\":[\"310000\"]"));
    house.deliver("T", 1, "2026-11-10", PARTY);
    assertThat(house.settlement("T").path("state").asString()).isEqualTo("SETTLED");
    house.deliver(
        "T2", 1, "2026-11-10", "\"counterparty\":{\"id\":\"P1\",\"taxpayer\":\"INDIVIDUAL\"}");
    assertThat(house.settlement("T2").at("/holds/0/sentence").asString())
        .contains("counterparty.taxpayer 工单为「INDIVIDUAL」，主数据为「GENERAL」");
  }
}
