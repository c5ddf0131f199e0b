package dev.duodang.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes bytes at a few places: flips, cuts, doubles, and puts in what is known to hurt. */
final class Damage {

  /** What hurts readers of any format. */
  private static final List<String> ANYWHERE =
      List.of(
          "\u0000",
          "\ufeff",
          "\ud83d\ude00",
          "\u2028",
          "\u202e",
          "\r",
          "\n",
          "\t",
          "1e999999999",
          "-1e-999999999",
          "9".repeat(400),
          "0." + "0".repeat(400) + "1",
          "NaN",
          "-0",
          "2147483648",
          "-9223372036854775809",
          "\\ud800",
          "\\u0000",
          "9999999999-12-31",
          "2026-02-30",
          "null",
          "\"",
          "'");

  private Damage() {}

  /**
   * Damages bytes.
   *
   * @param pieces what hurts readers of this format
   */
  static byte[] of(byte[] bytes, List<String> pieces, Random random) {
    byte[] damaged = bytes;
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      damaged = once(damaged, pieces, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, List<String> pieces, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(40));
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
    out.write(bytes, 0, at);
    switch (random.nextInt(8)) {
      case 0 -> out.write(random.nextInt(256));
      case 1 -> until = at;
      case 2 -> {
        int from = random.nextInt(bytes.length + 1);
        out.write(bytes, from, Math.min(bytes.length - from, random.nextInt(300)));
        until = at;
      }
      case 3 -> {
        out.write(piece(pieces, random), 0, 1);
        until = at;
      }
      case 4 -> out.writeBytes(piece(ANYWHERE, random));
      case 5 -> out.writeBytes(piece(pieces, random));
      case 6 -> {
        byte[] piece = piece(random.nextBoolean() ? pieces : ANYWHERE, random);
        for (int n = 1 << random.nextInt(8); n > 0; n--) {
          out.writeBytes(piece);
        }
        until = at;
      }
      default -> until = random.nextInt(20) == 0 ? bytes.length : until;
    }
    out.write(bytes, until, bytes.length - until);
    return out.toByteArray();
  }

  private static byte[] piece(List<String> pieces, Random random) {
    return pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
  }
}
