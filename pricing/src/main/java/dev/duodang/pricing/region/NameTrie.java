package dev.duodang.pricing.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All place names as one automaton: a state for each prefix, the names that end there beside it.
 * States are numbered breadth first, so that the followers of a state stand side by side.
 */
final class NameTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private final PlaceName[] names;
  private final short[] rootFollowers = new short[1 << 16];

  /** The character that leads into a state. */
  private final char[] entries;

  /** The first follower of a state; its last stands before that of the next state. */
  private final int[] followers;

  private final int[] firstNames;
  private final int[] nextNames;

  NameTrie(List<PlaceName> placeNames) {
    names = placeNames.toArray(PlaceName[]::new);
    Arrays.sort(names, Comparator.comparing(PlaceName::text));
    nextNames = new int[names.length];
    Growth growth = new Growth();
    growth.grow();
    entries = Arrays.copyOf(growth.entries, growth.states);
    followers = Arrays.copyOf(growth.followers, growth.states + 1);
    firstNames = Arrays.copyOf(growth.firstNames, growth.states);
    for (int state = followers[ROOT]; state < followers[ROOT + 1]; state++) {
      rootFollowers[entries[state]] = (short) state;
    }
  }

  /** The state behind one more character, or {@link #NONE}. */
  int next(int state, char c) {
    if (state == ROOT) {
      int first = rootFollowers[c];
      return first == 0 ? NONE : first;
    }
    int until = followers[state + 1];
    for (int follower = followers[state]; follower < until; follower++) {
      if (entries[follower] == c) {
        return follower;
      }
    }
    return NONE;
  }

  /** Whether any name begins with a character. */
  boolean begins(char c) {
    return rootFollowers[c] != 0;
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

  /** Makes the states, level by level, from the sorted names. */
  private final class Growth {

    private final int letters = Arrays.stream(names).mapToInt(name -> name.text().length()).sum();
    private final char[] entries = new char[letters + 1];
    private final int[] followers = new int[letters + 2];
    private final int[] firstNames = new int[letters + 1];
    private int states = 1;

    /** The first name of each state of the level; a level's last state ends where names end. */
    private record Range(int from, int until) {}

    void grow() {
      List<Range> level = List.of(new Range(0, names.length));
      int state = ROOT;
      for (int depth = 0; !level.isEmpty(); depth++) {
        List<Range> below = new ArrayList<>();
        for (Range range : level) {
          followers[state] = states;
          divide(state, range, depth, below);
          state++;
        }
        level = below;
      }
      followers[state] = states;
    }

    private void divide(int state, Range range, int depth, List<Range> below) {
      int at = range.from();
      firstNames[state] = NONE;
      while (at < range.until() && names[at].text().length() == depth) {
        nextNames[at] = firstNames[state];
        firstNames[state] = at++;
      }
      while (at < range.until()) {
        char c = names[at].text().charAt(depth);
        int from = at;
        while (at < range.until() && names[at].text().charAt(depth) == c) {
          at++;
        }
        entries[states++] = c;
        below.add(new Range(from, at));
      }
    }
  }
}
