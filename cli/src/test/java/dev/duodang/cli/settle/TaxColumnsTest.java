package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A settlement speaks of tax where a book does. */
class TaxColumnsTest {

  private static final String TAXES =
      "taxes: {prices: inclusive, category: service, rates: {service: {general: 6, individual:"
          + " 0}}}\n";

  private static final String BOOK =
      """
      book: b
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item}}
      tiers: [{tier: 人工, category: labour, priority: 1, charge: {perUnit: 106.00}}]
      """;

  @TempDir Path folder;

  private Run settle(String book, String orders) throws IOException {
    Path file = Files.writeString(folder.resolve("book.yaml"), book);
    Path rows =
        Files.writeString(
            folder.resolve("orders.csv"), "工单号,版本,状态,数量,服务项目,合作商,纳税人类型,完成时间,取消时间\n" + orders);
    return Run.of(
        "settle",
        "--book",
        file,
        rows,
        "--state",
        folder.resolve("orders.state"),
        "--out",
        folder.resolve("lines.csv"));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("lines.csv"));
  }

  @Test
  void eachLineHasItsTaxBehindItWhereABookHasTaxes() throws IOException {
    Run run =
        settle(
            BOOK + TAXES,
            """
            A,1,已完成,1,维修,P1,一般纳税人,2026-11-20 14:00,
            B,1,已完成,2,维修,P1,个人,2026-11-20 14:00,
            C,1,已完成,1,维修,P1,,2026-11-20 14:00,
            """);
    assertThat(lines().getFirst()).endsWith(",region,taxCategory,taxRate,net,tax");
    assertThat(lines().subList(1, lines().size()))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("A,").endsWith(",service,6,100.00,6.00"),
            line -> assertThat(line).startsWith("B,").endsWith(",service,0,212.00,0.00"),
            line -> assertThat(line).startsWith("C,").contains(",ESTIMATE,").endsWith(",,,,"),
            line -> assertThat(line).startsWith("C,").contains("FACT_MISSING").endsWith(",,,,"));
    assertThat(run.out()).contains("tax           6.00");
  }

  @Test
  void aLineTakenBackInALaterRunTakesItsTaxBack() throws IOException {
    settle(BOOK + TAXES, "A,1,已完成,1,维修,P1,一般纳税人,2026-11-20 14:00,\n");
    settle(BOOK + TAXES, "A,2,已取消,1,维修,P1,一般纳税人,2026-11-20 14:00,2026-11-20 15:00\n");
    assertThat(lines())
        .anyMatch(line -> line.contains("REVERSAL") && line.endsWith(",service,6,-100.00,-6.00"));
  }

  @Test
  void withoutTaxesNothingSpeaksOfThem() throws IOException {
    Run run = settle(BOOK, "A,1,已完成,1,维修,P1,一般纳税人,2026-11-20 14:00,\n");
    assertThat(lines().getFirst()).endsWith(",region");
    assertThat(run.out()).doesNotContain("tax");
  }
}
