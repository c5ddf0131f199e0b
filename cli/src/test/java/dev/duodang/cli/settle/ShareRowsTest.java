package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engineers get of the lines of a file. */
class ShareRowsTest {

  private static final String BOOK =
      """
      book: engineers
      relation: headquarters→engineer
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {name: 人工, per: item}}
      tiers: [{tier: 维修, category: labour, priority: 1, charge: {flat: 100.00}}]
      """;

  @TempDir Path folder;

  private Run run(String command, String orders, Object... more) throws IOException {
    Path book = Files.writeString(folder.resolve("book.yaml"), BOOK);
    Path rows =
        Files.writeString(
            folder.resolve("orders.csv"),
            "orderNo,revision,status,service,handlers,completedAt,cancelledAt\n" + orders);
    List<Object> arguments = new java.util.ArrayList<>(List.of(command, "--book", book, rows));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray());
  }

  private List<String> settle(String orders) throws IOException {
    Path state = folder.resolve("orders.state");
    Path shares = folder.resolve("shares.csv");
    Run run = run("settle", orders, "--state", state, "--shares", shares);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    return Files.readAllLines(shares);
  }

  @Test
  void eachHandlerHasARowForEachLineAlsoWhereOneGetsAll() throws IOException {
    assertThat(
            settle(
                """
                A,1,COMPLETED,维修,E1;E2;E3,2026-11-20 14:00,
                B,1,COMPLETED,维修,E1,2026-11-20 15:00,
                """))
        .containsExactly(
            "orderNo,revision,relation,number,kind,category,item,handler,share,amount,currency,"
                + "reverses",
            "A,1,headquarters→engineer,1,CHARGE,labour,0,E1,33.34,100.00,CNY,",
            "A,1,headquarters→engineer,1,CHARGE,labour,0,E2,33.33,100.00,CNY,",
            "A,1,headquarters→engineer,1,CHARGE,labour,0,E3,33.33,100.00,CNY,",
            "B,1,headquarters→engineer,1,CHARGE,labour,0,E1,100.00,100.00,CNY,");
  }

  @Test
  void aLineTakenBackInALaterRunIsTakenBackFromThoseWhoHadIt() throws IOException {
    settle("A,1,COMPLETED,维修,E1;E2;E3,2026-11-20 14:00,\n");
    assertThat(settle("A,2,COMPLETED,维修,E4;E2*2,2026-11-20 14:00,\n"))
        .containsExactly(
            "orderNo,revision,relation,number,kind,category,item,handler,share,amount,currency,"
                + "reverses",
            "A,2,headquarters→engineer,2,REVERSAL,labour,0,E1,-33.34,-100.00,CNY,1",
            "A,2,headquarters→engineer,2,REVERSAL,labour,0,E2,-33.33,-100.00,CNY,1",
            "A,2,headquarters→engineer,2,REVERSAL,labour,0,E3,-33.33,-100.00,CNY,1",
            "A,2,headquarters→engineer,3,CHARGE,labour,0,E4,33.33,100.00,CNY,",
            "A,2,headquarters→engineer,3,CHARGE,labour,0,E2,66.67,100.00,CNY,");
  }

  @Test
  void withoutTheOptionNoFileOfSharesIsWritten() throws IOException {
    run("settle", "A,1,COMPLETED,维修,E1;E2,2026-11-20 14:00,\n");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("book.yaml", "orders.csv", "orders.settled.csv");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E1;E2;E3 | zh | 分给 E1 33.34、E2 33.33、E3 33.33",
        "E1;E2;E3 | en | shared: E1 33.34, E2 33.33, E3 33.33",
        "E1*3;E2  | en | shared: E1 75.00, E2 25.00",
      })
  void anExplanationSaysWhatEachHandlerGets(String handlers, String language, String words)
      throws IOException {
    String order = "A,1,COMPLETED,维修," + handlers + ",2026-11-20 14:00,\n";
    Run run = run("explain", order, "--order", "A", "--language", language);
    assertThat(run.out().lines().map(String::strip)).contains(words);
  }

  @Test
  void anExplanationIsSilentWhereOneGetsAll() throws IOException {
    Run run =
        run(
            "explain",
            "A,1,COMPLETED,维修,E1,2026-11-20 14:00,\n",
            "--order",
            "A",
            "--language",
            "en");
    assertThat(run.out()).contains("100.00").doesNotContain("shared");
  }
}
