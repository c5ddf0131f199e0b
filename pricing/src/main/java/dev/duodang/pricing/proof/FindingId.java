package dev.duodang.pricing.proof;

/**
 * The name of a finding, such as {@code gap-3f2a9c1b04d7}. It stays the same as long as what was
 * found does, whatever else changes in the book, so that a gap once accepted stays accepted.
 */
public record FindingId(String text) {

  public FindingId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a finding has a name");
    }
  }

  public static FindingId of(String text) {
    return new FindingId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
