package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.region.GbT2260;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake has its line, its column, and says what is wrong. */
class BookReaderTest {

  static final String HEAD =
      """
      book: home
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item}}
      """;

  private static final BookReader READER = BookReader.of(GbT2260.tree());
  private static final Pattern REPEATED = Pattern.compile("\\{(\\d+) (.)}");
  private static final Pattern CODE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-f]{4})");

  /** One block of the table. */
  record Broken(String text, List<String> problems) {}

  static List<Named<Broken>> broken() throws IOException {
    List<Named<Broken>> all = new ArrayList<>();
    for (String block : table().strip().split("\n\n+", -1)) {
      List<String> lines = block.lines().toList();
      if (lines.getFirst().startsWith("== ")) {
        StringBuilder text = new StringBuilder(lines.get(1).startsWith("book: ") ? HEAD : "");
        List<String> problems = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
          if (line.startsWith("      ")) {
            problems.add(line.strip());
          } else {
            text.append(unescaped(line.replaceFirst("^\\w+: ?", "")))
                .append(line.startsWith("b") ? "\n" : "");
          }
        }
        all.add(Named.of(lines.getFirst().substring(3), new Broken(text.toString(), problems)));
      }
    }
    return all;
  }

  private static String table() throws IOException {
    try (InputStream in = BookReaderTest.class.getResourceAsStream("broken-books.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String unescaped(String text) {
    String whole =
        REPEATED
            .matcher(text)
            .replaceAll(found -> found.group(2).repeat(Integer.parseInt(found.group(1))));
    String characters =
        CODE.matcher(whole)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(found.group(1), 16))));
    return characters.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void everyMistakeHasItsPlace(Broken broken) {
    assertThat(problems(broken.text)).isEqualTo(broken.problems);
  }

  private static List<String> problems(String text) {
    return switch (READER.read(text)) {
      case BookReading.Read _ -> List.of();
      case BookReading.Refused refused ->
          refused.problems().stream()
              .map(it -> it.line() + ":" + it.column() + " " + it.path() + ": " + it.message())
              .toList();
    };
  }

  @Test
  void aMessageSaysWhatIsAllowed() {
    assertThat(refused(HEAD + "tiers: [{tier: a, priority: 1, charge: {flatt: 1}}]"))
        .extracting(BookProblem::toString)
        .containsExactly(
            "line 7, column 9, tiers[0].category: \"category\" is missing; allowed: labour",
            "line 7, column 40, tiers[0].charge: no charge model; allowed: one of flat, perUnit,"
                + " graduated, graduatedPercent, volume, package, percent, distance, quote,"
                + " priceList, sum");
  }

  private static List<BookProblem> refused(String text) {
    return ((BookReading.Refused) READER.read(text)).problems();
  }

  @Test
  void deepNestingIsRefusedBeforeItCostsAnything() {
    assertThat(problems("[".repeat(1_000_000)))
        .containsExactly("1:41 : more than 40 levels of nesting");
    assertThat(problems("- ".repeat(1_000_000)))
        .containsExactly("1:81 : more than 40 levels of nesting");
  }

  @Test
  void aTextOfTooManyValuesIsRefused() {
    assertThat(problems("[" + "a,".repeat(1_000_001) + "]"))
        .hasSize(1)
        .allMatch(problem -> problem.endsWith(": more than 1000000 values"));
  }

  @Test
  void manyMistakesAreCutShort() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 100_000; i++) {
      text.append("unknown").append(i).append(": 1\n");
    }
    assertThat(refused(text.toString())).hasSize(1000);
  }

  @Test
  void aTierIsReadAgainstItsBook() {
    var book = ((BookReading.Read) READER.read(HEAD + "groups: {核心: [北京市]}")).book();
    String good = "{tier: t, category: labour, priority: 1, when: {region: 核心}, charge: {flat: 1}}";

    assertThat(READER.readTier(good, book)).isInstanceOf(TierReading.Read.class);
    assertThat(READER.readTier(good.replace("核心", "核心城"), book))
        .isEqualTo(
            new TierReading.Refused(
                List.of(
                    new BookProblem(
                        1,
                        57,
                        "when.region",
                        "\"核心城\" is not a region, nor a region group that the book names before it",
                        "a value, a list of values, or {in: [...], not: [...]}"))));
  }
}
