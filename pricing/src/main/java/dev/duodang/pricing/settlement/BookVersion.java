package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.BookId;

/** One version of a book; versions count from 1. */
public record BookVersion(BookId book, int version) {

  public BookVersion {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of " + book + " is below 1");
    }
  }

  /** Whether this is a later version of the same book. */
  boolean isAfter(BookVersion other) {
    return book.equals(other.book) && version > other.version;
  }

  /** {@code home-service v7}. */
  @Override
  public String toString() {
    return book + " v" + version;
  }
}
