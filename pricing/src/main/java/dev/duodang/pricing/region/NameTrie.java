package dev.duodang.pricing.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All place names as one automaton: a state for each prefix, the names that end there beside it.
 */
final class NameTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private final int[] rootEdges = new int[1 << 16];
  private final long[] keys;
  private final int[] targets;
  private final int mask;
  private final int[] firstNames;
  private final int[] nextNames;
  private final PlaceName[] names;
  private int states = 1;

  NameTrie(List<PlaceName> placeNames) {
    List<PlaceName> sorted = new ArrayList<>(placeNames);
    sorted.sort(Comparator.comparing(PlaceName::text));
    int letters = sorted.stream().mapToInt(name -> name.text().length()).sum() + 1;
    int capacity = Integer.highestOneBit(letters) * 4;
    keys = new long[capacity];
    targets = new int[capacity];
    mask = capacity - 1;
    firstNames = new int[letters + 1];
    names = sorted.toArray(PlaceName[]::new);
    nextNames = new int[names.length];
    Arrays.fill(firstNames, NONE);
    for (int i = names.length - 1; i >= 0; i--) {
      int state = grow(names[i].text());
      nextNames[i] = firstNames[state];
      firstNames[state] = i;
    }
  }

  private int grow(String text) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int next = next(state, c);
      if (next == NONE) {
        next = states++;
        put(state, c, next);
      }
      state = next;
    }
    return state;
  }

  private void put(int state, char c, int target) {
    if (state == ROOT) {
      rootEdges[c] = target;
      return;
    }
    long key = key(state, c);
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  /** The state behind one more character, or {@link #NONE}. */
  int next(int state, char c) {
    if (state == ROOT) {
      return rootEdges[c] == 0 ? NONE : rootEdges[c];
    }
    long key = key(state, c);
    for (int slot = slot(key); keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  /** The place of the first name that ends at a state, or {@link #NONE}. */
  int firstName(int state) {
    return firstNames[state];
  }

  /** The place of the next name with the same text, or {@link #NONE}. */
  int nextName(int place) {
    return nextNames[place];
  }

  PlaceName name(int place) {
    return names[place];
  }

  private static long key(int state, char c) {
    return ((long) state << 16) | c;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }
}
