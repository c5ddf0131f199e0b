package dev.duodang.pricing.proof;

/**
 * How much a proof may still do, counted in comparisons of a tier with a box, so that the same book
 * comes to the same findings on every machine.
 */
final class Work {

  private final long allowed;
  private long spent;

  Work(long allowed) {
    this.allowed = allowed;
  }

  /** Work of its own for one task, at most what is left here; {@link #add} counts it in. */
  Work forTask(long most) {
    return new Work(Math.min(most, allowed - spent));
  }

  void add(Work task) {
    spent += task.spent;
  }

  void spend(long comparisons) {
    spent += comparisons;
  }

  boolean isUsedUp() {
    return spent >= allowed;
  }
}
