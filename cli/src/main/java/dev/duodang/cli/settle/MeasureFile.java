package dev.duodang.cli.settle;

import dev.duodang.intake.PlainTable;
import dev.duodang.intake.UnreadableSourceException;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.rebate.ReportedPeriod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A CSV file of what was reported of outside measures, by counterparty and period. */
final class MeasureFile implements OutsideValues {

  private static final String MEASURE = "measure";
  private static final String PARTY = "party";
  private static final String PERIOD = "period";
  private static final String VALUE = "value";
  private static final String REVISION = "revision";
  private static final List<String> REQUIRED = List.of(MEASURE, PARTY, PERIOD, VALUE);

  private final Path file;
  private final Map<OutsideKey, OutsideValue> values = new HashMap<>();

  private MeasureFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file; rows may stand in any order, as the highest revision counts.
   *
   * @throws UnreadableSourceException with line, column, value and what is allowed when a row
   *     cannot be taken, or says otherwise than another row of its revision
   */
  static MeasureFile read(Path file) throws IOException {
    MeasureFile measures = new MeasureFile(file);
    try (InputStream in = Files.newInputStream(file);
        PlainTable table = PlainTable.csv(in)) {
      List<String> heading = table.heading();
      measures.check(heading);
      for (PlainTable.Cells row = table.next(); row != null; row = table.next()) {
        measures.take(new Row(file, heading, row));
      }
    }
    return measures;
  }

  private void check(List<String> heading) throws UnreadableSourceException {
    for (String name : REQUIRED) {
      if (!heading.contains(name)) {
        throw new UnreadableSourceException(
            "%s: the column \"%s\" is missing; found are %s".formatted(file, name, heading));
      }
    }
    for (String name : heading) {
      if (!REQUIRED.contains(name) && !name.equals(REVISION)) {
        throw new UnreadableSourceException(
            "%s: the column \"%s\" is not known; known are %s, %s"
                .formatted(file, name, String.join(", ", REQUIRED), REVISION));
      }
    }
  }

  private void take(Row row) throws UnreadableSourceException {
    OutsideKey key =
        new OutsideKey(
            row.read(MEASURE, MeasureName::of),
            row.read(PARTY, PartyId::of),
            row.read(PERIOD, ReportedPeriod::parse));
    OutsideValue known = values.get(key);
    OutsideValue reported =
        row.read(VALUE, text -> OutsideValue.of(key, row.revision(), Exact.parse(text), known));
    switch (reported.against(known)) {
      case NEW -> values.put(key, reported);
      case REPEAT, STALE -> {}
      case CONFLICT ->
          throw row.refused(
              VALUE,
              reported.value().toShortString(),
              "revision %d is there with another value; allowed is a higher revision"
                  .formatted(reported.revision()));
    }
  }

  @Override
  public @Nullable OutsideValue of(OutsideKey key) {
    return values.get(key);
  }

  /** One row under its heading. */
  private record Row(Path file, List<String> heading, PlainTable.Cells cells) {

    private String text(String column) {
      int at = heading.indexOf(column);
      return at < 0 || at >= cells.cells().size() ? "" : cells.cells().get(at);
    }

    /** The stated revision; null where the row states none. */
    @Nullable Long revision() {
      String text = text(REVISION);
      if (text.isEmpty()) {
        return null;
      }
      if (!text.matches("[0-9]{1,18}")) {
        throw new IllegalArgumentException(
            "revision \"" + text + "\" is not " + OutsideValue.REVISIONS);
      }
      return Long.valueOf(text);
    }

    <T> T read(String column, Function<String, T> parse) throws UnreadableSourceException {
      String text = text(column);
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException unread) {
        throw refused(column, text, String.valueOf(unread.getMessage()));
      }
    }

    UnreadableSourceException refused(String column, String value, String reason) {
      return new UnreadableSourceException(
          "%s: line %d, %s \"%s\": %s".formatted(file, cells.number(), column, value, reason));
    }
  }
}
