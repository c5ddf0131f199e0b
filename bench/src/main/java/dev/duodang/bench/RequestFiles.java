package dev.duodang.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the service requests of a folder: every {@code .csv.gz} file, in any year's columns. */
final class RequestFiles {

  private static final String ENDING = ".csv.gz";

  private RequestFiles() {}

  /**
   * The requests of each file, by its name.
   *
   * @throws UsageException when the folder has no such file
   */
  static Map<String, List<ServiceRequest>> in(Path folder) throws IOException {
    Map<String, List<ServiceRequest>> byFile = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
        byFile.put(file.getFileName().toString(), requests(file));
      }
    }
    if (byFile.isEmpty()) {
      throw new UsageException("the folder has no file that ends in " + ENDING);
    }
    return byFile;
  }

  private static List<ServiceRequest> requests(Path file) throws IOException {
    List<ServiceRequest> requests = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        Map<String, String> cells = new HashMap<>();
        for (String column : row.getHeader()) {
          cells.put(column.toLowerCase(Locale.ROOT).replace(' ', '_'), row.getField(column));
        }
        requests.add(ServiceRequest.of(column -> cells.getOrDefault(column, "")));
      }
    }
    return requests;
  }
}
