package dev.duodang.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a CSV file and splits it into fields with FastCSV, and does nothing else: the least that
 * any program must do that settles the file.
 */
public final class ReadAndSplit {

  private ReadAndSplit() {}

  /** The only argument is the file. */
  public static void main(String[] arguments) throws IOException {
    long rows = 0;
    long fields = 0;
    long characters = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]))) {
      for (CsvRecord row : reader) {
        rows++;
        for (int at = 0; at < row.getFieldCount(); at++) {
          fields++;
          characters += row.getField(at).length();
        }
      }
    }
    System.out.println(rows + " rows, " + fields + " fields, " + characters + " characters");
  }
}
