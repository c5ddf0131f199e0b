package dev.duodang.order;

import dev.duodang.pricing.book.PartyKind;
import java.util.Locale;

/** What the sides of a relation are called where they have no name of their own. */
final class PartyNames {

  private PartyNames() {}

  static String of(PartyKind kind, boolean chinese) {
    return switch (kind) {
      case HEADQUARTERS -> chinese ? "总部" : "Headquarters";
      case BRAND -> chinese ? "品牌方" : "Brand";
      case CUSTOMER -> chinese ? "客户" : "Customer";
      case PARTNER -> chinese ? "合作商" : "Partner";
      case ENGINEER -> chinese ? "工程师" : "Engineer";
      case DEPARTMENT -> chinese ? "部门" : "Department";
    };
  }

  /** As a relation writes it, such as {@code headquarters}. */
  static String of(String kind, boolean chinese) {
    return of(PartyKind.valueOf(kind.toUpperCase(Locale.ROOT)), chinese);
  }
}
