package dev.duodang.pricing.proof;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders by parts of every aspect: all those whose facts lie in the box's parts. Immutable. */
final class Box {

  private final Parts[] parts;

  private Box(Parts[] parts) {
    this.parts = parts;
  }

  /** All orders. */
  static Box all(List<Aspect> aspects) {
    return new Box(aspects.stream().map(Aspect::all).toArray(Parts[]::new));
  }

  int aspects() {
    return parts.length;
  }

  Parts parts(int aspect) {
    return parts[aspect];
  }

  Box with(int aspect, Parts changed) {
    Parts[] copy = parts.clone();
    copy[aspect] = changed;
    return new Box(copy);
  }

  Box and(Box other) {
    Parts[] common = new Parts[parts.length];
    for (int i = 0; i < parts.length; i++) {
      common[i] = parts[i].is(other.parts[i]) ? parts[i] : parts[i].and(other.parts[i]);
    }
    return new Box(common);
  }

  /** Whether some aspect has no part, so that no order can lie in the box. */
  boolean isEmpty() {
    for (Parts some : parts) {
      if (some.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  boolean overlaps(Box other) {
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].is(other.parts[i]) && !parts[i].overlaps(other.parts[i])) {
        return false;
      }
    }
    return true;
  }

  boolean contains(Box other) {
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].is(other.parts[i]) && !parts[i].contains(other.parts[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Box box && Arrays.equals(parts, box.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
