package dev.duodang.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of COPY: a 16-bit count of fields, then each field as a 32-bit length
 * and its bytes.
 */
final class BinaryCopy {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int CHUNK = 64 * 1024;
  private static final Set<String> TYPES =
      Set.of("date", "int4", "int8", "text", "text[]", "timestamptz", "bool");
  private static final int OID_OF_TEXT = 25;
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final List<byte[]> chunks = new ArrayList<>();
  private final @Nullable SQLException refused;
  private byte[] bytes = new byte[CHUNK + CHUNK / 8];
  private int length;

  private BinaryCopy(String[] types, List<@Nullable Object[]> rows) {
    refused = write(types, rows);
  }

  /** Whether values of all these types can be written. */
  static boolean takes(String[] types) {
    return TYPES.containsAll(List.of(types));
  }

  /** The rows of columns of these types. */
  static BinaryCopy of(String[] types, List<@Nullable Object[]> rows) {
    return new BinaryCopy(types, rows);
  }

  /**
   * Sends the rows.
   *
   * @throws SQLException of class 22 also for a value that no column can hold
   */
  void into(Connection connection, String table) throws SQLException {
    if (refused != null) {
      throw new SQLException(refused.getMessage(), refused.getSQLState(), refused);
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
    try {
      for (byte[] chunk : chunks) {
        copy.writeToCopy(chunk, 0, chunk.length);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private @Nullable SQLException write(String[] types, List<@Nullable Object[]> rows) {
    System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
    length = SIGNATURE.length;
    try {
      for (@Nullable Object[] row : rows) {
        add(types, row);
      }
    } catch (SQLException e) {
      return e;
    }
    room(2);
    bytes[length++] = -1;
    bytes[length++] = -1;
    keep();
    return null;
  }

  private void add(String[] types, @Nullable Object[] row) throws SQLException {
    room(2);
    bytes[length++] = (byte) (row.length >> 8);
    bytes[length++] = (byte) row.length;
    for (int i = 0; i < row.length; i++) {
      Object value = checked(row[i]);
      if (value == null) {
        integer(-1);
      } else {
        field(types[i], value);
      }
    }
    if (length >= CHUNK) {
      keep();
    }
  }

  /**
   * A value as it is kept: a moment to the microsecond.
   *
   * @throws SQLException of class 22 for a day that no text of a date can say
   */
  static @Nullable Object checked(@Nullable Object value) throws SQLException {
    if (value instanceof Instant time) {
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw outside(time);
      }
      return time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
    if (value instanceof LocalDate day && (day.getYear() < 1 || day.getYear() > 9999)) {
      throw outside(day);
    }
    return value;
  }

  private static SQLException outside(Object value) {
    return new SQLException(value + " is outside of the years 1 to 9999", "22008");
  }

  private void field(String type, Object value) {
    switch (type) {
      case "text" -> text((String) value);
      case "text[]" -> words((List<?>) value);
      case "int4" -> {
        integer(4);
        integer((Integer) value);
      }
      case "int8" -> {
        integer(8);
        number(((Number) value).longValue());
      }
      case "date" -> {
        integer(4);
        integer(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH_DAY));
      }
      case "timestamptz" -> {
        Instant time = (Instant) value;
        integer(8);
        number((time.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + time.getNano() / 1_000);
      }
      case "bool" -> {
        integer(1);
        room(1);
        bytes[length++] = (byte) ((Boolean) value ? 1 : 0);
      }
      default -> throw new IllegalArgumentException(type);
    }
  }

  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    integer(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** An array of one dimension, its places counted from 1; without words, of none. */
  private void words(List<?> words) {
    int start = length;
    integer(0);
    integer(words.isEmpty() ? 0 : 1);
    integer(0);
    integer(OID_OF_TEXT);
    if (!words.isEmpty()) {
      integer(words.size());
      integer(1);
      words.forEach(word -> text((String) word));
    }
    int end = length;
    length = start;
    integer(end - start - Integer.BYTES);
    length = end;
  }

  private void integer(int number) {
    room(4);
    bytes[length++] = (byte) (number >> 24);
    bytes[length++] = (byte) (number >> 16);
    bytes[length++] = (byte) (number >> 8);
    bytes[length++] = (byte) number;
  }

  private void number(long number) {
    integer((int) (number >> 32));
    integer((int) number);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  private void keep() {
    chunks.add(Arrays.copyOf(bytes, length));
    length = 0;
  }
}
