package dev.duodang.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of orders come in whole: good rows settled, bad rows told, one by one. */
final class ImportTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("imports");
  private static final HttpTester MACHINE = SERVER.machine(TENANT);

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static String row(int number) {
    return """
    {"orderNo":"I%d","status":"COMPLETED","service":"安装","address":"上海市静安区","counterparty":{"id":"P1"},\
    "completedAt":"2026-11-20T14:00:00+08:00"}"""
        .formatted(number);
  }

  private static JsonNode finished(String id) throws InterruptedException {
    JsonNode run = MACHINE.get("/api/v1/imports/" + id).json();
    while (run.path("state").asString().equals("RUNNING")) {
      Thread.sleep(50);
      run = MACHINE.get("/api/v1/imports/" + id).json();
    }
    return run;
  }

  @Test
  void badRowsAmongGoodOnesAreToldAndTheGoodOnesSettled() throws InterruptedException {
    String file =
        IntStream.range(0, 2_500)
            .mapToObj(i -> i % 5 == 4 ? "{\"orderNo\":\"I" + i + "\",\"colour\":1}" : row(i))
            .collect(Collectors.joining("\n"));
    HttpTester.Answer taken =
        MACHINE.post("/api/v1/imports?name=november", "application/x-ndjson", file);
    assertThat(taken.status()).isEqualTo(202);
    String id = taken.json().path("id").asString();
    JsonNode run = finished(id);
    assertThat(run.path("state").asString()).isEqualTo("DONE");
    assertThat(run.path("rows").asInt()).isEqualTo(2_500);
    assertThat(run.path("accepted").asInt()).isEqualTo(2_000);
    assertThat(run.path("rejected").asInt()).isEqualTo(500);
    JsonNode page = MACHINE.get("/api/v1/imports/" + id + "/rejected").json();
    assertThat(page.path("items")).hasSize(200);
    assertThat(page.at("/items/0/row").asInt()).isEqualTo(5);
    assertThat(page.at("/items/0/column").asString()).isEqualTo("colour");
    String next = page.path("next").asString();
    assertThat(
            MACHINE
                .get("/api/v1/imports/" + id + "/rejected?cursor=" + next)
                .json()
                .at("/items/0/row")
                .asInt())
        .isGreaterThan(page.at("/items/199/row").asInt() - 1);
    again(file);
  }

  /** The same file again changes nothing. */
  private static void again(String file) throws InterruptedException {
    HttpTester.Answer taken = MACHINE.post("/api/v1/imports", "application/x-ndjson", file);
    JsonNode run = finished(taken.json().path("id").asString());
    assertThat(run.path("repeated").asInt()).isEqualTo(2_000);
    assertThat(run.path("accepted").asInt()).isZero();
  }

  @Test
  void aFileThatCannotBeUnderstoodSaysWhy() throws InterruptedException {
    HttpTester.Answer taken = MACHINE.post("/api/v1/imports", "text/csv", "colour,size\nred,1\n");
    JsonNode run = finished(taken.json().path("id").asString());
    assertThat(run.path("state").asString()).isEqualTo("FAILED");
    assertThat(run.path("problem").asString()).contains("colour");
  }

  @Test
  void whatIsNoWorkbookIsToldSo() throws InterruptedException {
    HttpTester.Answer taken =
        MACHINE.post(
            "/api/v1/imports",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "not a workbook");
    JsonNode run = finished(taken.json().path("id").asString());
    assertThat(run.path("state").asString()).isEqualTo("FAILED");
    assertThat(run.path("problem").asString()).isNotEmpty();
  }

  @Test
  void anotherTypeOfFileAndAnotherIdAreRefused() {
    assertThat(MACHINE.post("/api/v1/imports", "image/png", "x").code())
        .isEqualTo("media-type-unsupported");
    assertThat(MACHINE.get("/api/v1/imports/123456").code()).isEqualTo("import-unknown");
  }
}
