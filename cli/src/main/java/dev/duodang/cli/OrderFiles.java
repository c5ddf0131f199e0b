package dev.duodang.cli;

import dev.duodang.intake.CsvRows;
import dev.duodang.intake.ExcelRows;
import dev.duodang.intake.NdjsonRows;
import dev.duodang.intake.RowSource;
import dev.duodang.intake.UnreadableSourceException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/** Opens files of orders by what their names end in. */
public final class OrderFiles {

  private OrderFiles() {}

  /** The same folder and name with another end. */
  public static Path sibling(Path file, String end) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + end);
  }

  /**
   * Opens a file.
   *
   * @param zone the zone of times without an offset
   * @param charset of CSV text
   */
  public static RowSource open(Path file, ZoneId zone, Charset charset) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return CsvRows.open(Files.newInputStream(file), zone, charset);
    }
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return NdjsonRows.open(Files.newInputStream(file), zone);
    }
    if (name.endsWith(".xlsx")) {
      return ExcelRows.open(file, zone);
    }
    throw new UnreadableSourceException(
        file + ": the name of a file of orders ends in .csv, .tsv, .ndjson, .jsonl or .xlsx");
  }
}
