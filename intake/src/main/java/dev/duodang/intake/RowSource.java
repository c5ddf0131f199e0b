package dev.duodang.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stream of rows in bounded memory. */
public interface RowSource extends Closeable {

  /**
   * One row with its place in the source.
   *
   * @param number counts lines of text or rows of a sheet from 1, a heading included
   */
  record Numbered(long number, Row row) {}

  /**
   * The next row, or null behind the last.
   *
   * @throws UnreadableSourceException when the source as a whole cannot be understood
   */
  @Nullable Numbered next() throws IOException;

  /** How many bytes were read so far, to show progress. */
  long bytesRead();
}
