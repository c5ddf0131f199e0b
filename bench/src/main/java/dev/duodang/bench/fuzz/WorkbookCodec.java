package dev.duodang.bench.fuzz;

import dev.duodang.intake.ExcelRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Workbooks of Excel, damaged in the XML of a part or in the file around it. */
final class WorkbookCodec implements Codec {

  private static final List<String> PIECES =
      List.of(
          "<row>",
          "</row>",
          "<c r=\"ZZZ9\"/>",
          "<c r='zzzzzz1'/>",
          "<c t=\"s\"><v>2000000000</v></c>",
          "<c t=\"s\"><v>-1</v></c>",
          "<v>4</v>",
          "<c t=\"d\"><v>2026-11-20</v></c>",
          "<c t=\"e\"><v>#REF!</v></c>",
          "<c t=\"b\"><v>2</v></c>",
          "<f t=\"shared\" si=\"0\"/>",
          "<f t=\"array\" ref=\"A1:XFD1048576\">1</f>",
          "<si><t/></si>",
          "<rPh>",
          "</si>",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "&a;",
          "&#0;",
          "&#xD800;",
          "&#9;",
          "<?x ?>",
          "<",
          ">",
          "/",
          "=",
          "r=\"A1\"",
          " t=\"s\"",
          " xmlns:x=\"y\"",
          "../");

  private final Path file;

  /**
   * A reader of workbooks.
   *
   * @param file where each input is put before it is read
   */
  WorkbookCodec(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return "workbook";
  }

  @Override
  public byte[] input(Random random) throws IOException {
    Map<String, byte[]> parts = WorkbookText.parts();
    if (random.nextInt(5) > 0) {
      List<String> names = new ArrayList<>(parts.keySet());
      String name =
          random.nextInt(3) == 0
              ? names.get(random.nextInt(names.size()))
              : random.nextBoolean() ? WorkbookText.SHEET : WorkbookText.TEXTS;
      parts.computeIfPresent(name, (_, xml) -> Damage.of(xml, PIECES, random));
      if (random.nextInt(10) == 0) {
        parts.remove(names.get(random.nextInt(names.size())));
      }
      return WorkbookText.stored(parts);
    }
    return Damage.of(WorkbookText.stored(parts), PIECES, random);
  }

  @Override
  public boolean read(byte[] input) throws IOException {
    Files.write(file, input);
    return OrderCodec.takenFrom(() -> ExcelRows.open(file, OrderCodec.ZONE));
  }
}
