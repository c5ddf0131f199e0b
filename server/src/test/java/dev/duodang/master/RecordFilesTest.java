package dev.duodang.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.testing.HttpTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of master records: a dry run first, good rows taken, the others named. */
final class RecordFilesTest {

  private static final String FILE = "/api/v1/records/counterparties/file";

  private static final String SHEET =
      """
      编号,类别,名称,合作商类型,等级,区域,生效日期
      P1,合作商,静安,BOUTIQUE,A,310000,2026-01-01
      E1,工程师,甲,,,310000;320000,
      P2,合作商,徐汇,BOUTIQUE,A,999999,2026-13-01
      P3,,徐汇,,,,
      P1,合作商,静安,BOUTIQUE,B,310000,2026/11/01
      """;

  private static JsonNode sent(MasterHouse house, String path, String text) {
    HttpTester.Answer answer = house.owner.post(path, "text/csv", text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aDryRunSaysWhatWouldBecomeOfEachRowAndRecordsNothing() {
    MasterHouse house = new MasterHouse("dry run");
    JsonNode answer = sent(house, FILE, SHEET);
    assertThat(answer.path("dryRun").asBoolean()).isTrue();
    assertThat(answer.path("created").asInt()).isEqualTo(2);
    assertThat(answer.path("changed").asInt()).isEqualTo(1);
    assertThat(answer.path("refused").asInt()).isEqualTo(2);
    assertThat(house.owner.get("/api/v1/counterparties/page").json().path("items").size()).isZero();
  }

  @Test
  void goodRowsAreTakenAndEachBadOneNamesLineColumnAndWhatIsAllowed() {
    MasterHouse house = new MasterHouse("good and bad rows");
    JsonNode answer = sent(house, FILE + "?dryRun=false", SHEET);
    JsonNode bad = answer.at("/results/2");
    assertThat(bad.path("row").asInt()).isEqualTo(4);
    assertThat(bad.path("outcome").asString()).isEqualTo("REFUSED");
    assertThat(bad.path("problems").size()).isEqualTo(2);
    assertThat(bad.path("problems").toString())
        .contains("validFrom", "2026-13-01", "a day such as 2026-01-31", "regions", "999999");
    assertThat(answer.at("/results/3/problems/0").toString())
        .contains("kind", "PARTNER (合作商 网点 服务商)");
    JsonNode versions = house.owner.get("/api/v1/counterparties/P1").json().path("versions");
    assertThat(versions.size()).isEqualTo(2);
    assertThat(versions.at("/1/from").asString()).isEqualTo("2026-11-01");
    assertThat(versions.at("/1/content/grade").asString()).isEqualTo("B");
    assertThat(house.owner.get("/api/v1/counterparties/P2").code()).isEqualTo("record-unknown");
  }

  @Test
  void aRowWithACellTooFewTakesNothingAway() {
    MasterHouse house = new MasterHouse("short rows");
    sent(house, FILE + "?dryRun=false", SHEET);
    JsonNode answer = sent(house, FILE + "?dryRun=false", "编号,名称,等级\nP1,静安新\nE1,甲二,\nP1,静安,A,B\n");
    assertThat(answer.path("refused").asInt()).isEqualTo(2);
    assertThat(answer.path("changed").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/0/problems/0").toString())
        .contains("has 2 cells, but the heading has 3");
    assertThat(house.owner.get("/api/v1/counterparties/P1").json().path("versions").size())
        .isEqualTo(2);
  }

  @Test
  void theSameFileAgainChangesNothingAndAnExportCanBeTakenIn() {
    MasterHouse house = new MasterHouse("again");
    sent(house, FILE + "?dryRun=false", SHEET);
    JsonNode again = sent(house, FILE + "?dryRun=false", SHEET);
    assertThat(again.path("created").asInt() + again.path("changed").asInt()).isZero();
    assertThat(again.path("existing").asInt()).isEqualTo(3);
    String exported = house.owner.get(FILE).body();
    assertThat(exported)
        .startsWith("\ufeffid,kind,name,type,mode,grade,taxpayer,regions,")
        .contains("P1,PARTNER,静安,BOUTIQUE,,B,,310000,,,2026-11-01,")
        .contains("E1,ENGINEER,甲,,,,,310000;320000,,,always,");
    assertThat(sent(house, FILE + "?dryRun=false", exported).path("existing").asInt()).isEqualTo(3);
    MasterHouse other = new MasterHouse("elsewhere");
    sent(other, FILE + "?dryRun=false", exported);
    assertThat(other.owner.get(FILE).body()).isEqualTo(exported);
  }

  @Test
  void aFileThatCannotBeUnderstoodIsRefusedAsAWhole() {
    MasterHouse house = new MasterHouse("broken files");
    for (String text : List.of("", "编号,颜色\nP1,红\n", "名称\n静安\n", "id,编号\nP1,P1\n")) {
      HttpTester.Answer answer = house.owner.post(FILE, "text/csv", text);
      assertThat(answer.code()).as(text).isEqualTo("file-invalid");
    }
    assertThat(house.owner.post(FILE, "text/csv", "编号,颜色\nP1,红\n").body()).contains("颜色", "合作商类型");
    assertThat(house.owner.post("/api/v1/records/colours", "{}").code()).isEqualTo("not-found");
  }

  @Test
  void oneRecordThatCannotBeTakenIsAProblemWithEveryMistake() {
    MasterHouse house = new MasterHouse("one record");
    HttpTester.Answer answer =
        house.owner.post(
            "/api/v1/records/counterparties",
            "{\"id\":\"D1\",\"kind\":\"PARTNER\",\"name\":\"x\",\"costCentre\":\"CC\",\"grade\":\"\\u0000\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("record-invalid");
    assertThat(house.owner.post("/api/v1/records/customers", "{\"colour\":1}").code())
        .isEqualTo("unknown-field");
    house.record("counterparties", "{\"id\":\"D1\",\"kind\":\"DEPARTMENT\",\"name\":\"华东\"}");
    assertThat(
            house
                .owner
                .post("/api/v1/records/counterparties", "{\"id\":\"D1\",\"kind\":\"PARTNER\"}")
                .body())
        .contains("never changes", "DEPARTMENT");
  }

  @Test
  void everybodySeesHisOwnAndOnlySomeMayChange() {
    MasterHouse house = new MasterHouse("scopes");
    house.record(
        "counterparties",
        """
        [{"id":"P1","kind":"PARTNER","name":"静安","regions":["310000"]},
         {"id":"P2","kind":"PARTNER","name":"朝阳","regions":["110000"]},
         {"id":"E1","kind":"ENGINEER","name":"甲","regions":["310000"],"partnerId":"P1"}]""");
    house.record("customers", "{\"id\":\"C1\",\"name\":\"客户\"}");
    HttpTester manager =
        MasterHouse.SERVER.signedIn(
            house.tenant, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), null);
    HttpTester partner =
        MasterHouse.SERVER.signedIn(
            house.tenant, Role.PARTNER, new Scope.Counterparties(List.of("P1")), null);
    HttpTester regional =
        MasterHouse.SERVER.signedIn(
            house.tenant, Role.FINANCE, new Scope.Regions(List.of("310000")), null);
    assertThat(ids(manager)).containsExactly("E1", "P1");
    assertThat(ids(partner)).containsExactly("E1", "P1");
    assertThat(ids(house.owner)).containsExactly("E1", "P1", "P2");
    assertThat(manager.get("/api/v1/counterparties/P2").code()).isEqualTo("record-unknown");
    assertThat(manager.get("/api/v1/customers").json().path("items").size()).isZero();
    assertThat(partner.get(FILE).body()).doesNotContain("P2");
    assertThat(manager.post("/api/v1/records/counterparties", "{}").code()).isEqualTo("forbidden");
    assertThat(
            regional
                .post("/api/v1/records/counterparties", "{\"id\":\"P2\",\"grade\":\"A\"}")
                .body())
        .contains("lies outside", "310000");
    assertThat(
            regional
                .post("/api/v1/records/counterparties", "{\"id\":\"P1\",\"grade\":\"A\"}")
                .status())
        .isEqualTo(200);
  }

  private static List<String> ids(HttpTester reader) {
    return reader
        .get("/api/v1/counterparties/page")
        .json()
        .path("items")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  void aTenantSeesNothingOfAnother() {
    MasterHouse one = new MasterHouse("mine");
    MasterHouse other = new MasterHouse("theirs");
    one.record("counterparties", "{\"id\":\"P1\",\"kind\":\"PARTNER\",\"name\":\"静安\"}");
    one.record("customers", "{\"id\":\"C1\",\"name\":\"客户\"}");
    one.record(
        "contracts",
        "{\"contractNo\":\"K1\",\"party\":\"P1\",\"relation\":\"headquarters→partner\",\"from\":\"2026-01-01\"}");
    for (String kind : List.of("counterparties", "customers", "contracts", "contract-rules")) {
      String exported = other.owner.get("/api/v1/records/" + kind + "/file").body();
      assertThat(exported.lines().count()).as(kind).isEqualTo(1);
    }
    assertThat(other.owner.get("/api/v1/contracts/K1").code()).isEqualTo("record-unknown");
    assertThat(other.owner.get("/api/v1/customers/C1").code()).isEqualTo("record-unknown");
  }
}
