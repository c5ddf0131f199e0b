package dev.duodang.cli.settle;

import org.jspecify.annotations.Nullable;

/** Rows of a file with one JSON object a line; what is absent is left out. */
public final class NdjsonLines implements RowText {

  private String[] columns = {};
  private int place;
  private boolean first = true;

  @Override
  public void heading(String[] names, ByteWriter out) {
    columns = names.clone();
  }

  @Override
  public void begin(ByteWriter out) {
    place = 0;
    first = true;
    out.put('{');
  }

  @Override
  public void field(@Nullable Object value, ByteWriter out) {
    String name = columns[place++];
    if (value == null) {
      return;
    }
    if (!first) {
      out.put(',');
    }
    first = false;
    quoted(name, out);
    out.put(':');
    if (value instanceof Number) {
      out.text(value.toString());
    } else {
      quoted(value.toString(), out);
    }
  }

  private static void quoted(String text, ByteWriter out) {
    out.put('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        out.text(text.substring(plain, i));
        out.text(c < ' ' ? "\\u%04x".formatted((int) c) : "\\" + c);
        plain = i + 1;
      }
    }
    out.text(plain == 0 ? text : text.substring(plain));
    out.put('"');
  }

  @Override
  public void end(ByteWriter out) {
    out.text("}\n");
  }
}
