package dev.duodang.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that no server should choke on: each is told what is wrong, and its good rows are kept. */
final class BadFilesTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("bad files");
  private static final HttpTester MACHINE = SERVER.machine(TENANT);
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADING =
      "orderNo,status,service,address,counterparty.id,completedAt\n";

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static String row(String orderNo, String address, String completed) {
    return "%s,COMPLETED,安装,%s,P1,%s\n".formatted(orderNo, address, completed);
  }

  private static String good(String orderNo) {
    return row(orderNo, "上海市静安区", "2026-11-20T14:00:00+08:00");
  }

  private static JsonNode imported(String type, byte[] file) throws InterruptedException {
    HttpTester.Answer taken =
        MACHINE.send(
            MACHINE
                .request("/api/v1/imports")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    String path = "/api/v1/imports/" + taken.json().path("id").asString();
    JsonNode run = MACHINE.get(path).json();
    while (run.path("state").asString().equals("RUNNING")) {
      Thread.sleep(50);
      run = MACHINE.get(path).json();
    }
    assertThat(run.toString()).doesNotContain("Exception").doesNotContain("dev.duodang");
    return run;
  }

  private static JsonNode csv(String file) throws InterruptedException {
    return imported("text/csv", file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tenThousandBadRowsAmongGoodOnesAreAllToldAndTheGoodOnesKept() throws InterruptedException {
    String file =
        IntStream.range(0, 11_000)
            .mapToObj(
                i -> i % 11 == 0 ? good("G" + i) : row("B" + i, "上海市", "the day before yesterday"))
            .collect(Collectors.joining("", HEADING, ""));
    JsonNode run = csv(file);
    assertThat(run.path("state").asString()).isEqualTo("DONE");
    assertThat(run.path("accepted").asInt()).isEqualTo(1_000);
    assertThat(run.path("rejected").asInt()).isEqualTo(10_000);
    String rejected = "/api/v1/imports/" + run.path("id").asString() + "/rejected";
    int told = 0;
    String next = "";
    do {
      JsonNode page = MACHINE.get(rejected + (next.isEmpty() ? "" : "?cursor=" + next)).json();
      told += page.path("items").size();
      next = page.path("next").isNull() ? "" : page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(told).isEqualTo(10_000);
  }

  @Test
  void aFileInGbkSaysItsEncodingAndChangesNothing() throws InterruptedException {
    JsonNode run = imported("text/csv", (HEADING + good("K1")).getBytes(Charset.forName("GBK")));
    assertThat(run.path("state").asString()).isEqualTo("FAILED");
    assertThat(run.path("problem").asString()).contains("UTF-8").contains("GBK");
    assertThat(run.path("accepted").asInt()).isZero();
  }

  @Test
  void aMissingColumnIsNamed() throws InterruptedException {
    JsonNode run = csv("status,service\nCOMPLETED,安装\n");
    assertThat(run.path("state").asString()).isEqualTo("FAILED");
    assertThat(run.path("problem").asString()).contains("orderNo");
  }

  @Test
  void eachBadValueIsToldWithItsColumnAndTheGoodRowsAreKept() throws InterruptedException {
    JsonNode run =
        csv(
            HEADING.strip()
                + ",quantity,region\n"
                + good("V1").strip()
                + ",1,\n"
                + good("V2").strip()
                + ",1e30,\n"
                + good("V3").strip()
                + ",-1,\n"
                + good("V4").strip()
                + ",1,999999\n"
                + row("V5", "上海市", "9999-01-01T00:00:00+08:00").strip()
                + ",1,\n"
                + good("V\u00006").strip()
                + ",1,\n"
                + good("V7").strip()
                + ",1,\n");
    assertThat(run.path("accepted").asInt()).isEqualTo(2);
    assertThat(run.path("rejected").asInt()).isEqualTo(5);
    JsonNode rows =
        MACHINE.get("/api/v1/imports/" + run.path("id").asString() + "/rejected").json();
    assertThat(rows.findValuesAsString("column"))
        .containsExactly("quantity", "quantity", "region", "completedAt", "orderNo");
    assertThat(rows.at("/items/4/value").asString()).isEqualTo("V\\u00006");
  }

  @Test
  void aWorkbookThatUnpacksToTenGigabytesIsRefusedUnopened() throws InterruptedException {
    JsonNode run = imported(WORKBOOK, ZipBomb.unpackingTo(10L << 30));
    assertThat(run.path("state").asString()).isEqualTo("FAILED");
    assertThat(run.path("problem").asString()).contains("unpacks to more than");
    assertThat(run.path("rows").asInt()).isZero();
  }
}
