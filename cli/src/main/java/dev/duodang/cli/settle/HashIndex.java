package dev.duodang.cli.settle;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * From 64-bit hashes to places in the log: an open table in a file that is mapped, so that the
 * system keeps in memory what is used and no more than it can spare. Several entries may share a
 * hash; the log tells them apart.
 */
@SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the index, which closes it
final class HashIndex implements AutoCloseable {

  private static final int ENTRY_BYTES = 16;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  private final Path folder;
  private Arena arena;
  private MemorySegment table;
  private long slots;
  private long size;

  HashIndex(Path folder, long slots) throws IOException {
    this.folder = folder;
    this.slots = slots;
    this.arena = Arena.ofShared();
    this.table = map(arena, slots);
  }

  private MemorySegment map(Arena owner, long count) throws IOException {
    Path file = Files.createTempFile(folder, ".duodang-index-", ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      return channel.map(MapMode.READ_WRITE, 0, count * ENTRY_BYTES, owner);
    }
  }

  /** A place that the walk over one hash's entries comes by. */
  interface Place {
    /** Whether the entry at this place of the log is the one that is looked for. */
    boolean matches(long offset) throws IOException;
  }

  /** The place of the first entry under a hash that matches, or -1. */
  long find(long hash, Place place) throws IOException {
    long key = used(hash);
    long slot = slotOf(key);
    while (true) {
      long found = table.get(LONG, slot * ENTRY_BYTES);
      if (found == 0) {
        return -1;
      }
      if (found == key) {
        long offset = table.get(LONG, slot * ENTRY_BYTES + 8);
        if (place.matches(offset)) {
          return offset;
        }
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  /** Lets a hash lead to {@code offset}, instead of to {@code replaced} when that is not -1. */
  void put(long hash, long offset, long replaced) throws IOException {
    if (size * 4 > slots * 3) {
      grow();
    }
    long key = used(hash);
    long slot = slotOf(key);
    while (true) {
      long found = table.get(LONG, slot * ENTRY_BYTES);
      boolean same =
          found == key && replaced >= 0 && table.get(LONG, slot * ENTRY_BYTES + 8) == replaced;
      if (found == 0 || same) {
        table.set(LONG, slot * ENTRY_BYTES, key);
        table.set(LONG, slot * ENTRY_BYTES + 8, offset);
        size += same ? 0 : 1;
        return;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  private void grow() throws IOException {
    MemorySegment old = table;
    long oldSlots = slots;
    Arena oldArena = arena;
    arena = Arena.ofShared();
    slots = oldSlots * 2;
    table = map(arena, slots);
    for (long slot = 0; slot < oldSlots; slot++) {
      long key = old.get(LONG, slot * ENTRY_BYTES);
      if (key != 0) {
        insert(key, old.get(LONG, slot * ENTRY_BYTES + 8));
      }
    }
    oldArena.close();
  }

  private void insert(long key, long offset) {
    long slot = slotOf(key);
    while (table.get(LONG, slot * ENTRY_BYTES) != 0) {
      slot = (slot + 1) & (slots - 1);
    }
    table.set(LONG, slot * ENTRY_BYTES, key);
    table.set(LONG, slot * ENTRY_BYTES + 8, offset);
  }

  /** Zero stands for an empty slot. */
  private static long used(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private long slotOf(long key) {
    return (key ^ (key >>> 32)) & (slots - 1);
  }

  @Override
  public void close() {
    arena.close();
  }
}
