package dev.duodang.cli.settle;

import dev.duodang.intake.RowProblem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of rows that could not be taken; it is there only when there are any. */
public final class RejectedRows implements Closeable {

  private static final String[] COLUMNS = {"row", "column", "value", "reason", "allowed"};

  private final Path file;
  private final CsvLines csv = new CsvLines();
  private @Nullable OutputFile output;

  public RejectedRows(Path file) {
    this.file = file;
  }

  public void add(long row, List<RowProblem> problems) throws IOException {
    OutputFile out = opened();
    for (RowProblem problem : problems) {
      csv.begin(out.rows());
      csv.field(row, out.rows());
      csv.field(problem.field(), out.rows());
      csv.field(problem.value(), out.rows());
      csv.field(problem.reason(), out.rows());
      csv.field(problem.allowed(), out.rows());
      csv.end(out.rows());
    }
    out.passOn();
  }

  private OutputFile opened() throws IOException {
    OutputFile open = output;
    if (open == null) {
      open = OutputFile.create(file);
      output = open;
      csv.heading(COLUMNS, open.rows());
    }
    return open;
  }

  /** Completes the file; one of an earlier run goes away when nothing is rejected any more. */
  public void complete() throws IOException {
    if (output == null) {
      Files.deleteIfExists(file);
    } else {
      output.complete();
    }
  }

  @Override
  public void close() throws IOException {
    if (output != null) {
      output.close();
    }
  }
}
