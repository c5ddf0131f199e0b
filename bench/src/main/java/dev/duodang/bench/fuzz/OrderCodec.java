package dev.duodang.bench.fuzz;

import dev.duodang.intake.CsvRows;
import dev.duodang.intake.JsonRows;
import dev.duodang.intake.NdjsonRows;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowSource;
import dev.duodang.intake.UnreadableSourceException;
import dev.duodang.intake.WorkOrderJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders as text, in each of the formats that are taken. */
final class OrderCodec implements Codec {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final JsonRows JSON = JsonRows.in(ZONE);
  private static final List<String> JSON_PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "{\"items\":[",
          "\"parts\":[{\"number\":\"A\"}]",
          "\\u",
          "\"revision\":-1",
          "\"status\":\"OPEN\",",
          "true",
          "[[[[[[[[",
          "{\"a\":",
          "1E400",
          "//",
          "\"measures\":{\"a\":1},",
          "\"handlers\":[{\"id\":\"E\",\"share\":0}]");
  private static final List<String> CSV_PIECES =
      List.of(
          ",",
          ";",
          "\"\"",
          ",,,,,,,,",
          "*",
          "*1e9",
          "@",
          "E1*0",
          "状态",
          "orderNo",
          "item.",
          "=1+1",
          "\"a\nb\"",
          "CAP-35*-2",
          "measures.",
          "2026-11-20T25:00",
          "已完成",
          "\u0000,");

  /** Reads bytes as one format. */
  private interface Reading {
    boolean read(byte[] input) throws IOException;
  }

  private final String name;
  private final List<byte[]> good;
  private final List<String> pieces;
  private final Reading reading;

  private OrderCodec(String name, List<byte[]> good, List<String> pieces, Reading reading) {
    this.name = name;
    this.good = List.copyOf(good);
    this.pieces = pieces;
    this.reading = reading;
  }

  /** One order, or an array, in JSON. */
  static OrderCodec json(List<byte[]> orders) {
    return new OrderCodec(
        "order in JSON",
        orders,
        JSON_PIECES,
        input ->
            Stream.concat(Stream.of(JSON.one(input, 0, input.length)), JSON.all(input).stream())
                    .filter(OrderCodec::taken)
                    .count()
                > 0);
  }

  static OrderCodec ndjson(List<byte[]> files) {
    return new OrderCodec(
        "orders in NDJSON",
        files,
        JSON_PIECES,
        input -> takenFrom(() -> NdjsonRows.open(new ByteArrayInputStream(input), ZONE)));
  }

  static OrderCodec csv(List<byte[]> files) {
    return new OrderCodec(
        "orders in CSV",
        files,
        CSV_PIECES,
        input -> takenFrom(() -> CsvRows.open(new ByteArrayInputStream(input), ZONE)));
  }

  /** Opens rows. */
  interface Opening {
    RowSource open() throws IOException;
  }

  /** Whether a source has a row that is taken. */
  static boolean takenFrom(Opening opening) throws IOException {
    boolean taken = false;
    try (RowSource rows = opening.open()) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        taken |= taken(row.row());
      }
      return taken;
    } catch (UnreadableSourceException unreadable) {
      requireReason(unreadable.getMessage());
      return taken;
    }
  }

  private static boolean taken(Row row) {
    return switch (row) {
      case Row.Order order -> {
        byte[] json = WorkOrderJson.write(order.order()).getBytes(StandardCharsets.UTF_8);
        boolean small = json.length <= JsonRows.ORDER_BYTES_MAX;
        if (small && !JSON.one(json, 0, json.length).equals(order)) {
          throw new IllegalStateException("the order is not read back as it was written");
        }
        yield true;
      }
      case Row.Decided _ -> true;
      case Row.Refused refused -> {
        if (refused.problems().isEmpty()) {
          throw new IllegalStateException("a row is refused without a reason");
        }
        refused.problems().forEach(problem -> requireReason(problem.reason()));
        yield false;
      }
    };
  }

  private static void requireReason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalStateException("something is refused without a reason");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] input(Random random) {
    return Damage.of(good.get(random.nextInt(good.size())), pieces, random);
  }

  @Override
  public boolean read(byte[] input) throws IOException {
    return reading.read(input);
  }
}
