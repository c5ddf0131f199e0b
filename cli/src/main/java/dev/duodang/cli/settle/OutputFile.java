package dev.duodang.cli.settle;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears under its name only when it is complete and on disk. */
public final class OutputFile implements Closeable {

  private static final int WRITE_BYTES = 1 << 18;

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream out;
  private final ByteWriter pending = new ByteWriter();

  private OutputFile(Path file, Path part, FileChannel channel) {
    this.file = file;
    this.part = part;
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
  }

  public static OutputFile create(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new OutputFile(file, part, channel);
  }

  /** Where the next rows are appended. */
  public ByteWriter rows() {
    return pending;
  }

  /** Lets rows go to disk once there are many. */
  public void passOn() throws IOException {
    if (pending.length() >= WRITE_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    pending.writeTo(out);
    pending.clear();
  }

  /** Puts the complete file in its place. */
  public void complete() throws IOException {
    flush();
    channel.force(true);
    channel.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing behind of a file that was not completed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
