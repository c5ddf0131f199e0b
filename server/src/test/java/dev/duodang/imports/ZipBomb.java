package dev.duodang.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A workbook of some megabytes whose one part unpacks to many gigabytes and says that it is small.
 * The same compressed piece stands there again and again, so that nobody has to compress it all.
 */
final class ZipBomb {

  private static final int PIECE = 1 << 20;
  private static final byte[] NAME = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.US_ASCII);

  private ZipBomb() {}

  static byte[] unpackingTo(long bytes) {
    byte[] piece = compressed();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (long written = 0; written < bytes; written += PIECE) {
      packed.writeBytes(piece);
    }
    packed.writeBytes(new byte[] {3, 0}); // an empty last block
    byte[] data = packed.toByteArray();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    zip.writeBytes(header(0x04034b50, data.length, 0));
    zip.writeBytes(data);
    int directory = zip.size();
    byte[] central = header(0x02014b50, data.length, 16);
    zip.writeBytes(central);
    byte[] end = new byte[22];
    little(end)
        .putInt(0x06054b50)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(central.length)
        .putInt(directory);
    zip.writeBytes(end);
    return zip.toByteArray();
  }

  /** A header in the file, or in the directory with its further fields. */
  private static byte[] header(int signature, int packedBytes, int more) {
    byte[] bytes = new byte[30 + more + NAME.length];
    ByteBuffer header = little(bytes).putInt(signature);
    if (more > 0) {
      header.putShort((short) 20);
    }
    header.putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt(0);
    header.putInt(packedBytes).putInt(PIECE).putShort((short) NAME.length).putShort((short) 0);
    header.position(bytes.length - NAME.length);
    header.put(NAME);
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] compressed() {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput("<c/>".repeat(PIECE / 4).getBytes(StandardCharsets.US_ASCII));
      byte[] target = new byte[PIECE];
      // A full flush ends the piece on a byte and leaves nothing for the next one to refer to.
      int length = deflater.deflate(target, 0, target.length, Deflater.FULL_FLUSH);
      return Arrays.copyOf(target, length);
    }
  }
}
