package dev.duodang.book;

import dev.duodang.pricing.settlement.BookVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a version of a book without its text. */
record BookHead(
    BookVersion id,
    String relation,
    String name,
    String currency,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Instant recordedAt,
    String publishedBy,
    String note,
    List<String> acceptedGaps) {

  BookHead {
    acceptedGaps = List.copyOf(acceptedGaps);
  }

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
  }
}
