package dev.duodang.pricing.order;

/** The number of a contract, unique in a tenant. At most 64 characters. */
public record ContractNo(String text) {

  public ContractNo {
    Words.checked("contract", text, 64);
  }

  public static ContractNo of(String text) {
    return new ContractNo(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
