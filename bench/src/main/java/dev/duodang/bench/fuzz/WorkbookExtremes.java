package dev.duodang.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Workbooks of some kilobytes that would unpack, or grow in their reader, to more than memory. */
final class WorkbookExtremes {

  private static final String SST = "<sst xmlns=\"x\">";

  private final WorkbookCodec codec;
  private final int size;
  private final List<Extreme> all = new ArrayList<>();

  private WorkbookExtremes(WorkbookCodec codec, int size) {
    this.codec = codec;
    this.size = size;
  }

  static List<Extreme> of(WorkbookCodec codec, int bytes) {
    WorkbookExtremes extremes = new WorkbookExtremes(codec, bytes);
    extremes.sheets();
    extremes.texts();
    extremes.manifest();
    extremes.files();
    return extremes.all;
  }

  private void part(String what, String part, String before, String with, String after) {
    all.add(
        new Extreme(
            what,
            codec,
            () ->
                WorkbookText.packed(part, before, with, Math.max(1, size / with.length()), after)));
  }

  private void rows(String what, String before, String with, String after) {
    String sheet = WorkbookText.sheet("");
    int middle = sheet.indexOf("</sheetData>");
    part(
        what,
        WorkbookText.SHEET,
        sheet.substring(0, middle) + before,
        with,
        after + sheet.substring(middle));
  }

  private void one(String what, String rows) {
    all.add(
        new Extreme(
            what,
            codec,
            () -> {
              Map<String, byte[]> parts = WorkbookText.parts();
              WorkbookText.put(parts, WorkbookText.SHEET, WorkbookText.sheet(rows));
              return WorkbookText.packed(parts);
            }));
  }

  private void sheets() {
    one("a shared text that is not there", "<row><c t=\"s\"><v>2000000000</v></c></row>");
    one("a negative shared text", "<row><c t=\"s\"><v>-1</v></c></row>");
    one("a column behind the last", "<row><c r=\"ZZZZZZ1\"/></row>");
    one("a column in small letters", "<row><c r='zzzzzz1'/></row>");
    one("a row of a number beyond all", "<row r=\"99999999999\"><c/></row>");
    one("a number beyond any number", "<row><c><v>1e999999999</v></c></row>");
    one("a shared formula of nothing", "<row><c><f t=\"shared\" si=\"7\"/></c></row>");
    rows("rows of nothing", "", "<row/>", "");
    rows("cells of nothing", "<row>", "<c/>", "</row>");
    rows("cells at one place", "<row>", "<c r=\"A1\"><v>1</v></c>", "</row>");
    rows("a text of this size", "<row><c t=\"inlineStr\"><is><t>", "x", "</t></is></c></row>");
    rows(
        "texts of this size", "<row>", "<c t=\"str\"><v>" + "x".repeat(900) + "</v></c>", "</row>");
    rows("a comment of this size", "<!--", "x", "-->");
    rows("elements in one another", "", "<row>", "");
    rows("attributes of this size", "<row ", "a=\"\" ", "/>");
    rows("elements of many names", "", names(), "");
    rows(
        "a formula for every cell of a row",
        "<row><c><f t=\"shared\" si=\"0\" ref=\"A1:XFD1\">" + "1+".repeat(400_000) + "1</f></c>",
        "<c><f t=\"shared\" si=\"0\"/></c>",
        "</row>");
    rows(
        "arrays that every cell asks", "", "<row><c><f t=\"array\" ref=\"A1\">1</f></c></row>", "");
  }

  /** A hundred thousand elements, each of a name that no other has. */
  private static String names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    return names.toString();
  }

  private void texts() {
    part("shared texts of nothing", WorkbookText.TEXTS, SST, "<si/>", "</sst>");
    part("shared texts of this size", WorkbookText.TEXTS, SST, "<si><t>xxxxxxx</t></si>", "</sst>");
    part("a shared text of this size", WorkbookText.TEXTS, SST + "<si><t>", "x", "</t></si></sst>");
    part("texts in one another", WorkbookText.TEXTS, SST, "<si>", "");
    part(
        "a billion laughs",
        WorkbookText.TEXTS,
        "<!DOCTYPE s [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + SST,
        "<si><t>&b;</t></si>",
        "</sst>");
  }

  private void manifest() {
    part("kinds of this size", WorkbookText.TYPES, "<Types>", "<Override/>", "</Types>");
    part(
        "sheets of this size",
        "xl/workbook.xml",
        "<workbook><sheets>",
        "<sheet/>",
        "</sheets></workbook>");
    part(
        "relations of this size",
        "xl/_rels/workbook.xml.rels",
        "<Relationships>",
        "<Relationship/>",
        "</Relationships>");
  }

  private void files() {
    part("a part that packs well", "xl/media/image1.png", "", "\u0000", "");
    all.add(
        new Extreme(
            "parts of this number",
            codec,
            () -> {
              Map<String, byte[]> parts = WorkbookText.parts();
              for (int i = 0; i < Math.min(60_000, size / 100); i++) {
                parts.put("xl/p" + i, new byte[0]);
              }
              return WorkbookText.stored(parts);
            }));
    all.add(
        new Extreme(
            "a way of packing that nobody has",
            codec,
            () -> {
              byte[] file = WorkbookText.stored(WorkbookText.parts());
              for (int i = 0; i + 12 < file.length; i++) {
                if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                  file[i + 10] = 93;
                }
              }
              return file;
            }));
  }
}
