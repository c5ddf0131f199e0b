package dev.duodang.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits on holidays, and promises that count working hours. */
class HolidaysTest {

  private static final Path EXAMPLE = Settled.example("holidays");

  @TempDir static Path folder;

  @Test
  void eachOrderIsPricedByTheCalendarOfItsTimes() throws IOException {
    Map<String, List<NamedCsvRecord>> rows =
        Settled.of("holidays", EXAMPLE.resolve("orders.csv"), folder).byOrder();
    assertThat(lines(rows, "H1")).isEqualTo("标准档 100.00, 节假日上门 100.00, 准时奖 5.00; KEPT");
    assertThat(lines(rows, "H2")).isEqualTo("标准档 100.00, 准时奖 5.00; KEPT");
    assertThat(lines(rows, "H3")).isEqualTo("标准档 100.00, 休息日上门 50.00, 准时奖 5.00; KEPT");
    assertThat(lines(rows, "H4")).isEqualTo("标准档 100.00, 下班后上门 20.00, 准时奖 5.00; KEPT");
    assertThat(lines(rows, "H5")).isEqualTo("标准档 100.00, 准时奖 5.00; KEPT");
    assertThat(lines(rows, "H6")).isEqualTo("标准档 100.00, 超时扣款 -10.00; BROKEN");
    assertThat(lines(rows, "H7")).isEqualTo("标准档 100.00; ");
    assertThat(rows).hasSize(7);
  }

  private static String lines(Map<String, List<NamedCsvRecord>> rows, String order) {
    List<NamedCsvRecord> own = rows.getOrDefault(order, List.of());
    return own.stream()
            .map(row -> row.getField("label") + " " + row.getField("amount"))
            .collect(Collectors.joining(", "))
        + "; "
        + own.stream().map(row -> row.getField("promise")).distinct().collect(Collectors.joining());
  }

  @Test
  void theBookIsProvenAndAnExplanationSaysHowLongItTook() {
    assertThat(Run.of("check", EXAMPLE.resolve("book.yaml")).out()).contains("0 个错误，0 个警告");
    Run run =
        Run.of(
            "explain",
            "--book",
            EXAMPLE.resolve("book.yaml"),
            EXAMPLE.resolve("orders.csv"),
            "--order",
            "H6");
    assertThat(run.out())
        .contains("响应承诺 2 小时（工作日历），实际 2 小时 1 分：未守约，超时 1 分")
        .contains("完成承诺 16 小时（工作日历），实际 6 小时：守约")
        .contains("✗ 准时奖  承诺已守约");
  }
}
