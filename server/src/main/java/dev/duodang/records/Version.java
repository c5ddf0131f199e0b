package dev.duodang.records;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a master record.
 *
 * @param number counts the versions of the record in the order in which they were recorded, from 1
 * @param from the first day on which it says so, where the tenant is; null for always
 * @param content what it says
 * @param reason why it was recorded
 * @param by who recorded it
 * @param recordedAt since when it is known
 */
public record Version<C>(
    int number,
    @Nullable LocalDate from,
    C content,
    String reason,
    String by,
    Instant recordedAt) {}
