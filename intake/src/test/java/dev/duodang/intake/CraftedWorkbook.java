package dev.duodang.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The least that makes a workbook with one sheet "S", stored without packing so that a flipped byte
 * meets the XML.
 */
final class CraftedWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private CraftedWorkbook() {}

  static String text(String place, String value) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }

  static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  static String sharedTexts(String... texts) {
    StringBuilder table = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (String text : texts) {
      table.append("<si><t>").append(text).append("</t></si>");
    }
    return table.append("</sst>").toString();
  }

  /** Writes a workbook of a sheet and, unless null, a table of shared texts. */
  static Path write(Path file, String sheet, @Nullable String sharedTexts) throws IOException {
    return write(file, sheet, sharedTexts, "");
  }

  /** As above, with more in the part that says of what kind the others are. */
  static Path write(Path file, String sheet, @Nullable String sharedTexts, String moreKinds)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "content-types\">"
              + kind("/xl/workbook.xml", "sheet.main+xml")
              + kind("/xl/worksheets/sheet1.xml", "worksheet+xml")
              + (sharedTexts == null ? "" : kind("/xl/sharedStrings.xml", "sharedStrings+xml"))
              + moreKinds
              + "</Types>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + PACKAGE
              + "relationships\"><Relationship Id=\"rId1\" Type=\""
              + OFFICE
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      part(zip, "xl/worksheets/sheet1.xml", sheet);
      if (sharedTexts != null) {
        part(zip, "xl/sharedStrings.xml", sharedTexts);
      }
    }
    return file;
  }

  static String kind(String part, String kind) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + kind + "\"/>";
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
