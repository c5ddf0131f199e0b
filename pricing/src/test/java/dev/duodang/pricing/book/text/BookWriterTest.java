package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.ToyExpressions;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BookWriterTest {

  private static final BookReader READER = BookReader.of(GbT2260.tree(), ToyExpressions.ANYTHING);

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../templates"))) {
      return files.filter(file -> file.getParent().endsWith("books")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedBookStandsAsItWouldBeWritten(Path file) throws IOException {
    String text = Files.readString(file);
    String withoutComments =
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(BookWriter.yaml(book(text))).isEqualTo(withoutComments);
  }

  private static PriceBook book(String text) {
    BookReading reading = READER.read(text);
    assertThat(reading).isInstanceOf(BookReading.Read.class);
    return ((BookReading.Read) reading).book();
  }

  private static Tier tier(String fields) {
    PriceBook book =
        book(
            BookReaderTest.HEAD
                + "groups: {核心: [上海市]}\n"
                + "attributes: {floor: {type: number}, 颜色: {type: text}}\n"
                + "measures: {storageDays: {unit: 天}}\n");
    TierReading reading =
        READER.readTier("{tier: t, category: labour, priority: 1, " + fields + "}", book);
    assertThat(reading).isInstanceOf(TierReading.Read.class);
    return ((TierReading.Read) reading).tier();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {service: [维修], region: {in: [核心]}}             | {service: 维修, region: 核心}
          {brand: {not: [B, A]}}                              | {brand: {not: [A, B]}}
          {warranty: in, stage: AFTER_SALES}                  | {warranty: IN, stage: after-sales}
          {distance: {gte: 3000 m, lt: 12.40 km}}             | {distance: {gte: 3 km, lt: 12.4 km}}
          {distance: {gt: 450 m}}                             | {distance: {gt: 450 m}}
          {duration: {lte: 90 min}}                           | {duration: {lte: 90 min}}
          {duration: {lt: 3 d}}                               | {duration: {lt: 72 h}}
          {quantity: {gte: 2.50}}                             | {quantity: {gte: 2.50}}
          {measures: {storageDays: {gt: 3}}}                  | {measures: {storageDays: {gt: 3}}}
          {attributes: {颜色: '1', floor: {lt: 4}}}           | {attributes: {floor: {lt: 4}, 颜色: "1"}}
          {arrived: yes}                                      | {arrived: true}
          {created: {from: 2026-11-01T00:00, until: 2026-11-12}} | {created: {from: 2026-11-01, until: 2026-11-12}}
          {completed: {hours: 22:00-24:00, weekdays: [sunday, saturday]}} | {completed: {hours: 22:00-24:00, weekdays: [saturday, sunday]}}
          {status: CANCELLED}                                 | {status: cancelled}
          {related: {kind: follow-up, sameHandler: no}}       | {related: {kind: follow-up}}
          {channel: 'no'}                                     | {channel: "no"}
          {channel: '2026'}                                   | {channel: "2026"}
          {channel: 'a: b, {c}'}                              | {channel: "a: b, {c}"}
          """)
  void conditionsAreWrittenShort(String given, String written) {
    assertThat(BookWriter.yaml(tier("charge: {flat: 1}, when: " + given)))
        .contains("\nwhen: " + written + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {flat: 100.00, of: once}                            | {flat: 100.00}
          {perUnit: {price: 5}}                               | {perUnit: 5}
          {perUnit: {price: 0.50, block: 0.2, started: true}} | {perUnit: {price: 0.50, block: 0.2, started: true}}
          {graduated: {steps: [{upTo: 3, flat: 1}, {price: 2}]}} | {graduated: [{upTo: 3, flat: 1}, {price: 2}]}
          {volume: {steps: [{upTo: 3, price: 1}], beyondLast: refused}} | {volume: {steps: [{upTo: 3, price: 1}], beyondLast: refused}}
          {percent: {rate: 10}, of: {category: labour, relation: brand -> headquarters}} | {percent: 10, of: {relation: brand→headquarters, category: labour}}
          {distance: {perKm: 2.50, freeBelow: 20000 m}}       | {distance: {freeBelow: 20 km, perKm: 2.50}}
          {package: {size: 7, price: 5, free: 0}, of: storageDays} | {package: {size: 7, price: 5}, of: storageDays}
          {quote: {from: 1, to: 2}}                           | {quote: {from: 1, to: 2}}
          {flat: 1, scope: visit, count: highest, minimum: 0.5} | {flat: 1, minimum: 0.5, scope: visit, count: highest}
          """)
  void chargesAreWrittenShort(String given, String written) {
    assertThat(BookWriter.yaml(tier("charge: " + given))).contains("\ncharge: " + written + "\n");
  }

  @Test
  void aLongMappingHasALineForEachPart() {
    String steps = "{upTo: 1000, price: 1.25, flat: 3.00}";
    String yaml =
        BookWriter.yaml(
            tier(
                "charge: {graduated: [%s, %s, {price: 1.00}]}"
                    .formatted(steps, steps.replace("1000", "2000"))));

    assertThat(yaml)
        .endsWith(
            """
            charge:
              graduated:
                - {upTo: 1000, price: 1.25, flat: 3.00}
                - {upTo: 2000, price: 1.25, flat: 3.00}
                - {price: 1.00}
            """);
  }

  @Test
  void theTreeOfATierIsMapsListsAndTexts() {
    assertThat(BookWriter.tree(tier("charge: {flat: 1.50}, when: {brand: [A, B]}")))
        .isEqualTo(
            Map.of(
                "tier", "t",
                "category", "labour",
                "priority", "1",
                "when", Map.of("brand", List.of("A", "B")),
                "charge", Map.of("flat", "1.50")));
  }

  @Test
  void whatOnlyProgramsCanSayIsRefused() {
    Tariff rounded =
        new Tariff(
            PerUnit.of(Exact.ONE),
            null,
            Exact.ZERO,
            Exact.ZERO,
            Exact.ONE,
            Exact.ONE,
            new Tariff.StatedRounding(0, RoundingMode.UP, false),
            null,
            null);
    Charge charge = new Charge.Metered(Measure.Standard.QUANTITY, rounded, CountScope.ALONE, null);
    Tier tier = tier("charge: {flat: 1}");
    Tier unwritable =
        new Tier(
            tier.id(),
            tier.name(),
            tier.category(),
            1,
            tier.when(),
            charge,
            null,
            null,
            null,
            null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BookWriter.yaml(unwritable))
        .withMessage("a multiplier, divisor or rounding of a tariff has no written form");
  }

  @Test
  void aTierReplacesTheOneOfItsIdOrFollowsItsCategory() throws IOException {
    PriceBook book = book(Files.readString(shipped().get(3)));
    Tier premium = book.tiers().get(1);
    Tier fresh = tier("charge: {flat: 1}");

    assertThat(book.with(premium)).isEqualTo(book);
    assertThat(book.with(fresh).tiers().get(10)).isEqualTo(fresh);
    assertThat(book.with(fresh).tiers()).hasSize(14).containsAll(book.tiers());
  }
}
