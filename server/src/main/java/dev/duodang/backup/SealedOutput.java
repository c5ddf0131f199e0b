package dev.duodang.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes a file that ends in the checksum of all before it: the last 64 bytes written are kept back
 * and replaced by the SHA-256 of the others, in hexadecimal.
 */
final class SealedOutput extends OutputStream {

  /** Bytes of a seal. */
  static final int LENGTH = 64;

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private final byte[] kept = new byte[LENGTH];
  private int keptLength;

  SealedOutput(OutputStream out) {
    this.out = out;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] seal(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int passing = Math.max(0, keptLength + length - LENGTH);
    int ofKept = Math.min(passing, keptLength);
    pass(kept, 0, ofKept);
    System.arraycopy(kept, ofKept, kept, 0, keptLength - ofKept);
    keptLength -= ofKept;
    int ofBytes = passing - ofKept;
    pass(bytes, from, ofBytes);
    System.arraycopy(bytes, from + ofBytes, kept, keptLength, length - ofBytes);
    keptLength += length - ofBytes;
  }

  private void pass(byte[] bytes, int from, int length) throws IOException {
    digest.update(bytes, from, length);
    out.write(bytes, from, length);
  }

  /** What was kept back is replaced; nothing may be written after it. */
  void seal() throws IOException {
    if (keptLength != LENGTH) {
      throw new IllegalStateException("there is no room for a seal: " + Arrays.toString(kept));
    }
    out.write(seal(digest));
    out.flush();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
