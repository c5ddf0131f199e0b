package dev.duodang.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses as people write them, and the regions that they mean. */
class AddressesTest {

  private static final Path EXAMPLE = Settled.example("addresses");
  private static final Path ORDERS = EXAMPLE.resolve("orders.csv");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  private static Map<String, List<NamedCsvRecord>> rows;
  private static final List<JsonNode> ADDRESSES = new ArrayList<>();

  @BeforeAll
  static void settle() throws IOException {
    rows = Settled.of("addresses", ORDERS, folder).byOrder();
    Files.readAllLines(EXAMPLE.resolve("addresses.ndjson"))
        .forEach(line -> ADDRESSES.add(JSON.readTree(line)));
  }

  private static String orderNo(int line) {
    return "A%02d".formatted(line + 1);
  }

  @Test
  void everyLineMeansTheRegionThatIsGiven() {
    assertThat(ADDRESSES).hasSize(32);
    for (int i = 0; i < ADDRESSES.size(); i++) {
      JsonNode address = ADDRESSES.get(i);
      NamedCsvRecord row = rows.getOrDefault(orderNo(i), List.of()).getLast();
      assertThat(row.getField("region"))
          .as("%s", address)
          .isEqualTo(address.get("region").asString(""));
    }
  }

  @Test
  void anAddressThatCannotBeToldHoldsItsOrderAndNoOther() {
    for (int i = 0; i < ADDRESSES.size(); i++) {
      JsonNode address = ADDRESSES.get(i);
      assertThat(rows.getOrDefault(orderNo(i), List.of()))
          .as("%s", address)
          .extracting(row -> row.getField("hold"))
          .containsOnly(address.get("region").isNull() ? "REGION_UNKNOWN" : "");
    }
  }

  @Test
  void theOrdersHaveTheAddressesOfTheLines() throws IOException {
    assertThat(Settled.table(ORDERS))
        .extracting(row -> row.getField("address"))
        .isEqualTo(ADDRESSES.stream().map(line -> line.get("address").asString()).toList());
  }
}
