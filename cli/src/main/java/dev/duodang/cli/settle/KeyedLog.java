package dev.duodang.cli.settle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Values by text keys, appended to a file; the last one put under a key counts. What was put
 * becomes lasting only by {@link #commit}: a file that is opened again has what the last commit
 * had, whatever happened since.
 */
final class KeyedLog implements Closeable {

  private static final long MAGIC = 0x44554f44414e4732L; // DUODANG2
  private static final int HEAD_BYTES = 16;
  private static final int BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private final HashIndex index;
  private final ByteWriter pending = new ByteWriter();
  private long flushed;

  private KeyedLog(FileChannel channel, HashIndex index) {
    this.channel = channel;
    this.index = index;
  }

  /** A log that is gone when it is closed. */
  static KeyedLog temporary(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".duodang-state-", ".tmp");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return start(channel, folder);
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws IOException when it is no such log, or another process has it open
   */
  static KeyedLog open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      lock(channel, file);
      if (channel.size() == 0) {
        return start(channel, folder);
      }
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
      readFully(channel, head, 0);
      if (head.getLong(0) != MAGIC) {
        throw new IOException(file + " is not a state file of duodang; name another");
      }
      KeyedLog log = new KeyedLog(channel, new HashIndex(folder, 1 << 16));
      log.load(head.getLong(8));
      return log;
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException held) {
      throw new IOException(file + " is in use by this process", held);
    }
    throw new IOException(file + " is in use by another process; wait for it to end");
  }

  private static KeyedLog start(FileChannel channel, Path folder) throws IOException {
    KeyedLog log = new KeyedLog(channel, new HashIndex(folder, 1 << 16));
    log.flushed = HEAD_BYTES;
    log.writeHead(HEAD_BYTES);
    return log;
  }

  private void load(long committed) throws IOException {
    channel.truncate(committed);
    flushed = HEAD_BYTES;
    long at = HEAD_BYTES;
    ByteBuffer lengths = ByteBuffer.allocate(8);
    while (at < committed) {
      readFully(channel, lengths.clear(), at);
      int keyLength = lengths.getInt(0);
      int valueLength = lengths.getInt(4);
      byte[] key = new byte[keyLength];
      readFully(channel, ByteBuffer.wrap(key), at + 8);
      long hash = hash(new String(key, StandardCharsets.UTF_8));
      flushed = at + 8 + keyLength + valueLength;
      index.put(hash, at, find(hash, key));
      at = flushed;
    }
  }

  /** A hash of a key that spreads over 64 bits. */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }

  /** The last value under a key, or null. */
  byte @Nullable [] get(String key, long hash) throws IOException {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    long at = find(hash, wanted);
    if (at < 0) {
      return null;
    }
    byte[] lengths = read(at, 8);
    int valueLength = ByteBuffer.wrap(lengths).getInt(4);
    return read(at + 8 + wanted.length, valueLength);
  }

  private long find(long hash, byte[] key) throws IOException {
    return index.find(hash, offset -> isAt(offset, key));
  }

  private boolean isAt(long offset, byte[] key) throws IOException {
    int length = ByteBuffer.wrap(read(offset, 8)).getInt(0);
    return length == key.length && java.util.Arrays.equals(read(offset + 8, length), key);
  }

  /** Puts a part of some bytes under a key. */
  void put(String key, long hash, ByteWriter value, int from, int until) throws IOException {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    long replaced = find(hash, keyBytes);
    int length = until - from;
    if (pending.length() + 8 + keyBytes.length + length > BUFFER_BYTES) {
      flush();
    }
    long at = flushed + pending.length();
    pending.fixed((long) keyBytes.length << 32 | length);
    pending.bytes(keyBytes);
    pending.append(value, from, until);
    index.put(hash, at, replaced);
  }

  private void flush() throws IOException {
    writeFully(pending.wrapped());
    pending.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      flushed += channel.write(bytes, flushed);
    }
  }

  private byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    int fromFile = (int) Math.max(0, Math.min(length, flushed - offset));
    if (fromFile > 0) {
      readFully(channel, ByteBuffer.wrap(bytes, 0, fromFile), offset);
    }
    if (fromFile < length) {
      int from = (int) (offset + fromFile - flushed);
      pending.copy(from, bytes, fromFile, length - fromFile);
    }
    return bytes;
  }

  private static void readFully(FileChannel channel, ByteBuffer into, long offset)
      throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        throw new IOException("the state file ends before byte " + (at + into.remaining()));
      }
      at += read;
    }
  }

  /** Makes everything that was put so far last. */
  void commit() throws IOException {
    flush();
    channel.force(false);
    writeHead(flushed);
    channel.force(false);
  }

  private void writeHead(long committed) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).putLong(MAGIC).putLong(committed).flip();
    while (head.hasRemaining()) {
      channel.write(head, head.position());
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    channel.close();
  }
}
