package dev.duodang.pricing.order;

/**
 * A place in the tree of services, levels divided by a slash: {@code 维修/空调/加氟} lies under {@code
 * 维修/空调} and under {@code 维修}. At most 120 characters.
 */
public record ServicePath(String text) {

  public ServicePath {
    Words.checked("service", text, 120);
    if (text.startsWith("/") || text.endsWith("/") || text.contains("//")) {
      throw new IllegalArgumentException(
          "service \"" + text + "\" must have its levels divided by single slashes: 维修/空调");
    }
  }

  public static ServicePath of(String text) {
    return new ServicePath(text);
  }

  /** How many levels the path has: 1 for {@code 维修}. */
  public int depth() {
    return 1 + (int) text.chars().filter(c -> c == '/').count();
  }

  /** Whether this is {@code ancestor} or lies under it. */
  public boolean isUnder(ServicePath ancestor) {
    String other = ancestor.text;
    return text.startsWith(other)
        && (text.length() == other.length() || text.charAt(other.length()) == '/');
  }

  @Override
  public String toString() {
    return text;
  }
}
