package dev.duodang.imports;

import dev.duodang.intake.CsvRows;
import dev.duodang.intake.NdjsonRows;
import dev.duodang.intake.RowSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** The kinds of files that are read. */
enum FileFormat {
  CSV("text/csv"),
  NDJSON("application/x-ndjson");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  static FileFormat of(String contentType) {
    return contentType.startsWith(NDJSON.mediaType) ? NDJSON : CSV;
  }

  RowSource open(Path file, ZoneId zone) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return switch (this) {
      case CSV -> CsvRows.open(in, zone);
      case NDJSON -> NdjsonRows.open(in, zone);
    };
  }
}
