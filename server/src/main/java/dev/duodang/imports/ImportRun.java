package dev.duodang.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param position the row up to which everything is committed
 */
record ImportRun(
    long id,
    String name,
    FileFormat format,
    String state,
    long position,
    long rows,
    long accepted,
    long repeated,
    long stale,
    long rejected,
    long bytes,
    long bytesRead,
    String byWhom,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String problem) {}
