package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonRowsTest {

  private static List<String> read(String ndjson) throws IOException {
    byte[] bytes = ndjson.getBytes(StandardCharsets.UTF_8);
    List<String> taken = new ArrayList<>();
    try (RowSource source =
        NdjsonRows.open(new ByteArrayInputStream(bytes), ZoneId.of("Asia/Shanghai"))) {
      for (var row = source.next(); row != null; row = source.next()) {
        taken.add(row.number() + " " + CsvRowsTest.brief(row.row()));
      }
      assertThat(source.bytesRead()).isEqualTo(bytes.length);
    }
    return taken;
  }

  @Test
  void everyLineIsARowWithItsOwnFate() throws IOException {
    assertThat(
            read(
                """
                \ufeff{"orderNo":"H1","status":"OPEN"}\r

                {"orderNo":"H2","status":"OPEN"
                {"kind":"region","orderNo":"H1","region":"440305"}
                {"orderNo":"H3","status":"OPEN"}"""))
        .satisfiesExactly(
            row -> assertThat(row).isEqualTo("1 H1"),
            row -> assertThat(row).startsWith("3 refused json: "),
            row -> assertThat(row).isEqualTo("4 decides H1"),
            row -> assertThat(row).isEqualTo("5 H3"));
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n \r\n")).isEmpty();
  }

  @Test
  void aLineWithoutEndIsDroppedInBoundedMemory() throws IOException {
    String good = "{\"orderNo\":\"H1\",\"status\":\"OPEN\"}\n";
    assertThat(read(good + "{\"orderNo\":\"" + "x".repeat(3_000_000) + "\"}\n" + good))
        .containsExactly("1 H1", "2 refused order: has more than 262144 bytes", "3 H1");
  }
}
