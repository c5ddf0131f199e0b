package dev.duodang.pricing.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an address came to. */
public sealed interface Resolution {

  /** The deepest region that is certain: a county, or the prefecture or province known. */
  record Resolved(Region region) implements Resolution {}

  /**
   * Several regions may be meant, because they share a name or because the address contradicts
   * itself.
   *
   * @param ancestor the deepest region that holds all candidates, if there is one
   * @param candidates at least two, in the order of the tree
   */
  record Ambiguous(@Nullable Region ancestor, List<Region> candidates) implements Resolution {

    public Ambiguous {
      candidates = List.copyOf(candidates);
      if (candidates.size() < 2) {
        throw new IllegalArgumentException("what is ambiguous has at least two candidates");
      }
    }
  }

  /** Nothing in the address names a region. */
  record Unknown() implements Resolution {}
}
