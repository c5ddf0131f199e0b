package dev.duodang.pricing.order;

/** One visit on site, in which several work orders may be done. At most 64 characters. */
public record VisitId(String text) {

  public VisitId {
    Words.checked("visit", text, 64);
  }

  public static VisitId of(String text) {
    return new VisitId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
