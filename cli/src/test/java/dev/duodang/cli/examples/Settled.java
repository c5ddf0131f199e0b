package dev.duodang.cli.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The orders of an example settled by its book. */
record Settled(Run run, List<NamedCsvRecord> rows) {

  static Path example(String path) {
    return Run.checkout("examples").resolve(path);
  }

  static Settled of(String example, Path orders, Path folder) throws IOException {
    Path out = folder.resolve("lines.csv");
    Path book = example(example).resolve("book.yaml");
    Run run = Run.of("settle", "--book", book, orders, "--out", out);
    return new Settled(run, table(out));
  }

  /** The rows of a CSV file with a heading. */
  static List<NamedCsvRecord> table(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  Map<String, List<NamedCsvRecord>> byOrder() {
    return rows.stream().collect(Collectors.groupingBy(row -> row.getField("orderNo")));
  }
}
