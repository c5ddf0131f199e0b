package dev.duodang.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.OrderFiles;
import dev.duodang.cli.Run;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held comes back as it was, and what depends on one another stands together. */
class HeldRowsTest {

  private static final HeldRows.Places PLACES =
      new HeldRows.Places(
          new Resolution.Resolved(GbT2260.tree().find(RegionCode.of("440305")).orElseThrow()),
          new Resolution.Unknown());

  @TempDir Path folder;

  private List<RowSource.Numbered> rows() throws IOException {
    Path random = Files.writeString(folder.resolve("orders.csv"), RandomFile.rows(77, 500));
    List<RowSource.Numbered> rows = new ArrayList<>();
    for (Path file :
        List.of(random, Run.checkout("templates/home-appliance/scenario/orders.ndjson"))) {
      try (RowSource source =
          OrderFiles.open(file, ZoneId.of("Asia/Shanghai"), StandardCharsets.UTF_8)) {
        for (RowSource.Numbered row = source.next(); row != null; row = source.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 1 << 16})
  void whateverFitsIntoTheTablesEveryRowComesBackAsItWas(int sharedValues) throws IOException {
    HeldRows held = new HeldRows(sharedValues);
    List<RowSource.Numbered> expected = new ArrayList<>();
    for (RowSource.Numbered row : rows()) {
      switch (row.row()) {
        case Row.Order order -> held.add(row.number(), order.order(), PLACES);
        case Row.Decided decided -> held.add(row.number(), decided.decision());
        case Row.Refused _ -> {
          continue;
        }
      }
      expected.add(row);
    }
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(IntStream.range(0, expected.size()).mapToObj(held::row).toList())
        .isEqualTo(expected);
    assertThat(held.isOrder(0)).isEqualTo(expected.getFirst().row() instanceof Row.Order);
    int order = IntStream.range(0, expected.size()).filter(held::isOrder).findFirst().orElseThrow();
    assertThat(held.order(order).places()).isEqualTo(PLACES);
  }

  private static List<List<Integer>> clusters(Clusters clusters) {
    Clusters.Sorted sorted = clusters.sorted();
    return IntStream.range(0, sorted.clusters())
        .mapToObj(
            i -> IntStream.range(sorted.start(i), sorted.end(i)).mapToObj(sorted::row).toList())
        .toList();
  }

  @Test
  void rowsOfOneKeyAndOfJoinedKeysStandTogetherInTheirOrder() {
    Clusters clusters = new Clusters();
    for (long key : new long[] {7, 8, 9, 7, 0, 8, 1}) {
      clusters.add(key);
    }
    clusters.join(9, 99);
    clusters.join(99, 7);
    assertThat(clusters(clusters)).containsExactly(List.of(0, 2, 3), List.of(1, 5), List.of(4, 6));
  }

  @Test
  void aKeyWithoutARowJoinsThoseThatNameItAndMakesNoClusterOfItsOwn() {
    Clusters clusters = new Clusters();
    clusters.add(5);
    clusters.join(5, 100);
    clusters.add(6);
    clusters.join(200, 300);
    assertThat(clusters(clusters)).containsExactly(List.of(0), List.of(1));
    assertThat(new Clusters().sorted().clusters()).isZero();
  }

  @Test
  void clustersStayApartWhenTablesGrow() {
    Clusters clusters = new Clusters();
    int keys = 200_000;
    for (int row = 0; row < 2 * keys; row++) {
      clusters.add(1 + row % keys * 0x9E3779B97F4A7C15L);
    }
    assertThat(clusters(clusters))
        .hasSize(keys)
        .allMatch(rows -> rows.size() == 2 && rows.get(1) - rows.get(0) == keys);
  }
}
