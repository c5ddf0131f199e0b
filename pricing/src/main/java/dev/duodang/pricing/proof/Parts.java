package dev.duodang.pricing.proof;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some of the parts of one aspect, by their numbers from 0. Immutable. */
final class Parts {

  private final long[] words;

  private Parts(long[] words) {
    this.words = words;
  }

  static Parts none(int size) {
    return new Parts(new long[(size + 63) >>> 6]);
  }

  /** The parts from 0 up to {@code size} that are admitted. */
  static Parts where(int size, IntPredicate admitted) {
    Parts parts = none(size);
    for (int part = 0; part < size; part++) {
      if (admitted.test(part)) {
        parts.words[part >>> 6] |= 1L << part;
      }
    }
    return parts;
  }

  /** One part of {@code size}. */
  static Parts only(int size, int part) {
    return where(size, other -> other == part);
  }

  boolean has(int part) {
    return (words[part >>> 6] & (1L << part)) != 0;
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the two are one object's parts, which is quick to see; equal ones may be two. */
  @SuppressWarnings("ReferenceEquality")
  boolean is(Parts other) {
    return this == other;
  }

  boolean overlaps(Parts other) {
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  boolean contains(Parts other) {
    for (int i = 0; i < words.length; i++) {
      if ((other.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  Parts and(Parts other) {
    long[] common = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      common[i] = words[i] & other.words[i];
    }
    return new Parts(common);
  }

  Parts minus(Parts other) {
    long[] rest = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      rest[i] = words[i] & ~other.words[i];
    }
    return new Parts(rest);
  }

  Parts or(Parts other) {
    long[] all = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      all[i] = words[i] | other.words[i];
    }
    return new Parts(all);
  }

  int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The lowest part, or -1. */
  int first() {
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        return (i << 6) + Long.numberOfTrailingZeros(words[i]);
      }
    }
    return -1;
  }

  void forEach(IntConsumer use) {
    for (int i = 0; i < words.length; i++) {
      long word = words[i];
      while (word != 0) {
        use.accept((i << 6) + Long.numberOfTrailingZeros(word));
        word &= word - 1;
      }
    }
  }

  IntStream stream() {
    IntStream.Builder parts = IntStream.builder();
    forEach(parts::add);
    return parts.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parts parts && Arrays.equals(words, parts.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /** {@code [0, 3, 4]}. */
  @Override
  public String toString() {
    return Arrays.toString(stream().toArray());
  }
}
