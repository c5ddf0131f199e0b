package dev.duodang.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inputs made to fill memory, to exhaust a stack or to take forever. */
final class Extremes {

  private static final String BOOK =
      """
      book: b
      relation: "headquarters\\u2192partner"
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item}}
      """;
  private static final String LAUGHS =
      """
      a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
      f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
      g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
      h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
      i: [*h, *h, *h, *h, *h, *h, *h, *h, *h]
      """;

  /** What the door lets in as one text of JSON; larger files are of lines or of cells. */
  private static final int ARRAY_BYTES_MAX = 32 << 20;

  private final Codecs codecs;
  private final int size;
  private final List<Extreme> all;

  private Extremes(Codecs codecs, int size, List<Extreme> all) {
    this.codecs = codecs;
    this.size = size;
    this.all = all;
  }

  /**
   * All extremes.
   *
   * @param bytes how long what is long is, such as 100 MiB
   */
  static List<Extreme> of(Codecs codecs, int bytes) {
    Extremes extremes = new Extremes(codecs, bytes, new ArrayList<>());
    extremes.books();
    extremes.json();
    extremes.lines();
    extremes.tables();
    extremes.all.addAll(WorkbookExtremes.of(codecs.workbook(), bytes));
    return List.copyOf(extremes.all);
  }

  private void add(String what, Codec codec, Extreme.Making making) {
    all.add(new Extreme(what, codec, making));
  }

  private void text(String what, Codec codec, String text) {
    add(what, codec, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text with something of the size of all that is long in the middle. */
  private void filled(String what, Codec codec, String before, String with, String after) {
    add(
        what,
        codec,
        () -> {
          byte[] start = before.getBytes(StandardCharsets.UTF_8);
          byte[] one = with.getBytes(StandardCharsets.UTF_8);
          byte[] end = after.getBytes(StandardCharsets.UTF_8);
          byte[] input = new byte[start.length + size / one.length * one.length + end.length];
          System.arraycopy(start, 0, input, 0, start.length);
          for (int at = start.length; at + one.length <= input.length - end.length; ) {
            System.arraycopy(one, 0, input, at, one.length);
            at += one.length;
          }
          System.arraycopy(end, 0, input, input.length - end.length, end.length);
          return input;
        });
  }

  private void books() {
    Codec book = codecs.book();
    text("a billion laughs", book, LAUGHS);
    text("a mapping inside itself", book, "&a {a: *a}");
    text("merge keys", book, BOOK + "<<: &x {a: 1}\n<<: *x\n");
    filled("lists in one another", book, "", "[", "");
    filled("mappings in one another", book, "", "{a: ", "");
    filled("dashes in one another", book, "", "- ", "a");
    filled("question marks in one another", book, "", "? ", "a");
    filled("a scalar of this size", book, BOOK + "name: ", "x", "\n");
    filled("a quoted scalar of this size", book, BOOK + "name: \"", "x", "\"\n");
    filled("a quote that nobody closes", book, BOOK + "name: \"", "x", "");
    filled("a block scalar of this size", book, BOOK + "name: |\n", "  line\n", "");
    filled("a key of this size", book, "? ", "k", "\n: v");
    filled("a comment of this size", book, BOOK + "# ", "c", "\n");
    filled("nothing but ends of lines", book, "", "\n", "");
    filled("nothing but blanks", book, BOOK, " ", "");
    filled("a list of this size", book, BOOK + "tiers: [", "1,", "]");
    filled("a mapping of this size", book, BOOK + "groups: {", "a: b, ", "}");
    filled("documents of this size", book, "", "---\n", "");
    filled("tags of this size", book, "!", "t", " x");
    filled("an anchor of this size", book, "&", "a", " x");
    filled("a number of this size", book, BOOK + "holdAbove: ", "9", "\n");
    text("an exponent beyond any number", book, BOOK + "holdAbove: 1e999999999\n");
    text("the character zero", book, BOOK + "name: a\u0000b\n");
    text("an escaped zero", book, BOOK + "name: \"a\\0b\"\n");
    text("an escaped half of a pair", book, BOOK + "name: \"a\\ud800b\"\n");
    add("half of a pair", book, () -> halves(BOOK + "name: a\ud800b\n"));
    new Extremes(codecs, size / 4, all)
        .filled(
            "halves of pairs, a quarter of this size",
            book,
            "\ud83d\ude00",
            "\u00fe\u00ff\u00d8\u0000",
            "");
    text("a directive of another version", book, "%YAML 9.9\n---\n" + BOOK);
    text("a tag that makes an object", book, "!!java.net.URL [\"http://localhost/\"]");
    text(
        "an expression in parentheses",
        book,
        expression("(".repeat(1900) + "1" + ")".repeat(1900)));
    text("an expression that denies itself", book, expression("!".repeat(3900) + "true"));
    text("an expression of lists", book, expression("[".repeat(1900) + "]".repeat(1900)));
    text("a pattern that backtracks", book, expression("item.service.matches(\"(a+)+(a+)+$\")"));
    text("a pattern that repeats", book, expression("item.service.matches(\"((a{99}){99}){99}\")"));
  }

  private static String expression(String expression) {
    return BOOK
        + "tiers:\n  - {tier: t, category: labour, priority: 1, charge: {flat: 1}, when: {expression: '"
        + expression
        + "'}}\n";
  }

  private static byte[] halves(String text) {
    byte[] bytes = new byte[2 + 2 * text.length()];
    bytes[0] = (byte) 0xFE;
    bytes[1] = (byte) 0xFF;
    for (int i = 0; i < text.length(); i++) {
      bytes[2 + 2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[3 + 2 * i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private void json() {
    json(codecs.ndjson());
    new Extremes(codecs, Math.min(size, ARRAY_BYTES_MAX), all).json(codecs.json());
  }

  private void json(Codec json) {
    filled("arrays in one another", json, "", "[", "");
    filled("objects in one another", json, "", "{\"a\":", "");
    filled("a string of this size", json, "{\"orderNo\":\"", "x", "\",\"status\":\"OPEN\"}");
    filled("a string that nobody closes", json, "{\"orderNo\":\"", "x", "");
    filled("a name of this size", json, "{\"", "x", "\":1}");
    filled("a number of this size", json, "{\"quantity\":", "9", "}");
    filled("a fraction of this size", json, "{\"quantity\":0.", "0", "1}");
    filled("names again and again", json, "{\"orderNo\":\"A\"", ",\"orderNo\":\"A\"", "}");
    filled("orders of this size", json, "[1", ",{\"orderNo\":\"A\",\"status\":\"OPEN\"}", "]");
    filled("items of this size", json, "{\"items\":[{}", ",{}", "]}");
    filled("nothing but blanks", json, "", " ", "");
    text("an exponent beyond any number", json, "{\"quantity\":1e999999999}");
    text("an exponent below any number", json, "{\"quantity\":1e-999999999}");
    text("half of a pair", json, "{\"orderNo\":\"a\\ud800\",\"status\":\"OPEN\"}");
    text("the character zero", json, "{\"orderNo\":\"a\\u0000\",\"status\":\"OPEN\"}");
    add("no UTF-8", json, () -> new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
  }

  private void lines() {
    Codec ndjson = codecs.ndjson();
    filled("nothing but ends of lines", ndjson, "", "\n", "");
    filled("lines of nonsense", ndjson, "", "x\n", "");
    filled("one line of this size", ndjson, "", "x", "");
    add("UTF-16 cut in the middle", ndjson, () -> new byte[] {(byte) 0xFF, (byte) 0xFE, '{'});
  }

  private void tables() {
    Codec csv = codecs.csv();
    String heading = "orderNo,status,parts\n";
    filled("a quote that nobody closes", csv, heading + "A,OPEN,\"", "x", "");
    filled("a cell of this size", csv, heading + "A,OPEN,", "x", "\n");
    filled("cells of this size", csv, heading + "A,OPEN", ",", "\n");
    filled("a heading of this size", csv, "orderNo,status", ",x", "\n");
    filled("a name of this size", csv, "orderNo,status,", "x", "\n");
    filled("nothing but quotes", csv, heading, "\"", "");
    filled("nothing but ends of lines", csv, heading, "\n", "");
    filled("lines of nonsense", csv, heading, "x\n", "");
    filled("parts of this size", csv, heading + "A,OPEN,a*1", ";a*1", "\n");
    filled("nothing but zeros", csv, "", "\u0000", "");
    text("an exponent beyond any number", csv, "orderNo,status,quantity\nA,OPEN,1e999999999\n");
    add("UTF-16 cut in the middle", csv, () -> cut(heading + "A,OPEN,x\n"));
  }

  private static byte[] cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16);
    return Arrays.copyOf(bytes, bytes.length - 1);
  }
}
