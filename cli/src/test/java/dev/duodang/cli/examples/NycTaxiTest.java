package dev.duodang.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand real taxi trips under the tariff of their year, against what was really paid. */
class NycTaxiTest {

  private static final Path EXAMPLE = Settled.example("nyc-taxi");
  private static final BigDecimal UNIT = new BigDecimal("0.50");

  @TempDir static Path folder;

  private static Settled settled;
  private static final List<Trip> TRIPS = new ArrayList<>();

  /** A trip as it was recorded, with the lines that the book gives for it. */
  private record Trip(NamedCsvRecord recorded, List<NamedCsvRecord> lines) {

    boolean isAt(String rate) {
      return recorded.getField("rate_code_id").equals(rate);
    }

    BigDecimal recorded(String... columns) {
      return Stream.of(columns)
          .map(column -> new BigDecimal(recorded.getField(column)))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal booked(String... labels) {
      List<String> wanted = List.of(labels);
      return lines.stream()
          .filter(line -> wanted.contains(line.getField("label")))
          .map(line -> new BigDecimal(line.getField("amount")))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal bookedExtra() {
      return booked("Night", "Rush hour", "Rush hour JFK");
    }
  }

  @BeforeAll
  static void settle() throws IOException, InterruptedException {
    Path recorded = folder.resolve("recorded.csv");
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(EXAMPLE.resolve("trips-2018-01.csv.gz")))) {
      Files.copy(in, recorded);
    }
    settled = Settled.of("nyc-taxi", orders(recorded), folder);
    Map<String, List<NamedCsvRecord>> rows = settled.byOrder();
    for (NamedCsvRecord trip : Settled.table(recorded)) {
      String orderNo = "T%05d".formatted(TRIPS.size() + 1);
      TRIPS.add(new Trip(trip, rows.getOrDefault(orderNo, List.of())));
    }
  }

  /** The trips as orders, made as the README says. */
  private static Path orders(Path recorded) throws IOException, InterruptedException {
    Path orders = folder.resolve("trips.csv");
    Process awk =
        new ProcessBuilder("awk", "-f", EXAMPLE.resolve("orders.awk").toString())
            .redirectInput(recorded.toFile())
            .redirectOutput(orders.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(awk.waitFor()).isZero();
    return orders;
  }

  private static List<Trip> airport() {
    return TRIPS.stream().filter(trip -> trip.isAt("2")).toList();
  }

  /** Trips by the meter that were paid; the other two are a refund and a trip of 0.00. */
  private static List<Trip> metered() {
    return TRIPS.stream()
        .filter(trip -> trip.isAt("1") && trip.recorded("fare_amount").signum() > 0)
        .toList();
  }

  @Test
  void everyTripSettlesOrWaitsForItsAgreedFare() {
    assertThat(settled.run().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(TRIPS).hasSize(10_000);
    List<Trip> waiting =
        TRIPS.stream()
            .filter(trip -> trip.lines.stream().anyMatch(line -> !line.getField("hold").isEmpty()))
            .toList();
    assertThat(waiting).hasSize(36).allMatch(trip -> trip.isAt("4") || trip.isAt("5"));
    assertThat(TRIPS).allMatch(trip -> !trip.lines.isEmpty());
  }

  @Test
  void everyAirportTripCostsTheFlatFare() {
    assertThat(airport())
        .hasSize(230)
        .allSatisfy(
            trip ->
                assertThat(trip.booked("JFK flat fare"))
                    .isEqualByComparingTo("52.00")
                    .isEqualByComparingTo(trip.recorded("fare_amount")));
  }

  @Test
  void whatAFareLeavesOverItsDistanceIsWholeUnits() {
    assertThat(metered()).hasSize(9_717);
    assertThat(metered().stream().filter(trip -> rest(trip).remainder(UNIT).signum() == 0))
        .hasSize(9_716);
  }

  @Test
  void aFareIsAtLeastThePriceOfItsDistance() {
    assertThat(metered().stream().filter(trip -> rest(trip).signum() >= 0)).hasSize(9_712);
  }

  private static BigDecimal rest(Trip trip) {
    return trip.recorded("fare_amount").subtract(trip.booked("City rate"));
  }

  @Test
  void theTimeOfDayGivesTheExtra() {
    assertThat(metered().stream().filter(NycTaxiTest::isExtraRight)).hasSize(9_503);
    assertThat(airport().stream().filter(NycTaxiTest::isExtraRight)).hasSize(224);
  }

  private static boolean isExtraRight(Trip trip) {
    return trip.bookedExtra().compareTo(trip.recorded("extra")) == 0;
  }

  @Test
  void totalsAreTheSumsOfTheirParts() {
    assertThat(
            TRIPS.stream()
                .filter(
                    trip ->
                        trip.recorded(
                                    "fare_amount",
                                    "extra",
                                    "mta_tax",
                                    "improvement_surcharge",
                                    "tip_amount",
                                    "tolls_amount")
                                .compareTo(trip.recorded("total_amount"))
                            == 0))
        .hasSize(9_981);
  }

  @Test
  void withTheMetersFareAndExtraTheBookGivesTheTotal() {
    assertThat(
            TRIPS.stream()
                .filter(trip -> !trip.isAt("4") && !trip.isAt("5"))
                .filter(
                    trip ->
                        trip.recorded("fare_amount", "extra")
                                .add(
                                    trip.booked(
                                        "State tax", "Improvement surcharge", "Tip", "Tolls"))
                                .compareTo(trip.recorded("total_amount"))
                            == 0))
        .hasSize(9_924);
  }
}
