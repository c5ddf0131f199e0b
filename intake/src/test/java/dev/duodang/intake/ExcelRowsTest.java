package dev.duodang.intake;

import static dev.duodang.intake.CraftedWorkbook.sheet;
import static dev.duodang.intake.CraftedWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.WorkOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcelRowsTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @TempDir private Path folder;

  private final List<Row> rows = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  private interface Cells {
    void write(Worksheet sheet);
  }

  private Path workbook(Cells cells) throws IOException {
    Path file = folder.resolve("orders.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      cells.write(book.newWorksheet("工单"));
      Worksheet other = book.newWorksheet("other");
      other.value(0, 0, "orderNo");
      other.value(0, 1, "status");
      other.value(1, 0, "X1");
      other.value(1, 1, "OPEN");
    }
    return file;
  }

  private static void line(Worksheet sheet, int row, String... values) {
    for (int column = 0; column < values.length; column++) {
      if (!values[column].isEmpty()) {
        sheet.value(row, column, values[column]);
      }
    }
  }

  private String read(Path file, String sheet) throws IOException {
    try (RowSource source = ExcelRows.open(file, SHANGHAI, sheet)) {
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add(row.row());
        taken.add(row.number() + " " + CsvRowsTest.brief(row.row()));
      }
      assertThat(source.bytesRead()).isPositive().isLessThanOrEqualTo(Files.size(file));
      return "";
    } catch (UnreadableSourceException unreadable) {
      return unreadable.getMessage();
    }
  }

  private String read(Path file) throws IOException {
    return read(file, null);
  }

  @Test
  void numbersDatesAndTextsReachTheirFacts() throws IOException {
    Path file =
        workbook(
            sheet -> {
              line(sheet, 0, "工单号", "状态", "服务项目", "数量", "距离(米)", "创建时间", "完成时间", "measures.days");
              line(sheet, 1, "", "已完成", "安装");
              sheet.value(1, 0, 20261120001L);
              sheet.value(1, 3, new BigDecimal("2.5"));
              sheet.value(1, 4, 0.1 + 0.2);
              sheet.value(1, 5, LocalDateTime.of(2026, 11, 20, 9, 0));
              sheet.style(1, 5).format("yyyy-MM-dd HH:mm").set();
              line(sheet, 1, "", "", "", "", "", "", "2026/11/20 14:00");
              sheet.value(1, 7, 11);
            });
    assertThat(read(file)).isEmpty();
    WorkOrder order = ((Row.Order) rows.getFirst()).order();
    assertThat(order.orderNo()).isEqualTo(OrderNo.of("20261120001"));
    assertThat(order.items())
        .containsExactly(
            new OrderItem(
                ServicePath.of("安装"),
                null,
                null,
                Exact.parse("2.5"),
                null,
                java.util.Map.of(),
                java.util.Map.of()));
    assertThat(order.distanceMetres()).isEqualTo(Exact.parse("0.3"));
    assertThat(order.times().created()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    assertThat(order.times().completed()).isEqualTo(Instant.parse("2026-11-20T06:00:00Z"));
    assertThat(order.measures().values()).containsExactly(Exact.of(11));
  }

  @Test
  void everySecondOfADaySurvivesTheFractionOfExcel() throws IOException {
    Random random = new Random(5);
    List<LocalDateTime> moments = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      moments.add(LocalDate.of(2026, 1, 1).atStartOfDay().plusSeconds(random.nextInt(31_536_000)));
    }
    Path file =
        workbook(
            sheet -> {
              line(sheet, 0, "orderNo", "status", "createdAt");
              for (int i = 0; i < moments.size(); i++) {
                line(sheet, i + 1, "H" + i, "OPEN");
                sheet.value(i + 1, 2, moments.get(i));
              }
            });
    assertThat(read(file)).isEmpty();
    assertThat(rows)
        .extracting(row -> ((Row.Order) row).order().times().created())
        .isEqualTo(moments.stream().map(moment -> moment.atZone(SHANGHAI).toInstant()).toList());
  }

  @Test
  void badRowsAreNamedByTheirNumberInTheSheetAndTheOthersLoad() throws IOException {
    Path file =
        workbook(
            sheet -> {
              line(sheet, 2, "orderNo", "status", "createdAt", "quantity");
              line(sheet, 3, "H1", "OPEN");
              line(sheet, 4, "H2", "NONE");
              line(sheet, 6, "H3", "OPEN");
              sheet.value(6, 2, LocalDate.of(2150, 1, 1));
              line(sheet, 7, "H4", "OPEN");
              sheet.value(7, 2, 20261120);
              sheet.value(7, 3, -1);
              sheet.value(8, 0, "H5");
              sheet.value(8, 1, true);
            });
    assertThat(read(file)).isEmpty();
    assertThat(taken)
        .satisfiesExactly(
            row -> assertThat(row).isEqualTo("4 H1"),
            row -> assertThat(row).startsWith("5 refused status \"NONE\""),
            row ->
                assertThat(row)
                    .startsWith("7 refused createdAt \"2150-01-01 00:00:00\": the year 2150"),
            row ->
                assertThat(row)
                    .startsWith("8 refused createdAt \"20261120\": is not a time")
                    .contains("quantity \"-1\""),
            row -> assertThat(row).startsWith("9 refused status \"true\""));
  }

  @Test
  void aSheetIsTheFirstOrTheNamedOne() throws IOException {
    Path file = workbook(sheet -> line(sheet, 0, "orderNo", "status"));
    assertThat(read(file)).isEmpty();
    assertThat(taken).isEmpty();
    assertThat(read(file, "other")).isEmpty();
    assertThat(taken).containsExactly("2 X1");
    assertThat(read(file, "none"))
        .isEqualTo("the workbook has no sheet \"none\"; it has 工单, other");
  }

  @Test
  void aSheetWithoutItsColumnsIsRefusedUpFront() throws IOException {
    assertThat(read(workbook(sheet -> line(sheet, 0, "orderNo", "stauts"))))
        .startsWith("the column \"stauts\" is not known, did you mean \"status\"?");
    assertThat(read(workbook(sheet -> {})))
        .isEqualTo("the sheet is empty; it needs a heading and a row for each order");
  }

  @Test
  void formulasCountWithTheValueTheyHad() throws IOException {
    Path file =
        zip(
            "<row r=\"1\">"
                + text("A1", "orderNo")
                + text("B1", "status")
                + text("C1", "quantity")
                + "</row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"H\"&amp;1</f><v>H1</v></c>"
                + text("B2", "OPEN")
                + "<c r=\"C2\"><f>1+1</f><v>2</v></c></row>"
                + "<row r=\"3\">"
                + text("A3", "H2")
                + text("B3", "OPEN")
                + "<c r=\"C3\" t=\"e\"><v>#DIV/0!</v></c></row>");
    assertThat(read(file)).isEmpty();
    assertThat(taken)
        .containsExactly(
            "2 H1", "3 refused quantity \"#DIV/0!\": is an error of the sheet; allowed: a value");
    assertThat(((Row.Order) rows.getFirst()).order().items().getFirst().quantity())
        .isEqualTo(Exact.of(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orderNo,status | the file is no Excel workbook; save it as .xlsx",
        "P | the file is no Excel workbook; save it as .xlsx",
        "PK and nothing else | the file is damaged or no workbook",
      })
  void whatIsNoWorkbookIsRefused(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.xlsx"), content);
    assertThat(read(file)).startsWith(message);
  }

  @Test
  void anOldWorkbookIsRefusedWithAdvice() throws IOException {
    Path file = folder.resolve("x.xlsx");
    Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    assertThat(read(file)).contains("save it as .xlsx without a password");
  }

  @Test
  void aWorkbookThatUnpacksToFarMoreThanItsSizeIsRefusedEarly() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] block =
        "<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>".repeat(2000).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (long written = 0; written < 200L << 20; written += block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(2 << 20);
    assertThat(read(file))
        .isEqualTo(
            "the workbook unpacks to more than 250 times its size; save the sheet as CSV UTF-8"
                + " instead");
  }

  @Test
  void aCellThatWouldFillMemoryIsRefused() throws IOException {
    String long_ = "x".repeat(1_100_000);
    assertThat(read(zip("<row r=\"1\">" + text("A1", long_) + "</row>")))
        .startsWith("the workbook has a text of more than 1 MiB");
    assertThat(read(zip("<row r=\"1\">" + text("ZZZZZZ1", "orderNo") + "</row>")))
        .startsWith("the workbook has a cell behind column XFD");
  }

  @Test
  void entitiesAreNotExpanded() throws IOException {
    Path file =
        CraftedWorkbook.write(
            folder.resolve("made.xlsx"),
            "<!DOCTYPE x [<!ENTITY a \""
                + "a".repeat(1000)
                + "\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>",
            null);
    assertThat(read(file)).isNotEmpty();
    assertThat(rows).isEmpty();
  }

  @Test
  void mutatedWorkbooksGiveRowsOrAnUnreadableSource() throws IOException {
    byte[] good =
        Files.readAllBytes(
            zip(
                "<row r=\"1\">"
                    + text("A1", "orderNo")
                    + text("B1", "status")
                    + "</row><row r=\"2\">"
                    + text("A2", "H1")
                    + text("B2", "OPEN")
                    + "</row>"));
    Random random = new Random(3);
    Path file = folder.resolve("mutated.xlsx");
    for (int i = 0; i < 1500; i++) {
      byte[] bad = good.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bad);
      assertThat(read(file)).isNotNull();
    }
  }

  @Test
  void aMissingFileIsAnOrdinaryError() {
    assertThatThrownBy(() -> ExcelRows.open(folder.resolve("none.xlsx"), SHANGHAI))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
  }

  private Path zip(String rows) throws IOException {
    return CraftedWorkbook.write(folder.resolve("made.xlsx"), sheet(rows), null);
  }
}
