package dev.duodang.cli.simulate;

import java.util.Arrays;

/**
 * Which rows depend on one another: rows that share a key, or whose keys were joined. Two keys of
 * one hash count as the same key, which makes a cluster larger than it must be and changes nothing.
 */
final class Clusters {

  private long[] hashes = new long[1 << 16];
  private int[] keys = new int[1 << 16];
  private int[] above = new int[1 << 15];
  private int size;
  private int[] keyOfRow = new int[1 << 15];
  private int rows;

  /** The next row, under a key. */
  void add(long hash) {
    if (rows == keyOfRow.length) {
      keyOfRow = Arrays.copyOf(keyOfRow, grown(rows));
    }
    keyOfRow[rows++] = key(hash);
  }

  /** Rows under one key depend on those under the other. */
  void join(long one, long other) {
    int first = root(key(one));
    int second = root(key(other));
    above[Math.max(first, second)] = Math.min(first, second);
  }

  private int key(long hash) {
    long used = hash == 0 ? 1 : hash;
    int slot = slot(used);
    while (hashes[slot] != 0 && hashes[slot] != used) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    if (hashes[slot] == used) {
      return keys[slot];
    }
    hashes[slot] = used;
    keys[slot] = size;
    if (size == above.length) {
      above = Arrays.copyOf(above, grown(size));
    }
    above[size] = size;
    size++;
    if (size * 4L > hashes.length * 3L) {
      rehash();
    }
    return size - 1;
  }

  private static int grown(int length) {
    return Math.addExact(length, Math.max(length >> 1, 1));
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
  }

  private void rehash() {
    long[] oldHashes = hashes;
    int[] oldKeys = keys;
    hashes = new long[Math.multiplyExact(oldHashes.length, 2)];
    keys = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        while (hashes[slot] != 0) {
          slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = oldHashes[i];
        keys[slot] = oldKeys[i];
      }
    }
  }

  private int root(int key) {
    int at = key;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  /** All rows by cluster, those of a cluster side by side in the order in which they came. */
  static final class Sorted {

    private final int[] rows;
    private final int[] starts;

    private Sorted(int[] rows, int[] starts) {
      this.rows = rows;
      this.starts = starts;
    }

    int clusters() {
      return starts.length - 1;
    }

    /** The place of a cluster's first row. */
    int start(int cluster) {
      return starts[cluster];
    }

    /** The place behind a cluster's last row. */
    int end(int cluster) {
      return starts[cluster + 1];
    }

    int row(int place) {
      return rows[place];
    }
  }

  Sorted sorted() {
    int[] next = new int[size + 1];
    for (int row = 0; row < rows; row++) {
      next[root(keyOfRow[row]) + 1]++;
    }
    int clusters = 0;
    for (int key = 0; key < size; key++) {
      clusters += next[key + 1] > 0 ? 1 : 0;
    }
    int[] starts = new int[clusters + 1];
    int at = 0;
    for (int key = 0; key < size; key++) {
      int count = next[key + 1];
      next[key + 1] = next[key] + count;
      if (count > 0) {
        starts[at++] = next[key];
      }
    }
    starts[clusters] = rows;
    int[] sorted = new int[rows];
    for (int row = 0; row < rows; row++) {
      sorted[next[root(keyOfRow[row])]++] = row;
    }
    return new Sorted(sorted, starts);
  }
}
