package dev.duodang.imports;

import dev.duodang.intake.CsvRows;
import dev.duodang.intake.ExcelRows;
import dev.duodang.intake.NdjsonRows;
import dev.duodang.intake.RowSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;

/** The kinds of files that are read. */
enum FileFormat {
  CSV("text/csv"),
  NDJSON("application/x-ndjson"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  static FileFormat of(String contentType) {
    return Arrays.stream(values())
        .filter(format -> contentType.startsWith(format.mediaType))
        .findFirst()
        .orElseThrow();
  }

  RowSource open(Path file, ZoneId zone) throws IOException {
    return switch (this) {
      case CSV -> CsvRows.open(stream(file), zone);
      case NDJSON -> NdjsonRows.open(stream(file), zone);
      case XLSX -> ExcelRows.open(file, zone);
    };
  }

  private static InputStream stream(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }
}
