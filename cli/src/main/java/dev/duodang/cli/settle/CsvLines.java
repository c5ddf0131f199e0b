package dev.duodang.cli.settle;

import org.jspecify.annotations.Nullable;

/** Rows of a CSV file. */
public final class CsvLines implements RowText {

  private boolean first = true;

  @Override
  public void heading(String[] columns, ByteWriter out) {
    out.text(String.join(",", columns));
    out.put('\n');
  }

  @Override
  public void begin(ByteWriter out) {
    first = true;
  }

  @Override
  public void field(@Nullable Object value, ByteWriter out) {
    if (!first) {
      out.put(',');
    }
    first = false;
    if (value != null) {
      String text = value.toString();
      if (needsQuotes(text)) {
        out.put('"');
        out.text(text.replace("\"", "\"\""));
        out.put('"');
      } else {
        out.text(text);
      }
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  @Override
  public void end(ByteWriter out) {
    out.put('\n');
  }
}
