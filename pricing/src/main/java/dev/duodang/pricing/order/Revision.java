package dev.duodang.pricing.order;

/** The number of a version of a work order's facts; its source lets it grow. From 0 to 10^15. */
public record Revision(long number) implements Comparable<Revision> {

  public static final Revision FIRST = new Revision(1);

  private static final long MAX = 1_000_000_000_000_000L;

  public Revision {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("revision " + number + " must be between 0 and " + MAX);
    }
  }

  public static Revision of(long number) {
    return new Revision(number);
  }

  public Revision next() {
    return new Revision(number + 1);
  }

  @Override
  public int compareTo(Revision other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
