package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.ToyExpressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors says what the reader takes. */
class BookSchemaTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode TEXT =
      JSON.readTree(BookText.text("docs/reference/price-book.schema.json"));
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);
  private static final BookReader READER = BookReader.of(GbT2260.tree(), ToyExpressions.ANYTHING);
  private static final String NOBODYS = "nobodysName";

  private static final String HEAD =
      """
      book: sample
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item}}
      """;

  private static List<String> refusals(JsonNode book) {
    return SCHEMA.validate(book).stream().map(Object::toString).toList();
  }

  private static JsonNode yaml(String text) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  @Property(tries = 300, seed = "3001")
  void everyBookThatCanBeWrittenIsAllowed(@ForAll long seed) {
    String json = BookTextProperties.json(BookWriter.tree(new RandomBooks(seed).book()));
    assertThat(refusals(JSON.readTree(json))).as(json).isEmpty();
  }

  @Test
  void theShippedBooksAreAllowedAsTheyAreWritten() throws IOException {
    List<Path> books = new ArrayList<>();
    for (String folder : List.of("templates", "examples")) {
      try (Stream<Path> files = Files.walk(BookText.root().resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".yaml")).forEach(books::add);
      }
    }
    assertThat(books).hasSizeGreaterThan(5);
    for (Path book : books) {
      assertThat(refusals(yaml(Files.readString(book)))).as(book.toString()).isEmpty();
    }
  }

  /** The names of a mapping, as the reader tells them to who writes another one there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/properties                              | nobodysName: 1",
        "/properties/regions/additionalProperties/properties | regions: {US: {nobodysName: 1}}",
        "/properties/attributes/additionalProperties/properties | attributes: {a: {nobodysName:"
            + " 1}}",
        "/properties/measures/additionalProperties/properties | measures: {a: {nobodysName: 1}}",
        "/$defs/tier/properties                   | tiers: {nobodysName: 1}",
        "/$defs/tier/properties/promise/properties | tiers: {promise: {nobodysName: 1}}",
        "/$defs/charge/properties                 | tiers: {charge: {flat: 1, nobodysName: 1}}",
        "/$defs/charge/properties/perUnit/anyOf/1/properties | tiers: {charge: {perUnit:"
            + " {nobodysName: 1}}}",
        "/$defs/charge/properties/package/properties | tiers: {charge: {package: {nobodysName:"
            + " 1}}}",
        "/$defs/charge/properties/percent/anyOf/1/properties | tiers: {charge: {percent:"
            + " {nobodysName: 1}}}",
        "/$defs/charge/properties/distance/properties | tiers: {charge: {distance: {nobodysName:"
            + " 1}}}",
        "/$defs/charge/properties/convert/properties | tiers: {charge: {flat: 1, convert:"
            + " {nobodysName: 1}}}",
        "/$defs/quote/properties                  | tiers: {charge: {quote: {nobodysName: 1}}}",
        "/$defs/measure/anyOf/1/properties        | tiers: {charge: {flat: 1, of: {nobodysName:"
            + " 1}}}",
        "/$defs/steps/anyOf/2/properties          | tiers: {charge: {graduated: {nobodysName: 1}}}",
        "/$defs/step/properties                   | tiers: {charge: {volume: [{nobodysName: 1}]}}",
        "/$defs/percentStep/properties            | tiers: {charge: {graduatedPercent:"
            + " [{nobodysName: 1}]}}",
        "/$defs/modifier/properties               | modifiers: {percent: 1, nobodysName: 1}",
        "/$defs/modifier/properties/bounds/properties | modifiers: {bounds: {nobodysName: 1}}",
        "/properties/modifierGroups/additionalProperties/properties | modifierGroups: {g:"
            + " {nobodysName: 1}}",
        "/properties/counters/additionalProperties/properties | counters: {a: {nobodysName: 1}}",
        "/properties/calendars/additionalProperties/properties | calendars: {a: {nobodysName: 1}}",
        "/$defs/workDays/properties               | calendars: {a: {week: {nobodysName: 1}}}",
        "/$defs/conditions/properties/promise/anyOf/1/properties | modifiers: {percent: 1, when:"
            + " {promise: {nobodysName: 1}}}",
        "/$defs/rebate/properties                 | rebates: {volume: [{percent: 1}], nobodysName:"
            + " 1}",
        "/$defs/rebate/properties/measure/anyOf/1/properties | rebates: {volume: [{percent: 1}],"
            + " measure: {nobodysName: 1}}",
        "/$defs/rebateStep/properties             | rebates: {volume: [{nobodysName: 1}]}",
        "/$defs/conditions/properties             | covers: {nobodysName: 1}",
        "/$defs/conditions/properties/related/properties | covers: {related: {nobodysName: 1}}",
        "/$defs/set/anyOf/2/properties            | covers: {brand: {nobodysName: 1}}",
        "/$defs/range/properties                  | covers: {quantity: {nobodysName: 1}}",
        "/$defs/distanceRange/properties          | covers: {distance: {nobodysName: 1}}",
        "/$defs/durationRange/properties          | covers: {duration: {nobodysName: 1}}",
        "/$defs/event/anyOf/1/properties          | covers: {created: {nobodysName: 1}}",
        "/$defs/price/anyOf/1/properties          | priceLists: {p: {A: {nobodysName: 1}}}",
        "/properties/taxes/properties             | taxes: {nobodysName: 1}",
        "/properties/taxes/properties/rates/additionalProperties/properties | taxes: {rates: {s:"
            + " {nobodysName: 1}}}",
        "/$defs/exchangeRate/anyOf/1/properties   | exchangeRates: {USD: {nobodysName: 1}}",
        "/$defs/taxRate/anyOf/1/properties        | taxes: {rates: {s: {general: {nobodysName:"
            + " 1}}}}"
      })
  void theNamesOfAMappingAreThoseThatTheReaderKnows(String place, String text) {
    Set<String> known = new TreeSet<>(known(HEAD + text));
    Set<String> told = new TreeSet<>(TEXT.at(place).propertyNames());
    if (place.equals("/$defs/modifier/properties")) {
      known.addAll(OF_ANOTHER_EFFECT);
    }
    if (place.equals("/$defs/charge/properties")) {
      known.add(OF_A_PRICE_LIST);
    }
    assertThat(told).as(place).isEqualTo(known);
    assertThat(refusals(yaml(HEAD + text))).isNotEmpty();
  }

  /** A modifier knows what belongs to the one effect that it names. */
  private static final Set<String> OF_ANOTHER_EFFECT = Set.of("per", "scope", "counter");

  /** As does a charge. */
  private static final String OF_A_PRICE_LIST = "by";

  private static List<String> known(String text) {
    BookReading.Refused refused = (BookReading.Refused) READER.read(text);
    return refused.problems().stream()
        .filter(problem -> problem.message().contains(NOBODYS))
        .map(problem -> List.of(problem.allowed().split(", ")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not refused by name: " + refused.problems()));
  }
}
