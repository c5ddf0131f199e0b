package dev.duodang.book;

import dev.duodang.pricing.settlement.BookVersion;
import java.time.Instant;

/** A version of a book as it is rated with. */
record BookRow(BookVersion id, String source, Instant recordedAt) {

  int version() {
    return id.version();
  }
}
