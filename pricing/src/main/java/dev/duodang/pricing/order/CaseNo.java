package dev.duodang.pricing.order;

/** The number of a customer's case, which groups its work orders. At most 64 characters. */
public record CaseNo(String text) {

  public CaseNo {
    Words.checked("case number", text, 64);
  }

  public static CaseNo of(String text) {
    return new CaseNo(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
