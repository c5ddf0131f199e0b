package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettleCommandTest {

  private static final Path BOOK = Run.checkout("templates/home-appliance/books/home-service.yaml");
  private static final String HEADING =
      "orderNo,revision,status,service,customer.class,counterparty.id,address,distanceMetres,"
          + "urgency,createdAt,completedAt,cancelledAt,kind,relation,category,item,amount,region\n";

  @TempDir Path folder;

  @Test
  void anOrderThatComesAgainInAnotherRunIsARepeat() throws IOException {
    Path state = folder.resolve("orders.state");
    String order = order("A1", 1, "维修", "北京市朝阳区建国路88号");
    assertThat(settle(order, "--state", state).out()).contains("1 settled or changed");
    Run again = settle(order, "--state", state);
    assertThat(again.out()).contains("0 settled or changed, 1 repeated");
    assertThat(lines()).isEmpty();
  }

  @Test
  void aRevisionInALaterRunTakesBackWhatAnEarlierRunPosted() throws IOException {
    Path state = folder.resolve("orders.state");
    settle(order("A1", 1, "维修", "北京市朝阳区建国路88号"), "--state", state);
    settle(order("A1", 2, "维修", "河南省洛阳市"), "--state", state);
    assertThat(lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("REVERSAL") && line.contains("-150.00"))
        .anyMatch(line -> line.contains("CHARGE") && line.contains(",100.00,"));
    assertThat(settle(order("A1", 1, "维修", "北京市朝阳区建国路88号"), "--state", state).out())
        .contains("1 stale");
  }

  @Test
  void aDecisionInALaterRunEndsAHold() throws IOException {
    Path state = folder.resolve("orders.state");
    Run held =
        settle(
            "K1,1,COMPLETED,维修,KEY_ACCOUNT,P1,成都市,,,,2026-11-20 14:00,,,,,,,\n", "--state", state);
    assertThat(held.out()).contains("held QUOTE");
    String quote = "K1,,,,,,,,,,,,quote,headquarters→partner,labour,0,%s,\n";
    assertThat(settle(quote.formatted("99.99"), "--state", state).exitCode())
        .isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(rejected().getFirst()).contains("amount 99.99 is outside of [100.00, 2000.00]");
    settle(quote.formatted("680"), "--state", state);
    assertThat(lines()).singleElement().asString().contains("CHARGE", "680.00");
  }

  @Test
  void aTierChosenInALaterRunOutlivesARevisionAndIsTakenBack() throws IOException {
    Path state = folder.resolve("orders.state");
    settle(order("T1", 1, "维修", "河南省洛阳市"), "--state", state);
    String heading = "kind,orderNo,relation,category,item,tier,reason,by\n";
    String force = "force,T1,headquarters→partner,labour,0,%s,客户投诉,%s\n";
    assertThat(
            settleFile(heading + force.formatted("standard", "王经理"), "--state", state).exitCode())
        .isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(rejected().getFirst())
        .contains("tier standard may not be chosen", "premium, value-added");
    settleFile(heading + force.formatted("premium", ""), "--state", state);
    assertThat(lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("REVERSAL") && line.contains("-100.00"))
        .anyMatch(line -> line.contains("CHARGE") && line.contains("高级档"));
    assertThat(settleFile(heading + force.formatted("premium", ""), "--state", state).out())
        .contains("1 repeated");
    settle(order("T1", 2, "维修", "河南省洛阳市"), "--state", state);
    assertThat(lines()).anyMatch(line -> line.contains("CHARGE") && line.contains(",150.00,"));
    String unforce = "unforce,T1,headquarters→partner,labour,0,,登记有误,王经理\n";
    settleFile(heading + unforce, "--state", state);
    assertThat(lines())
        .anyMatch(line -> line.contains("REVERSAL") && line.contains("-150.00"))
        .anyMatch(line -> line.contains("CHARGE") && line.contains(",100.00,"));
    assertThat(settleFile(heading + unforce, "--state", state).exitCode())
        .isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(rejected().getFirst()).contains("has no tier that somebody chose");
  }

  @Test
  void aRegionChosenByAPersonEndsAHold() throws IOException {
    settle(
        order("R1", 1, "维修", "某某路5号")
            + "R1,,,,,,,,,,,,region,,,,,440305\n"
            + "R2,,,,,,,,,,,,region,,,,,440305\n");
    assertThat(lines()).anyMatch(line -> line.contains("HOLD") && line.contains("REGION_UNKNOWN"));
    assertThat(lines()).anyMatch(line -> line.contains("高级档") && line.contains("150.00"));
    assertThat(rejected().getFirst()).contains("\"R2\"".replace("\"", "")).contains("is not known");
  }

  @Test
  void badRowsAmongGoodOnesAreNamedAndTheGoodOnesSettle() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append(
          i % 2 == 0
              ? order("G" + i, 1, "维修", "河南省洛阳市")
              : "B" + i + ",1,COMPLETED,维修,,P1,河南省洛阳市,-5,,,2026-11-20 14:00,,,,,,,\n");
    }
    Run run = settle(rows.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(run.out()).contains("10,000 settled or changed").contains("10,000 rejected");
    assertThat(rejected()).hasSize(10_000);
    assertThat(rejected().getFirst()).startsWith("3,").contains("distanceMetres").contains("-5");
    assertThat(lines()).hasSize(10_000);
  }

  @Test
  void factsThatNoOrderCanHaveAreRefusedWithWhatIsAllowed() throws IOException {
    assertThat(reasonFor("A1,1,COMPLETED,维修,,P1,洛阳市,1e30,,,2026-11-20 14:00,,,,,,,\n"))
        .contains("distanceMetres")
        .contains("1e30");
    assertThat(reasonFor("A1,1,COMPLETED,维修,,P1,洛阳市,,,,9999-01-01 14:00,,,,,,,\n"))
        .contains("9999")
        .contains("2000");
    assertThat(reasonFor("A1,1,DONE,维修,,P1,洛阳市,,,,2026-11-20 14:00,,,,,,,\n"))
        .contains("DONE")
        .contains("COMPLETED");
    assertThat(reasonFor("A1,1,COMPLETED,维修,,P1,,,,,2026-11-20 14:00,,,,,,,999999\n"))
        .contains("999999")
        .contains("GB/T 2260");
  }

  @Test
  void anAmountBeyondAnyAccountIsHeldAndTheOthersSettle() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("orders.csv"),
            """
            orderNo,status,service,customer.class,counterparty.id,address,parts,completedAt
            H1,COMPLETED,维修,MEMBER,P1,北京市朝阳区,PCB-A1*1000000000000,2026-11-20 14:00
            H2,COMPLETED,维修,MEMBER,P1,北京市朝阳区,PCB-A1*1,2026-11-20 14:00
            """);
    Run run = Run.of("settle", "--book", BOOK, file, "--out", folder.resolve("out.csv"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("2 settled or changed").contains("held OUT_OF_RANGE");
    assertThat(lines())
        .anyMatch(line -> line.startsWith("H1,") && line.contains("9999999999999.99 CNY"))
        .anyMatch(line -> line.startsWith("H2,") && line.contains(",320.00,"));
  }

  private String reasonFor(String row) throws IOException {
    assertThat(settle(row).exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(lines()).isEmpty();
    return rejected().getFirst();
  }

  @Test
  void aFileThatCannotBeUnderstoodChangesNothing() throws IOException {
    Path gbk = folder.resolve("gbk.csv");
    Files.write(gbk, (HEADING + order("A1", 1, "维修", "北京市")).getBytes(Charset.forName("GBK")));
    Run run = Run.of("settle", "--book", BOOK, gbk, "--out", folder.resolve("out.csv"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("UTF-8").contains("GBK").doesNotContain("Exception");
    assertThat(folder.resolve("out.csv")).doesNotExist();
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
    Run named =
        Run.of(
            "settle", "--book", BOOK, "--encoding", "GBK", gbk, "--out", folder.resolve("out.csv"));
    assertThat(named.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aMissingColumnIsNamedTogetherWithThoseFound() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), "orderNo,service\nA1,维修\n");
    Run run = Run.of("settle", "--book", BOOK, file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("status").contains("orderNo").doesNotContain("Exception");
  }

  @Test
  void aBookWithMistakesIsRefusedWithLineAndColumn() throws IOException {
    Path book =
        Files.writeString(
            folder.resolve("book.yaml"),
            Files.readString(BOOK).replace("priority: 20", "priority: high"));
    Path file = Files.writeString(folder.resolve("orders.csv"), HEADING);
    Run run = Run.of("settle", "--book", book, file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).containsPattern("line \\d+, column \\d+").contains("\"high\"");
  }

  @Test
  void aStateFileOfSomethingElseIsNotTouched() throws IOException {
    Path state = Files.writeString(folder.resolve("notes.txt"), "nothing that duodang wrote");
    Run run = settle(order("A1", 1, "维修", "洛阳市"), "--state", state);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("is not a state file");
    assertThat(state).content().isEqualTo("nothing that duodang wrote");
  }

  private static String order(String number, int revision, String service, String address) {
    return number
        + ","
        + revision
        + ",COMPLETED,"
        + service
        + ",MEMBER,P1,"
        + address
        + ",,,2026-11-20 09:00,2026-11-20 14:00,,,,,,,\n";
  }

  private Run settle(String rows, Object... options) throws IOException {
    return settleFile(HEADING + rows, options);
  }

  private Run settleFile(String text, Object... options) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), text);
    Object[] start = {"settle", "--book", BOOK, file, "--out", folder.resolve("out.csv")};
    return Run.of(
        IntStream.range(0, start.length + options.length)
            .mapToObj(i -> i < start.length ? start[i] : options[i - start.length])
            .toArray());
  }

  private List<String> lines() throws IOException {
    return withoutHeading(folder.resolve("out.csv"));
  }

  private List<String> rejected() throws IOException {
    return withoutHeading(folder.resolve("out.rejected.csv"));
  }

  private static List<String> withoutHeading(Path file) throws IOException {
    List<String> all = Files.readAllLines(file);
    return all.subList(1, all.size());
  }
}
