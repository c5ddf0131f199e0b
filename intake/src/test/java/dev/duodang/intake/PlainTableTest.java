package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of texts, whatever its columns mean. */
class PlainTableTest {

  @TempDir private Path folder;

  private static List<PlainTable.Cells> rows(PlainTable table) throws IOException {
    List<PlainTable.Cells> rows = new ArrayList<>();
    for (PlainTable.Cells row = table.next(); row != null; row = table.next()) {
      rows.add(row);
    }
    return rows;
  }

  private static PlainTable csv(byte[] text) throws IOException {
    return PlainTable.csv(new ByteArrayInputStream(text));
  }

  @Test
  void linesAreCountedWithTheHeadingAndEmptyOnesSkipped() throws IOException {
    String text = "\ufeff编号; 名称 ;\n\nP1;\"a\n;b\";\n;;\nP2;c\n";
    try (PlainTable table = csv(text.getBytes(StandardCharsets.UTF_8))) {
      assertThat(table.heading()).containsExactly("编号", "名称");
      assertThat(rows(table))
          .containsExactly(
              new PlainTable.Cells(3, List.of("P1", "a\n;b", "")),
              new PlainTable.Cells(6, List.of("P2", "c")));
    }
  }

  @Test
  void whatIsNoTextOfUtf8IsRefusedWithAdvice() {
    byte[] gbk = "编号,名称\nP1,静安\n".getBytes(Charset.forName("GB18030"));
    assertThatThrownBy(() -> csv(gbk))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("GBK");
    assertThatThrownBy(() -> csv(new byte[0]))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aSheetGivesItsDaysAndNumbersAsTexts() throws IOException {
    Path file = folder.resolve("records.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("records");
      sheet.value(1, 0, "编号");
      sheet.value(1, 1, "生效日期");
      sheet.value(1, 2, "区域");
      sheet.value(2, 0, "P1");
      sheet.value(2, 1, LocalDate.of(2026, 11, 1));
      sheet.value(2, 2, 310000);
      sheet.value(4, 0, "P2");
      sheet.value(4, 1, "2026-12-01");
    }
    try (PlainTable table = PlainTable.xlsx(file, "生效日期"::equals)) {
      assertThat(table.heading()).containsExactly("编号", "生效日期", "区域");
      assertThat(rows(table))
          .containsExactly(
              new PlainTable.Cells(3, List.of("P1", "2026-11-01", "310000")),
              new PlainTable.Cells(5, List.of("P2", "2026-12-01")));
    }
  }

  @Test
  void aFileThatIsNoWorkbookIsRefused() throws IOException {
    Path file = folder.resolve("records.xlsx");
    Files.writeString(file, "编号\nP1\n");
    assertThatThrownBy(() -> PlainTable.xlsx(file, _ -> false))
        .isInstanceOf(UnreadableSourceException.class);
  }
}
