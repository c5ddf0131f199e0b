package dev.duodang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated file is what the benchmark says it is. */
class OrderFileTest {

  @TempDir Path temp;

  private List<String> rows(int orders, long seed) throws IOException {
    Path file = temp.resolve("orders.csv");
    OrderFile.write(file, orders, seed);
    return Files.readAllLines(file);
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    assertThat(rows(200, 7)).isEqualTo(rows(200, 7)).isNotEqualTo(rows(200, 8));
  }

  @Test
  void everyRowHas15ColumnsAndAnOrderNumberOfItsOwn() throws IOException {
    List<String> rows = rows(200, 7);

    assertThat(rows).hasSize(201).allMatch(row -> row.split(",", -1).length == 15);
    assertThat(rows.stream().map(row -> row.split(",", -1)[0])).doesNotHaveDuplicates();
  }

  @Test
  void halfOfTheRowsHaveAnAddressAndTheOthersARegionCode() throws IOException {
    List<String[]> rows = rows(200, 7).stream().skip(1).map(row -> row.split(",", -1)).toList();
    int address = OrderFile.COLUMNS.indexOf("address");
    int region = OrderFile.COLUMNS.indexOf("region");

    assertThat(rows.stream().filter(row -> !row[address].isEmpty())).hasSize(100);
    assertThat(rows).allMatch(row -> row[address].isEmpty() != row[region].isEmpty());
  }
}
