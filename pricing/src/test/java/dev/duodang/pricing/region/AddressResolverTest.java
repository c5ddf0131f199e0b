package dev.duodang.pricing.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressResolverTest {

  private static final AddressResolver RESOLVER = AddressResolver.of(GbT2260.tree());

  private static final Pattern ROW =
      Pattern.compile("\\{\"address\": \"(.*)\", \"region\": (null|\"(\\d{6})\"), \"path\": (.*)}");

  record Row(String address, String meaning) {}

  static List<Row> published() throws IOException {
    return lines("addresses.ndjson")
        .map(
            line -> {
              Matcher row = ROW.matcher(line);
              assertThat(row.matches()).as(line).isTrue();
              return new Row(row.group(1), row.group(3) == null ? "?" : row.group(3));
            })
        .toList();
  }

  static List<Row> own() throws IOException {
    return lines("addresses.tsv")
        .filter(line -> !line.startsWith("#"))
        .map(line -> new Row(line.split("\t", -1)[0], line.split("\t", -1)[1]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedAddressMeansItsRegion(Row row) {
    String found = meaning(RESOLVER.resolve(row.address()));
    assertThat(found.matches("\\d{6}") ? found : "?").as(row.address()).isEqualTo(row.meaning());
  }

  @ParameterizedTest
  @MethodSource("own")
  void anAddressMeansTheDeepestCertainRegionOrAllCandidates(Row row) {
    assertThat(meaning(RESOLVER.resolve(row.address()))).as(row.address()).isEqualTo(row.meaning());
  }

  static String meaning(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(Region region) -> region.code().text();
      case Resolution.Ambiguous ambiguous ->
          ambiguous.candidates().stream()
              .map(region -> region.code().text())
              .sorted()
              .collect(Collectors.joining(","));
      case Resolution.Unknown() -> "-";
    };
  }

  private static Stream<String> lines(String resource) throws IOException {
    try (InputStream stream = AddressResolverTest.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }
}
