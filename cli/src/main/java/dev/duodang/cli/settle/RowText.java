package dev.duodang.cli.settle;

import org.jspecify.annotations.Nullable;

/** How fields become a row of text. */
public interface RowText {

  void heading(String[] columns, ByteWriter out);

  /** Begins a row; fields follow in the order of the columns. */
  void begin(ByteWriter out);

  /** The next field; null where it is absent. */
  void field(@Nullable Object value, ByteWriter out);

  void end(ByteWriter out);
}
