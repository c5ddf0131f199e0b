package dev.duodang.intake;

import static dev.duodang.intake.CraftedWorkbook.sharedTexts;
import static dev.duodang.intake.CraftedWorkbook.sheet;
import static dev.duodang.intake.CraftedWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCheckTest {

  private static final String HEADING =
      "<row r=\"1\">" + text("A1", "orderNo") + text("B1", "status") + "</row>";

  @TempDir private Path folder;

  private final List<String> taken = new ArrayList<>();

  private String read(String sheet, @Nullable String sharedTexts) throws IOException {
    return read(sheet, sharedTexts, "");
  }

  private String read(String sheet, @Nullable String sharedTexts, String moreKinds)
      throws IOException {
    Path file = folder.resolve("made.xlsx");
    CraftedWorkbook.write(file, sheet, sharedTexts, moreKinds);
    assertThat(Files.size(file)).isLessThan(24 << 20);
    try (RowSource source = ExcelRows.open(file, ZoneId.of("Asia/Shanghai"))) {
      for (var row = source.next(); row != null; row = source.next()) {
        taken.add(row.number() + " " + CsvRowsTest.brief(row.row()));
      }
      return "";
    } catch (UnreadableSourceException unreadable) {
      return unreadable.getMessage();
    }
  }

  private static String order(String number) {
    return sheet(
        HEADING
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>"
            + number
            + "</v></c>"
            + text("B2", "OPEN")
            + "</row>");
  }

  @Test
  void cellsMayNameEverySharedText() throws IOException {
    assertThat(read(order("0"), sharedTexts("H0", "H1"))).isEmpty();
    assertThat(read(order("1"), sharedTexts("H0", "H1"))).isEmpty();
    assertThat(read(order("<![CDATA[1]]>"), sharedTexts("H0", "H1"))).isEmpty();
    assertThat(taken).containsExactly("2 H0", "2 H1", "2 H1");
  }

  @ParameterizedTest
  @CsvSource({
    "2000000000",
    "2",
    "-1",
    "0.5",
    "99999999999999999999",
    "one",
    "' 1'",
    "1<x>9</x>",
  })
  void aSharedTextThatIsNotThereIsRefused(String number) throws IOException {
    assertThat(read(order(number), sharedTexts("H0", "H1")))
        .isEqualTo(
            "cell A2 of the sheet \"S\" names the shared text \"%s\"; the workbook has 2, numbered"
                    .formatted(number.replaceAll("<.*?>", ""))
                + " from 0 to 1");
  }

  @Test
  void withoutATableThereIsNoSharedText() throws IOException {
    String none = "cell A2 of the sheet \"S\" names the shared text \"0\"; the workbook has none";
    assertThat(read(order("0"), null)).isEqualTo(none);
    assertThat(read(order("0"), sharedTexts())).isEqualTo(none);
  }

  @Test
  void theCellIsNamedThoughTheSheetDoesNotSayWhereItStands() throws IOException {
    assertThat(
            read(
                sheet(HEADING + "<row/><row><c><v>1</v></c><c t=\"s\"><v>7</v></c></row>"),
                sharedTexts("H0")))
        .startsWith("cell B3 of the sheet \"S\" names the shared text \"7\"; the workbook has 1,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='ZZZZZZ1'/>",
        "<c r=\"zzzzzz1\"/>",
        "<c\nr = \"XFE1\"/>",
        "<c r=\"XFD1\"/><c/>",
      })
  void aColumnBehindTheLastIsRefusedHoweverItIsWritten(String cell) throws IOException {
    assertThat(read(sheet("<row r=\"1\">" + cell + "</row>"), null))
        .isEqualTo("the sheet \"S\" has a cell behind column XFD, the last one");
  }

  @Test
  void aRowThatWouldFillMemoryIsRefused() throws IOException {
    String cell = text("A2", "x".repeat(1_000_000));
    assertThat(read(sheet(HEADING + "<row>" + cell.repeat(9) + "</row>"), null))
        .isEqualTo(
            "row 2 of the sheet \"S\" has more than 8 Mi characters; an order may have 256 KiB");
    assertThat(read(sheet(HEADING + ("<row>" + cell + "</row>").repeat(9)), null)).isEmpty();
  }

  @Test
  void aSharedFormulaThatIsWrittenOutForEachCellCountsForEachCell() throws IOException {
    String first =
        "<c><f t=\"shared\" si=\"0\" ref=\"A2:Z2\">" + "1+".repeat(500_000) + "1</f></c>";
    String other = "<c><f t=\"shared\" si=\"0\"/></c>";
    assertThat(read(sheet(HEADING + "<row>" + first + other.repeat(8) + "</row>"), null))
        .startsWith("row 2 of the sheet \"S\" has more than 8 Mi characters");
  }

  @Test
  void formulasForManyCellsThatTheSheetKeepsAreBounded() throws IOException {
    String array = "<row><c><f t=\"array\" ref=\"A2:A2\">1</f></c></row>";
    assertThat(read(sheet(HEADING + array.repeat(170_000)), null))
        .startsWith("the sheet takes too long to read with its ");
    String shared = "<f t=\"shared\" si=\"0\" ref=\"A2:Z2\">" + "1+".repeat(400_000) + "1</f>";
    assertThat(read(sheet(HEADING + ("<row><c>" + shared + "</c></row>").repeat(22)), null))
        .isEqualTo(
            "the sheet has more than 16 Mi characters of formulas for several cells; save it with"
                + " values only");
  }

  @Test
  void sharedTextsThatWouldFillMemoryAreRefused() throws IOException {
    String[] texts = new String[1];
    texts[0] = "</t></si>" + "<si/>".repeat(4_800_000) + "<si><t>";
    assertThat(read(order("0"), sharedTexts(texts)))
        .startsWith("the workbook has shared texts that take more than 256 MiB of memory");
  }

  @Test
  void elementsMayNotStandEndlesslyInOneAnother() throws IOException {
    assertThat(read("<a>".repeat(101) + "</a>".repeat(101), null))
        .isEqualTo("the workbook has elements more than 100 deep in one another");
  }

  @Test
  void aPartThatNamesOthersIsSmallAndNamesOneOfAKind() throws IOException {
    assertThat(read(order("0"), sharedTexts("H0"), "<x/>".repeat(1 << 18)))
        .isEqualTo(
            "the part \"[Content_Types].xml\" of the workbook has more than 1 MiB; it may name 2000"
                + " parts");
    assertThat(
            read(
                order("0"),
                sharedTexts("H0"),
                CraftedWorkbook.kind("/xl/other.xml", "sharedStrings+xml")))
        .startsWith("the workbook names two parts of the kind \"application/vnd.openxmlformats");
  }
}
