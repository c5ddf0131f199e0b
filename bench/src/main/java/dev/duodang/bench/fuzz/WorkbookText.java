package dev.duodang.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook with one sheet of two orders, and how parts become a file. */
final class WorkbookText {

  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String TEXTS = "xl/sharedStrings.xml";
  static final String TYPES = "[Content_Types].xml";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private WorkbookText() {}

  /** Parts by their names; those of a good workbook. */
  static Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        TYPES,
        "<Types xmlns=\"%scontent-types\">%s%s%s</Types>"
            .formatted(
                PACKAGE,
                kind("/xl/workbook.xml", "sheet.main+xml"),
                kind("/" + SHEET, "worksheet+xml"),
                kind("/" + TEXTS, "sharedStrings+xml")));
    put(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    put(
        parts,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            .formatted(PACKAGE, OFFICE));
    put(parts, SHEET, sheet(ROWS));
    put(
        parts,
        TEXTS,
        "<sst xmlns=\"%s\"><si><t>orderNo</t></si><si><t>status</t></si><si><t>数量</t></si><si><r><t>OP</t></r><r><t>EN</t></r></si></sst>"
            .formatted(MAIN));
    return parts;
  }

  private static final String ROWS =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
          + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>H1</t></is></c><c r=\"B2\" t=\"s\"><v>3</v></c><c r=\"C2\"><f>1+1</f><v>2.5</v></c></row>"
          + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f t=\"shared\" si=\"0\" ref=\"A3:A9\">\"H\"&amp;2</f><v>H2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c><c r=\"C3\" t=\"n\"><v>1E1</v></c></row>";

  static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static String kind(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, KIND, kind);
  }

  static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Stores parts in a file without packing them, so that a flipped byte meets the XML. */
  static byte[] stored(Map<String, byte[]> parts) throws IOException {
    return zipped(parts, Deflater.NO_COMPRESSION);
  }

  static byte[] packed(Map<String, byte[]> parts) throws IOException {
    return zipped(parts, Deflater.BEST_SPEED);
  }

  /** Packs a workbook of which one part repeats something, without holding what it unpacks to. */
  static byte[] packed(String part, String before, String with, int times, String after)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, byte[]> parts = parts();
    parts.remove(part);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      put(zip, parts);
      zip.putNextEntry(new ZipEntry(part));
      zip.write(before.getBytes(StandardCharsets.UTF_8));
      int block = Math.max(1, Math.min(times, (1 << 16) / with.length()));
      byte[] some = with.repeat(block).getBytes(StandardCharsets.UTF_8);
      for (int done = 0; done < times; done += block) {
        zip.write(some);
      }
      zip.write(after.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static byte[] zipped(Map<String, byte[]> parts, int level) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(level);
      put(zip, parts);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, Map<String, byte[]> parts) throws IOException {
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      zip.write(part.getValue());
      zip.closeEntry();
    }
  }
}
