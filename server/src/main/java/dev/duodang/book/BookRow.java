package dev.duodang.book;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of a book as it is kept. */
record BookRow(
    String bookId,
    String relation,
    int version,
    String source,
    String name,
    String currency,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Instant recordedAt,
    String publishedBy,
    String note) {}
