package dev.duodang.pricing.order;

/**
 * A fact of an order that its source may leave to a master record. An order says of which facts
 * that is so, since what the source states itself is held against the record.
 */
public enum RecordedFact {
  COUNTERPARTY_KIND("counterparty.kind"),
  COUNTERPARTY_TYPE("counterparty.type"),
  COUNTERPARTY_MODE("counterparty.mode"),
  COUNTERPARTY_GRADE("counterparty.grade"),
  COUNTERPARTY_TAXPAYER("counterparty.taxpayer"),
  CUSTOMER_CLASS("customer.class");

  private final String text;

  RecordedFact(String text) {
    this.text = text;
  }

  /** The name of the fact in the words of sources. */
  public String text() {
    return text;
  }

  /**
   * The fact of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RecordedFact of(String text) {
    for (RecordedFact fact : values()) {
      if (fact.text.equals(text)) {
        return fact;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is no fact of a master record");
  }
}
